/// The one way to ask: an operation in, a response out.
///
/// Sixth floor: joins the floors below.
@NullMarked
package nl.jeugdgraaf.engine;

import org.jspecify.annotations.NullMarked;
