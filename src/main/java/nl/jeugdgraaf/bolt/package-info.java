/// One session, one statement, records as they arrive.
///
/// Fourth floor; opens the Neo4j driver; only `execute` reads its values too.
@NullMarked
package nl.jeugdgraaf.bolt;

import org.jspecify.annotations.NullMarked;
