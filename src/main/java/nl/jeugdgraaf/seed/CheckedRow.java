package nl.jeugdgraaf.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;
import org.jspecify.annotations.Nullable;

/// A row that fits its table.
///
/// @param at where it is
/// @param values by field name; null where the cell is empty
record CheckedRow(RowLocation at, Map<String, @Nullable Object> values) {
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

  /// Returns whether the row is made up.
  boolean synthetic() {
    return text(SourceColumns.SOURCE).equals(SourceColumns.SYNTHETIC);
  }
}
