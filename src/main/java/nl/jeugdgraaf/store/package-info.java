/// The database itself: a Neo4j child process for a machine without a database, the constraints and
/// indexes that the model needs, a check of the data against the schema, and a count of persons who
/// may be real.
///
/// Uses `problem`, `digest`, `files`, `model`, `access`, and `bolt` with its records. It starts
/// Neo4j by the name of its main class.
///
/// It must never link a class of the Neo4j server, which is under the GPL, or answer a question of
/// a caller.
@NullMarked
package nl.jeugdgraaf.store;

import org.jspecify.annotations.NullMarked;
