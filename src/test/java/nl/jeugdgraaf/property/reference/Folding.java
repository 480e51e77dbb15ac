package nl.jeugdgraaf.property.reference;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// Texts without letter case and accents.
final class Folding {
  private Folding() {}

  /// Returns the same value with all texts in it folded: single values, lists and filters.
  static Object of(Object value) {
    return switch (value) {
      case String text -> text(text);
      case List<?> list -> list.stream().map(Folding::of).toList();
      case Map<?, ?> map -> {
        var folded = new HashMap<Object, Object>();
        map.forEach((key, part) -> folded.put(key, of(part)));
        yield folded;
      }
      case null, default -> value;
    };
  }

  private static String text(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{Mn}", "")
        .replace("\u00DF", "ss");
  }

  /// A text that sorts by its folded form, then by itself.
  ///
  /// @param text as it is stored
  record Collated(String text) implements Comparable<Collated> {
    @Override
    public int compareTo(Collated other) {
      var folded = ValueOrder.compare(Folding.text(text), Folding.text(other.text));
      return folded == 0 ? ValueOrder.compare(text, other.text) : folded;
    }
  }

  /// Returns what a value of a type is sorted by.
  static Object collated(Object value, ValueType type) {
    return type.scalar() == Scalar.BuiltIn.STRING && value instanceof String text
        ? new Collated(text)
        : value;
  }
}
