/// Compiles `where`, `sort`, `limit`, `offset` and access rules to conditions and orders of a plan.
///
/// Uses `plan`, `document`, `api`, `access` and `model`, and the syntax tree of graphql-java. Never
/// enters: selected fields and the shape of answers (`compile`), Cypher.
///
/// [WhereCompiler] compiles filters, and so do rules, since they are written in the same language:
/// see [CallerGuards]. [Scope] is what a field inherits: binder, variables, day.
@NullMarked
package nl.jeugdgraaf.conditions;

import org.jspecify.annotations.NullMarked;
