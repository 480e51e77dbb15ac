/// A GraphQL operation to a plan and the shape of its answer.
///
/// Third floor; with the schema the only door to graphql-java.
@NullMarked
package nl.jeugdgraaf.compile;

import org.jspecify.annotations.NullMarked;
