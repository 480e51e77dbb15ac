/// A GraphQL document to a valid operation: parsing, validation, limits, variables, arguments as
/// trees, and introspection.
///
/// Uses graphql-java, the public schema of `api` and the limits. Nothing of the graph enters it: no
/// plan node, no variable of the binder, no rule of access.
@NullMarked
package nl.jeugdgraaf.document;

import org.jspecify.annotations.NullMarked;
