package nl.jeugdgraaf.engine;

import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.compile.CompiledOperation;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.problem.ProblemException;

/// An operation that lacks nothing but the values of a request: planned once, executed often.
///
/// @param compiled its plan, rewritten, and the shape of its response
/// @param text Cypher of the plan, empty where it reads nothing of the graph
/// @param recorded what the audit record says of it
/// @param cost what it costs the database
public record PreparedOperation(
    CompiledOperation compiled, String text, AuditEntry.Operation recorded, OperationCost cost) {
  /// Returns the operation with a statement that serves others too. What is recorded of it, and
  /// what it costs, stays what is asked.
  ///
  /// @param other has the statement
  PreparedOperation sharing(PreparedOperation other) {
    return new PreparedOperation(other.compiled(), other.text(), recorded, cost);
  }

  /// {@return whether it reads the graph}
  public boolean readsGraph() {
    return !text.isEmpty();
  }

  /// {@return the statement for one execution}
  ///
  /// @param context the values of the request
  /// @throws ProblemException if a value that the client sent cannot be used
  public Statement statement(ExecutionContext context) {
    return new Statement(
        text, context.values(compiled.parameters().list(), compiled.parameters().places()));
  }
}
