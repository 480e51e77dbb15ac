/// Records to the bytes of a response, by the shape that the plan fixed; to rows as CSV, lines of
/// JSON and GraphML; and the values that one execution gives to the parameters of a statement,
/// cursors and search phrases among them.
///
/// Uses `plan`, and of the driver only records and values. No session and no HTTP enter it.
@NullMarked
package nl.jeugdgraaf.execute;

import org.jspecify.annotations.NullMarked;
