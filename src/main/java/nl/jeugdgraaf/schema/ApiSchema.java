package nl.jeugdgraaf.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import nl.jeugdgraaf.model.Model;

/// The public schema of a model, as text and as graphql-java's own schema. May be used by several
/// threads.
///
/// @param model the graph
/// @param text the schema in the schema definition language
/// @param graphQl the same for validation, coercion and introspection; it has no data fetchers
public record ApiSchema(Model model, String text, GraphQLSchema graphQl) {
  /// Builds the public schema of a model.
  ///
  /// @param model the graph
  /// @return the schema
  public static ApiSchema of(Model model) {
    var text = PublicSchema.write(model);
    var wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.all().forEach(wiring::scalar);
    wiring.type(PublicSchema.NODE, type -> type.typeResolver(_ -> null));
    for (var name : model.interfaces().keySet()) {
      wiring.type(name, type -> type.typeResolver(_ -> null));
    }
    var schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(text), wiring.build());
    return new ApiSchema(model, text, schema);
  }
}
