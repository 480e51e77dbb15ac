package nl.jeugdgraaf.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.conditions.CallerGuards;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.ConditionPlaces;
import nl.jeugdgraaf.document.FieldCollector;
import nl.jeugdgraaf.document.OptionalVariables;
import nl.jeugdgraaf.document.Refusals;
import nl.jeugdgraaf.document.ValidOperation;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Compiles a valid operation to a plan and the shape of its response. May be used by several
/// threads.
///
/// @param schema the public schema and the rules
/// @param guards turns rules of access into predicates, for one plan and caller
/// @param places where conditions can be left out
public record Compiler(
    ApiSchema schema, Function<Permissions, Guards> guards, ConditionPlaces places) {
  /// Creates a compiler that guards by the rules of the schema.
  ///
  /// @param schema the public schema and the rules
  public Compiler(ApiSchema schema) {
    this(schema, permissions -> new CallerGuards(schema, permissions));
  }

  /// Creates a compiler with other guards.
  ///
  /// @param schema the public schema and the rules
  /// @param guards turns rules of access into predicates, for one plan and caller
  public Compiler(ApiSchema schema, Function<Permissions, Guards> guards) {
    this(schema, guards, new ConditionPlaces(schema.model()));
  }

  /// Compiles an operation.
  ///
  /// @param operation the operation
  /// @param variables values, coerced by the schema
  /// @param permissions what the caller may see
  /// @return the plan, and how its rows become a response
  /// @throws ProblemException with all that is wrong: arguments that cannot be used, and what the
  ///   caller may not see
  public CompiledOperation compile(
      ValidOperation operation, Map<String, @Nullable Object> variables, Permissions permissions) {
    var optional = OptionalVariables.of(places, operation.definition());
    return compile(operation, variables, permissions, optional);
  }

  /// Compiles an operation whose variables may be known to have no value in other runs.
  ///
  /// @param operation the operation
  /// @param variables values, coerced by the schema
  /// @param permissions what the caller may see
  /// @param optional which variables may have no value; gets to know what they decide
  /// @return the plan, and how its rows become a response
  /// @throws ProblemException with all that is wrong: arguments that cannot be used, and what the
  ///   caller may not see
  public CompiledOperation compile(
      ValidOperation operation,
      Map<String, @Nullable Object> variables,
      Permissions permissions,
      OptionalVariables optional) {
    var definition = operation.definition();
    var binder = new Binder(schema.model(), permissions, guards.apply(permissions));
    var refusals = Refusals.of(schema.graphQl());
    var asked = new Scope.Asked(variables, Optional.of(optional), refusals);
    var scope = Scope.of(schema.model(), schema.graphQl(), binder, asked);
    var collector = new FieldCollector(operation.fragments(), variables);
    var roots = new RootCompiler(scope, new SelectionCompiler(collector, refusals));
    collector
        .collect(List.of(definition.getSelectionSet()), ApiNames.QUERY::equals)
        .forEach(roots::add);
    refusals.refuse();
    return roots.compiled();
  }
}
