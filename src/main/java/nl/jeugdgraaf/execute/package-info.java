/// Records to the bytes of the response, by the shape that the plan fixed.
///
/// Fifth floor.
@NullMarked
package nl.jeugdgraaf.execute;

import org.jspecify.annotations.NullMarked;
