package nl.jeugdgraaf.schema;

import graphql.language.Node;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Collects what is wrong with schema files, each with file, line, type and field.
final class SchemaProblems {
  private final List<Problem> problems = new ArrayList<>();

  /// Notes a problem.
  ///
  /// @param node where it stands
  /// @param subject `Type`, `Type.field` or a directive
  /// @param message what is wrong and what would be right
  void add(Node<?> node, String subject, String message) {
    add(node.getSourceLocation(), subject, message);
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
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
