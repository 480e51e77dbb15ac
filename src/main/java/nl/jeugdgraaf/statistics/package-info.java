/// To be written.
@NullMarked
package nl.jeugdgraaf.statistics;

import org.jspecify.annotations.NullMarked;
