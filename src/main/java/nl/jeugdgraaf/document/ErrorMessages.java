package nl.jeugdgraaf.document;

import graphql.ErrorType;
import graphql.GraphQLError;
import java.util.List;
import java.util.regex.Pattern;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;

/// What graphql-java says is wrong, without the values that a caller sent: they may name a person,
/// and errors are logged and shown.
public final class ErrorMessages {
  /// What is wrong with a field about the schema that graphql-java does not answer.
  public static final String NULL_ABOUT_SCHEMA =
      "An introspection field was not answered: a variable is null where a value is required.";

  private static final int LENGTH_MAX = 300;
  private static final Pattern PREFIX = Pattern.compile("^Validation error \\([^)]*\\) ?: ");
  private static final Pattern LITERAL =
      Pattern.compile("(?s) with value '.*' (?=is not a|contains a|must|has|is missing)");
  private static final Pattern GIVEN =
      Pattern.compile("(?s)(,? but (it )?was| : '| - '|[.:]? ?No value found for name).*$");
  private static final Pattern DEFAULT = Pattern.compile("(?s)Bad default value '.*' for type");
  private static final Pattern LONG_NAME = Pattern.compile("'[^']{80,}'");

  private ErrorMessages() {}

  static Problem ofValidation(GraphQLError error) {
    var message = PREFIX.matcher(error.getMessage()).replaceFirst("");
    var code =
        message.contains("exceeds maximum") ? Code.LIMIT_EXCEEDED : Code.GRAPHQL_VALIDATION_FAILED;
    var safe = LITERAL.matcher(message).replaceAll(" ");
    return problem(code, DEFAULT.matcher(safe).replaceAll("Bad default value for type"), error);
  }

  static Problem ofVariable(GraphQLError error) {
    return problem(Code.BAD_USER_INPUT, error.getMessage(), error);
  }

  public static Problem ofIntrospection(GraphQLError error) {
    return error.getErrorType() == ErrorType.ExecutionAborted
        ? problem(Code.LIMIT_EXCEEDED, error.getMessage(), error)
        : problem(Code.BAD_USER_INPUT, NULL_ABOUT_SCHEMA, error);
  }

  private static Problem problem(Code code, String message, GraphQLError error) {
    var known = GIVEN.matcher(message).replaceFirst("");
    var text = LONG_NAME.matcher(known).replaceAll("that").strip();
    return new Problem(
        code,
        text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "..." : text,
        new Problem.Place(
            DocumentReader.locations(error).toList(),
            error.getPath() == null ? List.of() : error.getPath(),
            "",
            "",
            Problem.Coordinate.NONE));
  }
}
