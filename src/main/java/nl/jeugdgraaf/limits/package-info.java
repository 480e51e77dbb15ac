/// Bounds on one request, with their units in their names.
///
/// Ground floor: knows nothing else of the house.
@NullMarked
package nl.jeugdgraaf.limits;

import org.jspecify.annotations.NullMarked;
