package nl.jeugdgraaf.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a prepared operation gets on each run.
///
/// @param variables values of the request, in the form that the schema gives them
/// @param today the day of the request in Europe/Amsterdam
/// @param cursors reads and writes cursors
public record ExecutionContext(
    Map<String, @Nullable Object> variables, LocalDate today, Cursors cursors) {
  /// Copies the map.
  public ExecutionContext {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
