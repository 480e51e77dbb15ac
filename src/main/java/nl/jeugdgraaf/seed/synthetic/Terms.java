package nl.jeugdgraaf.seed.synthetic;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;

/// On what terms a municipality has help: in which segments it takes part with its region, and what
/// it contracts itself.
///
/// @param group its contract group, or empty
/// @param segments what it takes part in, by segment; an empty list is all, and no segment at all
///   means that no document limits it
/// @param local keys of its own agreements, with the kinds of help that they cover; an empty list
///   is all in which it does not take part with its region
record Terms(
    String group, SortedMap<String, List<String>> segments, SortedMap<String, List<String>> local) {

  /// Of a municipality about which no document says anything.
  static final Terms NONE = new Terms("", new TreeMap<>(), new TreeMap<>());

  /// {@return whether a youth of the municipality can get a product by a contract of the region}
  ///
  /// @param placed the product
  boolean takePart(PlacedProduct placed) {
    if (!placed.group().isEmpty() && !placed.group().equals(group)) {
      return false;
    }
    if (segments.isEmpty()) {
      return true;
    }
    var covers = segments.get(placed.segment());
    return covers != null
        && (covers.isEmpty()
            || covers.contains(placed.code())
            || covers.contains(dutch(placed.traits().kind())));
  }

  /// {@return whether an own agreement of the municipality pays for a kind of help}
  ///
  /// @param kind the kind
  boolean payLocally(ProductKind kind) {
    return !kind.cover().isEmpty()
        && local.values().stream().anyMatch(covers -> covers.contains(kind.cover()));
  }

  /// {@return whether the municipality contracts itself what it does not take part in}
  boolean contractTheRest() {
    return local.containsValue(List.of());
  }

  /// The word of the documents for a kind of help of which a municipality takes part alone.
  private static String dutch(ProductKind kind) {
    return switch (kind) {
      case DAY_TREATMENT -> "dagbehandeling";
      case DAY_ACTIVITY -> "dagbesteding";
      default -> "";
    };
  }
}
