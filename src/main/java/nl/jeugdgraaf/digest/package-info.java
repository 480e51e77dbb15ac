/// SHA-256 in hexadecimal, written in one way for records, documents and seed files.
///
/// Uses the JDK only. Keys and signatures never enter here.
@NullMarked
package nl.jeugdgraaf.digest;

import org.jspecify.annotations.NullMarked;
