package nl.jeugdgraaf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.document.GivenVariables;
import nl.jeugdgraaf.document.OptionalVariables;
import nl.jeugdgraaf.document.ValidOperation;
import nl.jeugdgraaf.document.VariableShape;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Gives the requests of a filter form, which leave out now these and now those conditions, one
/// statement. May be used by several threads.
///
/// The first few forms of the variables of an operation have statements of their own, which the
/// database can plan best. Each further one gets a statement of all conditions that were ever
/// given, each asked only where it is given: so `n` conditions do not make `2^n` statements.
final class SharedStatements {
  /// Operations that are remembered. Each holds its document, and a small value for each condition.
  private static final int OPERATIONS_MAX = 200;

  /// Where so many shared statements were not enough, the requests differ in more than conditions.
  private static final int SHARED_MAX = 12;

  private final Planner planner;
  private final Limits limits;
  private final Cache<Known, Forms> operations =
      Caffeine.newBuilder().maximumSize(OPERATIONS_MAX).build();

  SharedStatements(Planner planner, Limits limits) {
    this.planner = planner;
    this.limits = limits;
  }

  /// An operation for callers with the same permissions.
  private record Known(String text, String operationName, String permissions) {}

  /// What is known of one operation.
  private static final class Forms {
    private final Set<String> shared = new HashSet<>();
    private Set<String> decisive = Set.of();
    private GivenVariables given = GivenVariables.NONE;
    private int own;
  }

  /// Variables in which no condition is left out that another request gave.
  ///
  /// @param values the variables
  /// @param decisive those that decide more than whether a condition is asked
  /// @param shape their form
  record Complete(Map<String, @Nullable Object> values, Set<String> decisive, String shape) {}

  /// Returns the variables for which a request gets a shared statement, or nothing where it has a
  /// statement of its own.
  ///
  /// @param valid the operation
  /// @param variables its values
  /// @param permissions what the caller may see
  /// @param decisive variables that decide more than whether a condition is asked
  Optional<Complete> complete(
      ValidOperation valid,
      Map<String, @Nullable Object> variables,
      Permissions permissions,
      Set<String> decisive) {
    var forms =
        operations.get(
            new Known(valid.text(), valid.name(), permissions.shape()), _ -> new Forms());
    synchronized (forms) {
      var all = new HashSet<>(forms.decisive);
      all.addAll(decisive);
      forms.decisive = all;
      var schema = planner.schema().graphQl();
      var given =
          forms.given.with(variables, all, valid.definition(), schema, planner.compiler().places());
      var shape = VariableShape.of(schema, valid.definition(), given.values());
      if (shape.length() > limits.variableFormCharactersMax()) {
        return Optional.empty();
      }
      forms.given = given.remembered(all);
      if (forms.own < limits.ownStatementsMax()) {
        forms.own++;
        return Optional.empty();
      }
      if (!forms.shared.contains(shape) && forms.shared.size() == SHARED_MAX) {
        return Optional.empty();
      }
      forms.shared.add(shape);
      return Optional.of(new Complete(given.values(), all, shape));
    }
  }

  /// Plans the statement of all conditions; nothing where the caller may not ask one of them, or a
  /// variable decides more than was known.
  Optional<PreparedOperation> plan(
      ValidOperation valid, Complete complete, Permissions permissions, GraphSizes sizes) {
    var optional = OptionalVariables.shared(planner.compiler().places(), valid.definition());
    try {
      var operation = planner.plan(valid, complete.values(), permissions, sizes, optional);
      return complete.decisive().containsAll(optional.decisive())
          ? Optional.of(operation)
          : Optional.empty();
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }
}
