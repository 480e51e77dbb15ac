/// Who may see what: the access rules, read from files and decided for one caller.
///
/// Uses `model`, `schema` and `problem`, and the syntax tree of graphql-java to read rules. Never
/// enters: tokens and HTTP (`auth` makes the [Caller]), plans and Cypher (`conditions` turns a rule
/// into a condition), data of the graph.
///
/// ## A tour for a security review
///
/// Everything that grants access is in this package and in the folder `schema/access`. Start with
/// the files there: `roles.graphqls` (roles and purposes), then `persons.graphqls`,
/// `trajectories.graphqls` and `deliveries.graphqls` (personal data), then `public.graphqls` (what
/// needs no token) and `statistics.graphqls` (how numbers are counted). `matrix.md` in the same
/// folder shows what they decide, for each role and field.
///
/// Then follow one rule from the file to the statement:
///
/// 1. [AccessReader] reads the files into [AccessRules]: a list of [Grant] for each type and field.
///    [RuleConditionReader] checks each `@rule` against the `where` type of the public schema and
///    replaces the names of other rules with their conditions. The result is a [RuleCondition] with
///    two variables at most, the caller's organisation and the day.
/// 2. [AccessChecks] stops the start if a type or field has no grant, or if the rules contradict
///    what the schema promises.
/// 3. [Caller] holds what the checked token and the stated purpose say. [Policy] refuses unknown
///    roles and purposes, and decides every list of grants for the caller: always, never, or one of
///    these rules.
/// 4. [Permissions] is all that the rest of the server knows of the decision. [CallerPermissions]
///    answers for a caller. [FullAccess] answers for the server's own reads; no caller gets it.
/// 5. `nl.jeugdgraaf.conditions.CallerGuards` compiles the rules that are left into conditions.
///    `nl.jeugdgraaf.plan.Binder` puts them into every variable that it makes. It is the only place
///    that makes variables, so no part of a plan can read a node, a relationship or a property
///    without its guard.
///
/// ## What denies by default
///
/// - [AccessRules] has no grants for a type that the files do not mention, and a field without
///   grants may not be read.
/// - [Grant#counts] needs a purpose for every grant to a role. A purpose that the role may not use
///   never gets that far.
/// - A rule about the caller's organisation is dropped for a caller without one, so the grant gives
///   nothing.
/// - An empty list of rules is a refusal, see [Permissions.Decision#NEVER].
///
/// ## Which tests attack it
///
/// In `nl.jeugdgraaf.access`: `AccessMatrixTest` asks every cell of the matrix over HTTP,
/// `InferenceTest` filters and sorts by hidden values, `HiddenTotalsTest` counts and groups hidden
/// rows, `OtherRoutesTest` uses ids, paths, detours and interfaces, `RootFieldAccessTest` asks
/// every root field without token or purpose, `ConcurrentCallersTest` asks as several callers at
/// once, and `AccessReaderTest` breaks the files. In `nl.jeugdgraaf.property.visible`, random
/// operations of random callers are compared with a graph that holds only what the caller may see,
/// and planted holes must be found.
@NullMarked
package nl.jeugdgraaf.access;

import org.jspecify.annotations.NullMarked;
