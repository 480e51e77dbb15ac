package nl.jeugdgraaf.property.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The response keys of one selection set, over all fragments in it: what may be selected beside
/// what.
///
/// Two selections with one response key must be of the same field with the same arguments; their
/// own selection sets merge, so they share a frame too.
final class ResponseKeys {
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Optional<ResponseKeys> beside;

  /// Creates a frame with nothing in it.
  ResponseKeys() {
    this(Optional.empty());
  }

  /// Creates a frame with nothing in it, whose fields must also fit into another one.
  ResponseKeys(Optional<ResponseKeys> beside) {
    this.beside = beside;
  }

  /// A field that has its place.
  ///
  /// @param parent type in which it was selected
  /// @param head alias, name and arguments, as the document writes them
  /// @param signature what must be the same for another field with this response key
  /// @param field name of the field
  record Field(String parent, String head, String signature, String field) {}

  private record Placed(Field field, ResponseKeys below) {}

  /// Returns whether a field can have a response key.
  boolean accepts(String key, String signature) {
    var there = placed.get(key);
    return (there == null || there.field().signature().equals(signature))
        && beside.map(frame -> frame.accepts(key, signature)).orElse(true);
  }

  /// Gives a field its response key, and returns the frame of its selection set.
  ResponseKeys place(String key, Field field) {
    return placed
        .computeIfAbsent(key, _ -> new Placed(field, new ResponseKeys(below(key))))
        .below();
  }

  private Optional<ResponseKeys> below(String key) {
    return beside.flatMap(frame -> {
      var there = frame.placed.get(key);
      return there == null ? frame.below(key) : Optional.of(there.below());
    });
  }

  /// Returns the response keys and fields placed by a selection in a type.
  List<Map.Entry<String, Field>> of(String parent) {
    return placed.entrySet().stream()
        .filter(entry -> entry.getValue().field().parent().equals(parent))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().field()))
        .toList();
  }

  /// Returns the paths of response keys that lead to single values.
  List<String> paths(Predicate<Field> single) {
    var paths = new ArrayList<String>();
    placed.forEach((key, there) -> {
      if (single.test(there.field())) {
        paths.add(key);
      }
      there.below().paths(single).forEach(path -> paths.add(key + "." + path));
    });
    return paths;
  }

  /// Returns whether everything of another frame could be placed here too.
  boolean accepts(ResponseKeys other) {
    return other.placed.entrySet().stream()
            .allMatch(entry -> {
              var there = placed.get(entry.getKey());
              return accepts(entry.getKey(), entry.getValue().field().signature())
                  && (there == null || there.below().accepts(entry.getValue().below()));
            })
        && beside.map(frame -> frame.accepts(other)).orElse(true);
  }

  /// Places everything of another frame here; the other one stays as it is.
  void absorb(ResponseKeys other) {
    other.placed.forEach((key, there) -> place(key, there.field()).absorb(there.below()));
  }
}
