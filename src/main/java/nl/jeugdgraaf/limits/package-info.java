/// Bounds on what one request may ask and take, with the unit in the name of each.
///
/// Uses the JDK only. Settings never enter here: these bounds are the same for every server.
@NullMarked
package nl.jeugdgraaf.limits;

import org.jspecify.annotations.NullMarked;
