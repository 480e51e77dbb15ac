/// The connection to Neo4j: one session, one statement, records as they arrive.
///
/// Uses `problem` and the Neo4j driver. Other packages see its records and values only.
///
/// It must never build Cypher, know the model, or let a session, a transaction or an exception of
/// the driver out.
@NullMarked
package nl.jeugdgraaf.bolt;

import org.jspecify.annotations.NullMarked;
