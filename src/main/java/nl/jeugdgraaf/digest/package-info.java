/// To be written.
@NullMarked
package nl.jeugdgraaf.digest;

import org.jspecify.annotations.NullMarked;
