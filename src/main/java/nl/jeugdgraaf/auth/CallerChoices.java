package nl.jeugdgraaf.auth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What an accepted token says of its caller, and leaves the caller to choose.
///
/// @param organisation the organisation, empty if none
/// @param purposes for each role of the token the purposes that it may state
public record CallerChoices(String organisation, SequencedMap<String, List<String>> purposes) {
  /// Copies the map.
  public CallerChoices {
    purposes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(purposes));
  }
}
