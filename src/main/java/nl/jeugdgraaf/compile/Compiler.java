package nl.jeugdgraaf.compile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.conditions.CallerGuards;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.FieldCollector;
import nl.jeugdgraaf.document.ParsedOperation;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A checked operation to its plan and the shape of its response. May be used by several threads.
public final class Compiler {
  private final ApiSchema schema;

  private final Function<Permissions, Guards> guards;

  /// Creates a compiler.
  ///
  /// @param schema the public schema and the rules
  public Compiler(ApiSchema schema) {
    this(schema, access -> new CallerGuards(schema, access));
  }

  /// Creates a compiler that guards in its own way, to see what a hole would let through.
  ///
  /// @param schema the public schema
  /// @param guards what must hold of what a caller asks
  public Compiler(ApiSchema schema, Function<Permissions, Guards> guards) {
    this.schema = schema;
    this.guards = guards;
  }

  /// {@return the guards of a caller}
  ///
  /// @param access what the caller may see
  public Guards guards(Permissions access) {
    return guards.apply(access);
  }

  /// Compiles an operation.
  ///
  /// @param checked an operation that fits the schema
  /// @param variables values in the form that the schema gives them
  /// @param access what the caller may see
  /// @return the plan, and how its rows become a response
  /// @throws ProblemException if an argument cannot be used
  public CompiledOperation compile(
      ParsedOperation checked, Map<String, @Nullable Object> variables, Permissions access) {
    var operation = checked.operation();
    var binder = new Binder(schema.model(), guards.apply(access));
    var scope = Scope.of(schema.model(), schema.graphQl(), binder, variables, operation);
    var collector = new FieldCollector(checked.fragments(), variables);
    var roots = new RootCompiler(scope, new SelectionCompiler(collector));
    collector
        .collect(List.of(operation.getSelectionSet()), ApiNames.QUERY::equals)
        .forEach(roots::add);
    return roots.compiled();
  }
}
