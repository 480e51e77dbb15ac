/// Laws that turn a plan into an equal, cheaper plan; one class a law, with its form, why it is
/// sound and what it saves.
///
/// Uses `plan`. No Cypher and no values of a request enter it: a law sees the plan only.
@NullMarked
package nl.jeugdgraaf.rewrite;

import org.jspecify.annotations.NullMarked;
