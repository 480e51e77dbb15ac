/// What can go wrong, and what a caller may do about it.
///
/// Ground floor: knows nothing else of the house.
@NullMarked
package nl.jeugdgraaf.problem;

import org.jspecify.annotations.NullMarked;
