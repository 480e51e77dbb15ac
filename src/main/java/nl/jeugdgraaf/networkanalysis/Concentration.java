package nl.jeugdgraaf.networkanalysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.GlobalId;
import org.jspecify.annotations.Nullable;

/// How far one segment or municipality is in the hands of a few: the index of Herfindahl and
/// Hirschman, the sum of the squares of shares in percent, from near 0 to 10,000.
///
/// @param place the segment or municipality
/// @param providers how many share in it
/// @param hhi the index; null where a number is left out, or there is nothing to share
record Concentration(NamedNode place, int providers, @Nullable Double hhi) {
  private static final double WHOLE = 10_000;

  /// Computes it.
  ///
  /// @param place the segment or municipality
  /// @param numbers what each provider has of it, null where that is left out
  static Concentration of(NamedNode place, Collection<@Nullable Long> numbers) {
    var known = numbers.stream().flatMap(Stream::ofNullable).mapToDouble(it -> it).toArray();
    var total = DoubleStream.of(known).sum();
    if (known.length < numbers.size() || total <= 0) {
      return new Concentration(place, numbers.size(), null);
    }
    var index = DoubleStream.of(known).map(it -> it / total).map(share -> share * share).sum();
    return new Concentration(place, numbers.size(), index * WHOLE);
  }

  /// {@return it in the form of the public type `Concentration`}
  Map<String, @Nullable Object> shown() {
    var shown = new HashMap<String, @Nullable Object>();
    var isSegment = GlobalId.of(place.id()).filter(it -> it.type().equals("Segment")).isPresent();
    shown.put(isSegment ? "segment" : "municipality", place.shown());
    shown.put("providers", providers);
    shown.put("hhi", hhi);
    return shown;
  }
}
