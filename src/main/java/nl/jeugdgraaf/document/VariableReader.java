package nl.jeugdgraaf.document;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.TypeFromAST;
import graphql.execution.ValuesResolver;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Brings variables into the form that the schema gives them.
///
/// @param schema the public schema
public record VariableReader(GraphQLSchema schema) {
  private static final int PROBLEMS_MAX = 50;

  /// Variables, read.
  ///
  /// @param values values by variable name, of those that fit; absent ones stay absent
  /// @param problems what is wrong with the others, each with the name of the variable and the
  ///   place in it
  public record Variables(Map<String, @Nullable Object> values, List<Problem> problems) {
    /// Copies the collections.
    public Variables {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      problems = List.copyOf(problems);
    }
  }

  /// Reads the variables of a request.
  ///
  /// @param operation declares them
  /// @param raw values as JSON gives them
  public Variables read(ValidOperation operation, Map<String, @Nullable Object> raw) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    var problems = new ArrayList<Problem>();
    for (var definition : operation.definition().getVariableDefinitions()) {
      try {
        values.putAll(coerce(definition, raw));
      } catch (GraphQLException e) {
        if (!(e instanceof GraphQLError error)) {
          throw e;
        }
        problems.addAll(problems(definition, raw, error));
      }
    }
    return new Variables(values, problems.stream().limit(PROBLEMS_MAX).toList());
  }

  @SuppressWarnings("NullAway") // graphql-java keeps nulls in maps whose type does not say so
  private Map<String, @Nullable Object> coerce(
      VariableDefinition definition, Map<String, @Nullable Object> raw) {
    return ValuesResolver.coerceVariableValues(
            schema,
            List.of(definition),
            RawVariables.of(raw),
            GraphQLContext.getDefault(),
            Locale.ENGLISH)
        .toMap();
  }

  /// graphql-java names the first fault only, and not where in the variable it is.
  private List<Problem> problems(
      VariableDefinition definition, Map<String, @Nullable Object> raw, GraphQLError error) {
    var location = DocumentReader.location(definition);
    var name = "variables." + definition.getName();
    var type = TypeFromAST.getTypeFromAST(schema, definition.getType());
    var found = new VariableFaults(location);
    found.find(raw.get(definition.getName()), type, name);
    return found.problems().isEmpty()
        ? List.of(found.problem(name, ErrorMessages.ofVariable(error)))
        : found.problems();
  }
}
