/// Reads the text of an operation and its variables, and refuses what is wrong or too large.
///
/// Uses `access`, `api`, `limits`, `plan` (parameters) and `problem`, and graphql-java for parsing,
/// validation and coercion. Never enters: what fields mean, access rules, values of callers in
/// messages.
///
/// [DocumentReader] parses and validates, [FieldCollector] merges selections, [InputReader] reads
/// arguments as trees of [Input]. [VariableReader] and [Refusals] gather all that is wrong, and say
/// where.
@NullMarked
package nl.jeugdgraaf.document;

import org.jspecify.annotations.NullMarked;
