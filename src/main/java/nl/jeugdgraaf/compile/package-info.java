/// Compiles a GraphQL operation to a plan and the shape of its answer.
///
/// Uses `plan`, `conditions`, `document`, `api`, `access` and `model`, and the syntax tree of
/// graphql-java. Never enters: Cypher, rows of the database, and access rules as such; the binder
/// guards every variable that a compiler asks for.
///
/// [Compiler] starts, [RootCompiler] takes each root field, [SelectionCompiler] what is selected of
/// a node, [ConnectionCompiler] pages, totals and groups.
@NullMarked
package nl.jeugdgraaf.compile;

import org.jspecify.annotations.NullMarked;
