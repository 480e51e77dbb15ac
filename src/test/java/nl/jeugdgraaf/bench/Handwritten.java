package nl.jeugdgraaf.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import nl.jeugdgraaf.execute.SearchPhrase;
import org.jspecify.annotations.Nullable;

/// One operation as somebody writes it by hand: its statement, its parameters and its names.
///
/// @param operation which one
/// @param statement what is sent to the database
/// @param shape what is written of its records
record Handwritten(BenchOperation operation, String statement, JsonShape shape) {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  static Handwritten of(BenchOperation operation) {
    var statement = operation.statement();
    return new Handwritten(operation, withoutComment(statement), JsonShape.of(statement));
  }

  private static String withoutComment(String statement) {
    return statement
        .lines()
        .dropWhile(line -> line.startsWith("//"))
        .collect(Collectors.joining("\n"));
  }

  /// Returns whether somebody may ask this at all; of what they see the statement takes care.
  boolean isOpenTo(Asker asker) {
    var wanted = operation.asker();
    return wanted.role().isEmpty()
        || (wanted.role().equals(asker.role()) && wanted.purpose().equals(asker.purpose()));
  }

  /// Returns what the statement gets.
  Map<String, @Nullable Object> parameters(Asker asker, Map<String, ?> variables) {
    var parameters = new HashMap<String, @Nullable Object>(variables);
    parameters.put("day", LocalDate.now(ZONE));
    parameters.put("organisation", asker.organisation());
    if (variables.get("phrase") instanceof String phrase) {
      parameters.put("phrase", SearchPhrase.of(phrase).query());
    }
    if (operation.isSecondPage()) {
      parameters.putIfAbsent("after", "");
    }
    return parameters;
  }
}
