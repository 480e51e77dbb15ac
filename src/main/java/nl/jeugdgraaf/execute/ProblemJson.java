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
    write(json, problem.place());
    json.raw(",\"extensions\":{\"code\":\"%s\"".formatted(problem.code()));
    extension(json, "type", problem.place().about().type());
    extension(json, "field", problem.place().about().field());
    extension(json, "argument", problem.place().argument());
    extension(json, "variable", problem.place().variable());
    json.raw("}}");
  }

  private static void write(JsonBuffer json, Problem.Place place) {
    if (!place.locations().isEmpty()) {
      json.raw(",\"locations\":[");
      for (int i = 0; i < place.locations().size(); i++) {
        var location = place.locations().get(i);
        json.raw(i > 0 ? "," : "");
        json.raw("{\"line\":%d,\"column\":%d}".formatted(location.line(), location.column()));
      }
      json.raw(']');
    }
    if (!place.path().isEmpty()) {
      json.raw(",\"path\":[");
      for (int i = 0; i < place.path().size(); i++) {
        json.raw(i > 0 ? "," : "");
        if (place.path().get(i) instanceof Integer position) {
          json.raw(position.toString());
        } else {
          json.string(place.path().get(i).toString());
        }
      }
      json.raw(']');
    }
  }

  private static void extension(JsonBuffer json, String name, String value) {
    if (!value.isEmpty()) {
      json.raw(",\"%s\":".formatted(name));
      json.string(value);
    }
  }
}
