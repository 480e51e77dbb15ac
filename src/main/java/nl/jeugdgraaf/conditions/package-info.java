/// To be written.
@NullMarked
package nl.jeugdgraaf.conditions;

import org.jspecify.annotations.NullMarked;
