package nl.jeugdgraaf.networkanalysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A published table of statistics.
///
/// @param on first day of its quarter
/// @param cells its cells
public record PublishedTable(LocalDate on, List<Cell> cells) {
  /// A cell.
  ///
  /// @param key values of the dimensions, null where one is unknown
  /// @param youths the number, or null where it is left out
  /// @param suppressed why it is left out, else null
  public record Cell(
      List<@Nullable String> key, @Nullable Long youths, @Nullable String suppressed) {}

  /// {@return a table}
  ///
  /// @param on first day of its quarter
  /// @param table in the form of the public type `Statistics`
  public static PublishedTable of(LocalDate on, Map<String, @Nullable Object> table) {
    var cells = table.get("cells") instanceof List<?> list ? list : List.of();
    return new PublishedTable(on, cells.stream().map(cell -> cell((Map<?, ?>) cell)).toList());
  }

  private static Cell cell(Map<?, ?> cell) {
    List<@Nullable String> key =
        ((List<?>) cell.get("key"))
            .stream().<@Nullable String>map(it -> it == null ? null : it.toString()).toList();
    var youths = cell.get("youths");
    var reason = youths instanceof Map<?, ?> map ? map.get("suppressed") : null;
    return new Cell(key, number(youths), reason == null ? null : reason.toString());
  }

  private static @Nullable Long number(@Nullable Object statistic) {
    return statistic instanceof Map<?, ?> map && map.get("value") instanceof Number value
        ? value.longValue()
        : null;
  }
}
