/// What a plan costs the database, estimated before it runs.
///
/// Uses `plan` and `model`. Never enters: the database itself (`engine` reads the sizes), Cypher,
/// values of a request but written ones.
@NullMarked
package nl.jeugdgraaf.estimate;

import org.jspecify.annotations.NullMarked;
