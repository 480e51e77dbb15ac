package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import nl.jeugdgraaf.bench.Load.Seen;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;

/// The statements written by hand, run by the driver and read to the end, without HTTP and without
/// JSON: what nothing over this driver can be faster than.
///
/// @param driver the driver
record DriverLoop(Driver driver) {
  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Asks for some time.
  ///
  /// @param name of the operation
  /// @param connections how many threads ask
  /// @param time for how long
  /// @param variables those of the operation and `organisation`, as JSON
  Seen run(String name, int connections, Duration time, String variables) {
    var route =
        BenchOperation.ALL.stream()
            .filter(operation -> operation.name().equals(name))
            .map(Handwritten::of)
            .findFirst()
            .orElseThrow();
    var given = read(variables);
    var asker = new Asker("", given.getOrDefault("organisation", ""), "");
    return Load.run(Collections.nCopies(connections, () -> ask(route, asker, given)), time);
  }

  private static Map<String, String> read(String variables) {
    try {
      return JSON.readValue(variables, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(variables, e);
    }
  }

  @SuppressWarnings("NullAway") // the driver takes null for what is missing
  private void ask(Handwritten route, Asker asker, Map<String, String> variables) {
    try (var session = driver.session(READING)) {
      Map<String, Object> parameters = route.parameters(asker, variables);
      var result = session.run(route.statement(), parameters);
      while (result.hasNext()) {
        for (var value : result.next().values()) {
          touch(value);
        }
      }
    }
  }

  private static int touch(Value value) {
    int touched = 1;
    if (value.hasType(org.neo4j.driver.types.TypeSystem.getDefault().LIST())) {
      int size = value.size();
      for (int i = 0; i < size; i++) {
        touched += touch(value.get(i));
      }
    }
    return touched;
  }
}
