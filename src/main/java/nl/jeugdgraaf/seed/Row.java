package nl.jeugdgraaf.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.seed.SeedReport.Origin;
import org.jspecify.annotations.Nullable;

/// A well-formed row.
///
/// @param at where it stands
/// @param values by field name; null where the cell is empty
record Row(Origin at, Map<String, @Nullable Object> values) {
  /// Returns a value.
  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// Returns a value as text, empty where there is none.
  String text(String name) {
    return value(name).map(Object::toString).orElse("");
  }

  /// Returns a day.
  Optional<LocalDate> date(String name) {
    return value(name).filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
  }

  /// Returns the elements of a list, none where there is no list.
  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /// Returns whether the generator made it.
  boolean synthetic() {
    return text(Provenance.SOURCE).equals(Provenance.SYNTHETIC);
  }
}
