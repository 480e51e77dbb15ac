/// A plan to the text of one Cypher statement.
///
/// Third floor; the only door to the Cypher-DSL.
@NullMarked
package nl.jeugdgraaf.cypher;

import org.jspecify.annotations.NullMarked;
