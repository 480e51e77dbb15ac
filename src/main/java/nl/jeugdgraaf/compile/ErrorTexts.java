package nl.jeugdgraaf.compile;

import graphql.ErrorType;
import graphql.GraphQLError;
import java.util.List;
import java.util.regex.Pattern;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;

/// What graphql-java says is wrong, without the values that a caller sent: they may name a person,
/// and errors are logged and shown.
final class ErrorTexts {
  private static final int LENGTH_MAX = 300;
  private static final Pattern PREFIX = Pattern.compile("^Validation error \\([^)]*\\) ?: ");
  private static final Pattern LITERAL =
      Pattern.compile("(?s) with value '.*?' (?=is not|contains|must|has|is missing)");
  private static final Pattern GIVEN = Pattern.compile("(?s)(,? but (it )?was| : ').*$");
  private static final Pattern LONG_NAME = Pattern.compile("'[^']{80,}'");

  private ErrorTexts() {}

  static Problem ofValidation(GraphQLError error) {
    var message = PREFIX.matcher(error.getMessage()).replaceFirst("");
    var code =
        message.contains("exceeds maximum") ? Code.LIMIT_EXCEEDED : Code.GRAPHQL_VALIDATION_FAILED;
    return problem(code, LITERAL.matcher(message).replaceAll(" "), error);
  }

  static Problem ofVariable(GraphQLError error) {
    var message = GIVEN.matcher(error.getMessage()).replaceFirst("");
    return problem(Code.BAD_USER_INPUT, message, error);
  }

  static Problem ofIntrospection(GraphQLError error) {
    var code =
        error.getErrorType() == ErrorType.ExecutionAborted
            ? Code.LIMIT_EXCEEDED
            : Code.GRAPHQL_VALIDATION_FAILED;
    return problem(code, error.getMessage(), error);
  }

  private static Problem problem(Code code, String message, GraphQLError error) {
    var text = LONG_NAME.matcher(message).replaceAll("that").strip();
    return new Problem(
        code,
        text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "..." : text,
        DocumentReader.locations(error).toList(),
        error.getPath() == null ? List.of() : error.getPath());
  }
}
