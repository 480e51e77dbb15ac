package nl.jeugdgraaf.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.SerializationError;
import graphql.TypeMismatchError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Model;

/// Answers an operation over a graph in memory by graphql-java's own execution.
final class Reference {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GraphQLSchema schema;
  private final GraphQL graphQl;

  /// Builds the reference.
  ///
  /// @param model the shape of the graph
  /// @param sdl the public schema
  Reference(Model model, String sdl) {
    var fetcher = new Fetcher(model);
    var code =
        GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(_ -> fetcher);
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(code)
            .scalar(ExtendedScalars.Date)
            .scalar(ExtendedScalars.DateTime)
            .scalar(ExtendedScalars.GraphQLLong)
            .scalar(CodeScalar.named("AGB", "[0-9]{8}"))
            .scalar(CodeScalar.named("CBSCode", "[0-9]{4}"))
            .scalar(CodeScalar.named("ProductCode", "[0-9A-Z]{5}"));
    model
        .interfaces()
        .keySet()
        .forEach(
            name ->
                wiring.type(
                    name,
                    type ->
                        type.typeResolver(
                            field ->
                                field
                                    .getSchema()
                                    .getObjectType(
                                        ((Graph.Node) field.getObject()).type().name()))));
    this.schema =
        new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build());
    this.graphQl = GraphQL.newGraphQL(schema).build();
  }

  /// Returns the public schema.
  GraphQLSchema schema() {
    return schema;
  }

  /// Returns the answer over a graph.
  Outcome answer(Operation operation, Graph graph) {
    var input =
        ExecutionInput.newExecutionInput(operation.document())
            .operationName(operation.name().isEmpty() ? null : operation.name())
            .variables(operation.variables())
            .root(graph)
            .build();
    ExecutionResult result = graphQl.execute(input);
    Set<String> errors =
        result.getErrors().stream()
            .map(error -> json(error.getPath()) + " " + code(error))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Outcome(json(result.getData()), errors);
  }

  private static String code(GraphQLError error) {
    return switch (error) {
      case NonNullableFieldWasNullError _ -> "NULL_VALUE";
      case SerializationError _, TypeMismatchError _ -> "BAD_VALUE";
      default -> error.getErrorType() + " " + error.getMessage();
    };
  }

  /// Returns JSON as both sides write it for comparison.
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
