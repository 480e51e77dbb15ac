package nl.jeugdgraaf.document;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.api.VisibleSchemas;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Answers fields about the schema, and service fields, through graphql-java. May be used by
/// several threads.
public final class Introspection {
  private static final String DOCUMENT = "document";

  private final VisibleSchemas schemas;

  /// Prepares to answer.
  ///
  /// @param schemas the public schema as each role sees it
  public Introspection(VisibleSchemas schemas) {
    this.schemas = schemas;
  }

  /// Who asks.
  ///
  /// @param permissions what the caller may see
  /// @param answers answers service fields
  public record Asked(Permissions permissions, ServiceFields.Answers answers) {}

  /// Answers the fields about the schema of an operation.
  ///
  /// @param operation the operation
  /// @param fields its root fields to answer, may be empty
  /// @param variables raw variable values
  /// @param caller what the caller may see, and how service fields are answered
  /// @return values by response key
  /// @throws ProblemException if graphql-java refuses, because too much is asked, or an answer does
  public Map<String, @Nullable Object> answer(
      ValidOperation operation,
      List<Field> fields,
      Map<String, @Nullable Object> variables,
      Asked caller) {
    if (fields.isEmpty()) {
      return Map.of();
    }
    var result = execute(operation, fields, variables, caller);
    var refused = result.getErrors().stream().flatMap(Introspection::refused).toList();
    if (!refused.isEmpty()) {
      throw new ProblemException(refused);
    }
    for (var error : result.getErrors()) {
      if (error instanceof ExceptionWhileDataFetching failed
          && failed.getException() instanceof RuntimeException e
          && !(e instanceof GraphQLException)) {
        throw e;
      }
    }
    if (!result.getErrors().isEmpty()) {
      throw new ProblemException(
          result.getErrors().stream().limit(10).map(ErrorMessages::ofIntrospection).toList());
    }
    Map<String, @Nullable Object> data = result.getData();
    return data == null ? Map.of() : data;
  }

  /// Returns what answers refused, each at its field.
  private static Stream<Problem> refused(GraphQLError error) {
    return error instanceof ExceptionWhileDataFetching failed
            && failed.getException() instanceof ProblemException e
        ? e.problems().stream()
            .map(problem ->
                problem.at(
                    new Problem.Place(
                        DocumentReader.locations(error).toList(),
                        Objects.requireNonNullElse(error.getPath(), List.of()),
                        problem.place().argument(),
                        problem.place().variable(),
                        problem.place().about())))
        : Stream.of();
  }

  private ExecutionResult execute(
      ValidOperation operation,
      List<Field> fields,
      Map<String, @Nullable Object> variables,
      Asked caller) {
    try {
      return graphQl(schemas.of(caller.permissions()).graphQl())
          .execute(
              ExecutionInput.newExecutionInput("introspection")
                  .operationName(operation.definition().getName())
                  .variables(new LinkedHashMap<>(variables))
                  .graphQLContext(
                      Map.of(
                          DOCUMENT,
                          document(operation, fields),
                          ServiceFields.ANSWERS,
                          caller.answers()))
                  .build());
    } catch (NullPointerException e) {
      // graphql-java takes null for @include(if:) to be impossible; a nullable variable can hold
      // it.
      throw new ProblemException(Code.BAD_USER_INPUT, ErrorMessages.NULL_ABOUT_SCHEMA, e);
    }
  }

  private static GraphQL graphQl(GraphQLSchema schema) {
    return GraphQL.newGraphQL(schema)
        .preparsedDocumentProvider((input, _) ->
            CompletableFuture.completedFuture(
                new PreparsedDocumentEntry(
                    (Document) Objects.requireNonNull(input.getGraphQLContext().get(DOCUMENT)))))
        .build();
  }

  /// Returns the document with nothing but these fields at the root of the operation.
  private static Document document(ValidOperation operation, List<Field> fields) {
    var definition =
        operation
            .definition()
            .transform(it -> it.selectionSet(SelectionSet.newSelectionSet(fields).build()));
    var document = Document.newDocument().definition(definition);
    operation.fragments().values().forEach(document::definition);
    return document.build();
  }
}
