package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import nl.jeugdgraaf.api.ApiSchema;
import org.dataloader.DataLoaderRegistry;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.neo4j.driver.Driver;

/// A server as a good team writes it with graphql-java: the same schema, a fetcher for each field,
/// a batched statement for each relationship of each level (DataLoader), documents kept once they
/// are parsed and validated.
final class FetchingServer extends Handler.Abstract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tokens tokens = new Tokens();
  private final Driver driver;
  private final GraphQL graphQl;

  FetchingServer(Driver driver) {
    this.driver = driver;
    var schema = ApiSchema.builtIn();
    var wiring =
        RuntimeWiring.newRuntimeWiring().wiringFactory(new Wiring(new Fetchers(schema.model())));
    schema.graphQl().getAllTypesAsList().stream()
        .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
        .filter(GraphQLScalarType.class::isInstance)
        .forEach(scalar -> wiring.scalar((GraphQLScalarType) scalar));
    var executable =
        new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse(schema.text()), wiring.build());
    this.graphQl = GraphQL.newGraphQL(executable).preparsedDocumentProvider(documents()).build();
  }

  private static PreparsedDocumentProvider documents() {
    var known = new ConcurrentHashMap<String, CompletableFuture<PreparsedDocumentEntry>>();
    return (input, parse) ->
        known.computeIfAbsent(
            input.getQuery(), _ -> CompletableFuture.completedFuture(parse.apply(input)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    var asker = tokens.asker(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    JsonNode body = JSON.readTree(Content.Source.asInputStream(request));
    var registry = new DataLoaderRegistry();
    var input =
        ExecutionInput.newExecutionInput(body.path("query").asText())
            .variables(variables(body.path("variables")))
            .dataLoaderRegistry(registry)
            .root(Map.of())
            .localContext(new Loaders(driver, asker, registry))
            .build();
    var answer = graphQl.execute(input).toSpecification();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    var out = new BlockWriter(response, callback);
    out.write(JSON.writeValueAsBytes(answer));
    out.end();
    return true;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> variables(JsonNode variables) {
    return JSON.convertValue(variables, Map.class);
  }

  /// Each field has its fetcher, and each node knows its type.
  private record Wiring(Fetchers fetchers) implements WiringFactory {
    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
      return fetchers.of(field.getParentType().getName(), field.getFieldDefinition().getName());
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment type) {
      return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment type) {
      return field -> {
        Loaders.Node node = Objects.requireNonNull(field.getObject());
        return field.getSchema().getObjectType(node.type());
      };
    }
  }
}
