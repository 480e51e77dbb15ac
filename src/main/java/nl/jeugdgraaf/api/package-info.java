/// To be written.
@NullMarked
package nl.jeugdgraaf.api;

import org.jspecify.annotations.NullMarked;
