/// To be written.
@NullMarked
package nl.jeugdgraaf.files;

import org.jspecify.annotations.NullMarked;
