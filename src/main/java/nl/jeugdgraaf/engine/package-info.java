/// The one way to ask: a request in, a response out.
///
/// Joins the stages of the packages below: preparation, service fields, execution; records who saw
/// whose data. No HTTP and no token enter it.
@NullMarked
package nl.jeugdgraaf.engine;

import org.jspecify.annotations.NullMarked;
