package nl.jeugdgraaf.schema;

import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Collects what is wrong with schema files, each with file, line, type and field.
public final class SchemaProblems {
  private final List<Problem> problems = new ArrayList<>();

  /// Adds a problem.
  ///
  /// @param node where it is
  /// @param subject `Type`, `Type.field` or a directive
  /// @param message what is wrong and what would be right
  public void add(Node<?> node, String subject, String message) {
    add(place(node), subject, message);
  }

  /// Returns the place of the definition itself; graphql-java gives the start of its description.
  private static SourceLocation place(Node<?> node) {
    for (Node<?> child : node.getChildren()) {
      if (child instanceof Directive || child instanceof Type<?>) {
        return Objects.requireNonNull(child.getSourceLocation());
      }
    }
    return Objects.requireNonNull(node.getSourceLocation());
  }

  void add(SourceLocation location, String subject, String message) {
    problems.add(
        Problem.of(
            Code.STARTUP_FAILED,
            "schema/%s:%d %s: %s"
                .formatted(location.getSourceName(), location.getLine(), subject, message)));
  }

  /// Ends the start if there was any problem.
  ///
  /// @throws ProblemException with all of them, in the order of the files
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
