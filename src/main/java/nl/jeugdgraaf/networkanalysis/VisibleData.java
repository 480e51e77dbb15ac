package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that the caller of an analysis may see. What is read is recorded as what any operation of
/// the caller reads.
public interface VisibleData {
  /// Answers a document as the caller.
  ///
  /// @param document a document of the public language with one operation
  /// @param variables its variables
  /// @return what `data` of the response holds
  /// @throws nl.jeugdgraaf.problem.ProblemException if the caller may not ask it, or it is too much
  JsonNode read(String document, Map<String, @Nullable Object> variables);

  /// {@return whether the caller may ask a document, which is not run}
  ///
  /// @param document a document of the public language with one operation
  /// @param variables its variables
  boolean mayRead(String document, Map<String, @Nullable Object> variables);

  /// {@return whether the caller may ask statistics}
  boolean mayAskStatistics();

  /// Returns the last table of statistics that was published for a quarter which had begun on a
  /// day.
  ///
  /// @param table name of the table
  /// @param day the day
  /// @param region id of a region; nothing for all that the caller may ask
  /// @return the table; nothing where there is none
  Optional<PublishedTable> statistics(String table, LocalDate day, Optional<String> region);
}
