package nl.jeugdgraaf.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.AccessDefinitions;
import nl.jeugdgraaf.access.AccessReader;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.access.RuleCondition;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;

/// The public schema of a model, as text and as a schema of graphql-java, with the access rules.
/// May be used by several threads.
///
/// @param model the graph
/// @param text the schema in the schema definition language
/// @param graphQl the same for validation, coercion and introspection; only [ServiceFields] have
///   data fetchers
/// @param accessDefinitions who may see what
public record ApiSchema(
    Model model, String text, GraphQLSchema graphQl, AccessDefinitions accessDefinitions) {
  /// {@return the schema and the rules that were built into the server}
  ///
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  public static ApiSchema builtIn() {
    return of(SchemaReader.read(SchemaFile.builtIn())).with(SchemaFile.accessBuiltIn());
  }

  /// {@return who may see what}
  public AccessRules access() {
    return accessDefinitions.rules();
  }

  /// {@return the conditions of rules, by `Type.rule`}
  public Map<String, RuleCondition> conditions() {
    return accessDefinitions.conditions();
  }

  /// Builds the public schema of a model, without access rules, so no caller may see anything.
  ///
  /// @param model the graph
  /// @return the schema
  public static ApiSchema of(Model model) {
    return of(PublicSchema.write(model), model);
  }

  /// Builds the schema of a part of a model.
  ///
  /// @param model the part
  /// @param part what it is a part of
  static ApiSchema of(Model model, PublicSchema.Part part) {
    return of(PublicSchema.write(model, part), model);
  }

  private static ApiSchema of(String text, Model model) {
    // Strict wiring would not let the server have an ID of its own.
    var wiring = RuntimeWiring.newRuntimeWiring().strictMode(false);
    Scalars.all().forEach(wiring::scalar);
    wiring.codeRegistry(
        GraphQLCodeRegistry.newCodeRegistry()
            .dataFetcher(
                FieldCoordinates.coordinates("__Schema", "directives"),
                (DataFetcher<?>) ApiSchema::directives));
    ServiceFields.wire(wiring);
    wiring.type(ApiNames.NODE_INTERFACE, type -> type.typeResolver(_ -> null));
    for (var name : model.interfaces().keySet()) {
      wiring.type(name, type -> type.typeResolver(_ -> null));
    }
    var schema =
        new SchemaGenerator()
            .makeExecutableSchema(
                SchemaGenerator.Options.defaultOptions().captureAstDefinitions(false),
                new SchemaParser().parse(text),
                wiring.build());
    return new ApiSchema(model, text, schema, AccessDefinitions.NONE);
  }

  private static List<GraphQLDirective> directives(DataFetchingEnvironment asked) {
    return asked.getGraphQLSchema().getDirectives().stream()
        .filter(directive -> !ApiNames.NO_DIRECTIVES.contains(directive.getName()))
        .toList();
  }

  /// Reads access rules.
  ///
  /// @param files the files
  /// @return the same schema with these rules
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  public ApiSchema with(List<SchemaFile> files) {
    return new ApiSchema(model, text, graphQl, AccessReader.read(files, model, graphQl));
  }
}
