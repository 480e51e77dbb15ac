/// The calendar of the server: which day it is in the Netherlands.
///
/// Uses the JDK only. No other clock and no time zone is named outside of this package.
@NullMarked
package nl.jeugdgraaf.clock;

import org.jspecify.annotations.NullMarked;
