/// Writes a plan as the text of one Cypher statement.
///
/// Uses `plan` and `model`, and is the only package that uses Cypher-DSL to build text.
///
/// What a caller sends never enters the text, only its parameters. No plan is changed here, and no
/// connection to the database is known.
@NullMarked
package nl.jeugdgraaf.cypher;

import org.jspecify.annotations.NullMarked;
