/// Schema files to model, and model to the public GraphQL schema.
///
/// Second floor; with the compiler the only door to graphql-java.
@NullMarked
package nl.jeugdgraaf.schema;

import org.jspecify.annotations.NullMarked;
