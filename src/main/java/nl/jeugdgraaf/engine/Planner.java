package nl.jeugdgraaf.engine;

import java.util.Map;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.cypher.CypherWriter;
import nl.jeugdgraaf.document.OptionalVariables;
import nl.jeugdgraaf.document.ValidOperation;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.rewrite.Decorrelation;
import nl.jeugdgraaf.rewrite.Rewriter;
import org.jspecify.annotations.Nullable;

/// The stages from a valid operation to its statement: compile, rewrite, write. May be used by
/// several threads.
///
/// @param compiler gives the plan, with its guards
/// @param rewriter gives an equal, cheaper plan
public record Planner(Compiler compiler, Rewriter rewriter) {
  /// {@return the planner of a schema, with its rules of access and all laws}
  ///
  /// @param schema the public schema and the rules
  public static Planner of(ApiSchema schema) {
    return new Planner(new Compiler(schema), Rewriter.ALL_LAWS);
  }

  /// {@return the public schema for which it plans}
  public ApiSchema schema() {
    return compiler.schema();
  }

  /// Plans an operation. Reads nothing of the graph.
  ///
  /// @param operation the operation
  /// @param variables values, coerced by the schema; only their shape matters to the plan
  /// @param permissions what the caller may see
  /// @param sizes of the graph; they decide what costs less, and no result
  /// @param optional which variables may have no value; gets to know what they decide
  /// @return the operation, ready for the values of a request
  /// @throws ProblemException if an argument cannot be used, or the caller may not see what it asks
  public PreparedOperation plan(
      ValidOperation operation,
      Map<String, @Nullable Object> variables,
      Permissions permissions,
      GraphSizes sizes,
      OptionalVariables optional) {
    var compiled = compiler.compile(operation, variables, permissions, optional);
    var plan =
        Decorrelation.of(
            rewriter.rewrite(compiled.plan()), type -> permissions.subject(type).isEmpty(), sizes);
    var text = plan.roots().isEmpty() ? "" : CypherWriter.write(plan);
    return new PreparedOperation(
        compiled.with(plan, text),
        text,
        AuditTrail.operation(
            operation.name(),
            operation.text(),
            permissions.shape(),
            compiled.subjects().personal()),
        new OperationCost(plan));
  }
}
