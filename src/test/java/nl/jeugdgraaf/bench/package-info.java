/// Measures the server against what can be written by hand, on one machine and one database.
///
/// Nothing here runs in the build but a test that all contestants give the same answers.
@NullMarked
package nl.jeugdgraaf.bench;

import org.jspecify.annotations.NullMarked;
