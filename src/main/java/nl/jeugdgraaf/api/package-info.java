/// The public GraphQL schema of a model: its names, its text, and its executable form.
///
/// Uses `model`, `schema` and `access`, and the schema classes of graphql-java. Never enters:
/// operations and their answers (`document` reads them, `compile` and `execute` answer them), names
/// that only one client needs.
///
/// [PublicSchema] writes the text; each `...Types` class writes one group of types. [ApiNames] and
/// [ApiField] hold the names that the writers share with the compiler. [ApiSchema] is what the rest
/// of the server gets, [VisibleSchemas] the part of it that a role sees.
@NullMarked
package nl.jeugdgraaf.api;

import org.jspecify.annotations.NullMarked;
