/// To be written.
@NullMarked
package nl.jeugdgraaf.document;

import org.jspecify.annotations.NullMarked;
