/// The record of who saw whose data: append-only, chained by hashes, with a signed head.
///
/// First floor: knows problems and limits, and nothing of graphs or requests.
///
/// @see <a href="https://www.nen.nl/nen-7513-2018-nl-245399">NEN 7513, logging in health care</a>
@NullMarked
package nl.jeugdgraaf.audit;

import org.jspecify.annotations.NullMarked;
