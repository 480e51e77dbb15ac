package nl.jeugdgraaf.engine;

import java.util.HashMap;
import java.util.List;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.plan.ExecutionContext;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// An operation that only lacks the values of a request.
///
/// @param plan what it reads, after all rewrites
/// @param text Cypher of the plan, empty where nothing is read
/// @param parameters values that the statement gets on each run
/// @param response how rows become a response
public record Prepared(
    Plan plan, String text, List<Parameter> parameters, List<Shape.Root> response) {
  /// Copies the lists.
  public Prepared {
    parameters = List.copyOf(parameters);
    response = List.copyOf(response);
  }

  /// {@return the statement for one run}
  ///
  /// @param run what is new on each run
  /// @throws ProblemException if a value that the client sent cannot be used
  public Statement statement(ExecutionContext run) {
    var values = new HashMap<String, @Nullable Object>();
    for (var parameter : parameters) {
      values.put(parameter.name(), parameter.source().value(run));
    }
    return new Statement(text, values);
  }
}
