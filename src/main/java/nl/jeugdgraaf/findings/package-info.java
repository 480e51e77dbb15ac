/// Finds where data break a rule: reads the rules in `schema/findings`, asks the database for what
/// breaks each, and keeps nodes of the type `Finding` as they should be.
///
/// Uses `problem`, `digest`, `files`, `model` and `bolt`.
///
/// It must never contain a rule of its own, nor put the name, birth date or key of a youth in a
/// finding.
@NullMarked
package nl.jeugdgraaf.findings;

import org.jspecify.annotations.NullMarked;
