/// Whose operation is answered now, and whose waits: a fair share of the server for each caller.
///
/// Uses the JDK and Caffeine only. Knows neither HTTP nor GraphQL; a caller is a text.
@NullMarked
package nl.jeugdgraaf.places;

import org.jspecify.annotations.NullMarked;
