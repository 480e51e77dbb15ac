/// One session, one statement, records as they arrive.
///
/// Fourth floor; the only door to the Neo4j driver.
@NullMarked
package nl.jeugdgraaf.bolt;

import org.jspecify.annotations.NullMarked;
