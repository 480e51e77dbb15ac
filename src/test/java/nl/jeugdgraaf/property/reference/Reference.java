package nl.jeugdgraaf.property.reference;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.Scalars;
import graphql.SerializationError;
import graphql.TypeMismatchError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.NormalForm;
import nl.jeugdgraaf.property.Outcome;
import nl.jeugdgraaf.property.draw.Operation;

/// Answers an operation over a graph in memory by graphql-java's own execution.
public final class Reference {
  private final Model model;
  private final GraphQLSchema schema;
  private final GraphQL graphQl;

  /// Builds the reference.
  ///
  /// @param model the shape of the graph
  /// @param sdl the public schema
  public Reference(Model model, String sdl) {
    this.model = model;
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .wiringFactory(new Wiring(new Fetcher(model)))
            .scalar(ExtendedScalars.Date)
            .scalar(ExtendedScalars.DateTime)
            .scalar(ExtendedScalars.GraphQLLong)
            .scalar(DurationScalar.TYPE)
            .scalar(Scalars.GraphQLString.transform(text -> text.name("FieldPath")))
            .scalar(CodeScalar.named("AGB", "[0-9]{8}"))
            .scalar(CodeScalar.named("CBSCode", "[0-9]{4}"))
            .scalar(CodeScalar.named("ProductCode", "[0-9A-Z]{5}"));
    this.schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build());
    this.graphQl = GraphQL.newGraphQL(schema).build();
  }

  /// Returns the public schema.
  public GraphQLSchema schema() {
    return schema;
  }

  /// Returns the answer over a graph.
  public Outcome answer(Operation asked, Graph graph) {
    var operation = asked.withoutAbsentVariables();
    var root = new Fetcher.Root(new RelatedNodes(model, graph), graph.today());
    var input =
        ExecutionInput.newExecutionInput(operation.document())
            .operationName(operation.name().isEmpty() ? null : operation.name())
            .variables(operation.variables())
            .root(root)
            .build();
    ExecutionResult result = graphQl.execute(input);
    Set<String> errors =
        result.getErrors().stream()
            .map(error -> NormalForm.of(error.getPath()) + " " + code(error))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Outcome(NormalForm.of(result.getData()), errors);
  }

  private static String code(GraphQLError error) {
    return switch (error) {
      case NonNullableFieldWasNullError _ -> "NULL_VALUE";
      case SerializationError _, TypeMismatchError _ -> "BAD_VALUE";
      default -> error.getErrorType() + " " + error.getMessage();
    };
  }

  /// Every field has the one fetcher, and every node knows its type.
  private record Wiring(Fetcher fetcher) implements WiringFactory {
    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
      return fetcher;
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment type) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment type) {
      return field -> {
        Graph.Node node = field.getObject();
        return field.getSchema().getObjectType(node.type().name());
      };
    }
  }
}
