package nl.jeugdgraaf.execute;

import java.util.List;
import nl.jeugdgraaf.problem.Problem;

/// Problems as the `errors` of a GraphQL response.
///
/// @see <a href="https://spec.graphql.org/September2025/#sec-Errors">GraphQL, errors</a>
public final class ProblemJson {
  private ProblemJson() {}

  /// {@return the response to a request that was not run: `{"errors": [...]}`}
  ///
  /// @param problems what is wrong, at least one
  public static String response(List<Problem> problems) {
    var json = new JsonBuffer();
    json.raw("{\"errors\":");
    write(json, problems);
    json.raw('}');
    return json.toString();
  }

  static void write(JsonBuffer json, List<Problem> problems) {
    json.raw('[');
    for (int i = 0; i < problems.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      write(json, problems.get(i));
    }
    json.raw(']');
  }

  private static void write(JsonBuffer json, Problem problem) {
    json.raw("{\"message\":");
    json.string(problem.message());
    if (!problem.locations().isEmpty()) {
      json.raw(",\"locations\":[");
      for (int i = 0; i < problem.locations().size(); i++) {
        var location = problem.locations().get(i);
        json.raw(i > 0 ? "," : "");
        json.raw("{\"line\":%d,\"column\":%d}".formatted(location.line(), location.column()));
      }
      json.raw(']');
    }
    if (!problem.path().isEmpty()) {
      json.raw(",\"path\":[");
      for (int i = 0; i < problem.path().size(); i++) {
        json.raw(i > 0 ? "," : "");
        if (problem.path().get(i) instanceof Integer position) {
          json.raw(position.toString());
        } else {
          json.string(problem.path().get(i).toString());
        }
      }
      json.raw(']');
    }
    json.raw(",\"extensions\":{\"code\":\"%s\"}}".formatted(problem.code()));
  }
}
