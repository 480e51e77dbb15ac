/// Every bound of the server, with its unit in its name.
///
/// Ground floor: knows nothing else of the house.
@NullMarked
package nl.jeugdgraaf.limits;

import org.jspecify.annotations.NullMarked;
