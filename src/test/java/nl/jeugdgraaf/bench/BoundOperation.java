package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// An operation with who asks it and about what, found in the data.
///
/// @param operation which one
/// @param asker who, with the organisation
/// @param variables about what
record BoundOperation(BenchOperation operation, Asker asker, Map<String, String> variables) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Finds an organisation in the middle of its role, and nodes that it sees.
  static BoundOperation in(Driver driver, BenchOperation operation) {
    var asker = operation.asker();
    try (var session = driver.session()) {
      if (!operation.organisation().isEmpty()) {
        asker = asker.of(session.run(operation.organisation()).single().get("found").asString());
      }
      Map<String, String> variables = Map.of();
      if (!operation.variables().isEmpty()) {
        variables =
            session
                .run(operation.variables(), Map.of("organisation", asker.organisation()))
                .single()
                .get("found")
                .asMap(Value::asString);
      }
      return new BoundOperation(operation, asker, variables);
    }
  }

  /// Returns the same with another variable.
  BoundOperation with(String name, String value) {
    var more = new LinkedHashMap<>(variables);
    more.put(name, value);
    return new BoundOperation(operation, asker, more);
  }

  /// Returns the body of a request in GraphQL.
  String graphQlBody() {
    return json(Map.of("query", operation.query(), "variables", variables));
  }

  /// Returns the body of a request to a handler of this operation.
  String body() {
    return json(variables);
  }

  /// Returns what a driver needs to know.
  String driverBody() {
    return with("organisation", asker.organisation()).body();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
