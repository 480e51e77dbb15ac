package nl.jeugdgraaf.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.QuotedQualityCSV;

/// The media types that can be read and written (RFC 9110, sections 8.3 and 12.5.1).
final class MediaTypes {
  /// The second was the type of requests in drafts of GraphQL over HTTP.
  private static final Set<String> READABLE =
      Set.of(ResponseType.JSON.mediaType(), "application/graphql+json");

  private MediaTypes() {}

  /// {@return whether a request body of this type can be read: JSON in UTF-8}
  ///
  /// Browsers send JSON to another site only after asking that site, so no foreign page can post an
  /// operation.
  ///
  /// @param contentType the `Content-Type` header, blank if there is none
  static boolean isReadable(String contentType) {
    if (contentType.equals(ResponseType.JSON.mediaType())) {
      return true;
    }
    var type = MediaRange.of(contentType.toLowerCase(Locale.ROOT), 1);
    return READABLE.contains(type.name()) && type.utf8();
  }

  /// {@return the best type for a response; empty if the client accepts none}
  ///
  /// @param accept the `Accept` header, blank if there is none
  static Optional<ResponseType> negotiate(String accept) {
    if (accept.isBlank()) {
      return Optional.of(ResponseType.JSON);
    }
    for (var type : ResponseType.values()) {
      if (accept.equals(type.mediaType())) {
        return Optional.of(type);
      }
    }
    var ranges = ranges(accept.toLowerCase(Locale.ROOT));
    return Arrays.stream(ResponseType.values())
        .map(type -> new Offer(type, mostSpecific(ranges, type)))
        .filter(offer -> offer.range().isAcceptable())
        .max(Offer.PREFERENCE)
        .map(Offer::type);
  }

  private static List<MediaRange> ranges(String accept) {
    var list = new QuotedQualityCSV();
    try {
      list.addValue(accept);
    } catch (IllegalArgumentException _) {
      return List.of();
    }
    return list.getQualityValues().stream()
        .map(range -> MediaRange.of(range.getValue(), range.getWeight()))
        .toList();
  }

  /// The most specific range decides, not the one with the highest quality.
  private static MediaRange mostSpecific(List<MediaRange> ranges, ResponseType type) {
    return ranges.stream()
        .filter(range -> range.utf8() && range.specificity(type) > 0)
        .max(Comparator.comparingInt(range -> range.specificity(type)))
        .orElse(MediaRange.NONE);
  }

  private record Offer(ResponseType type, MediaRange range) {
    /// At equal quality a named type wins over a wildcard. Of two named types the GraphQL one wins;
    /// a wildcard alone means plain JSON.
    static final Comparator<Offer> PREFERENCE =
        Comparator.comparingDouble((Offer offer) -> offer.range().quality())
            .thenComparingInt(offer -> offer.range().specificity(offer.type()))
            .thenComparing(offer -> (offer.type() == ResponseType.GRAPHQL) == offer.isNamed());

    boolean isNamed() {
      return range.specificity(type) == 3;
    }
  }

  private record MediaRange(String name, boolean utf8, double quality) {
    static final MediaRange NONE = new MediaRange("", true, 0);

    static MediaRange of(String text, double quality) {
      if (text.isBlank()) {
        return NONE;
      }
      Map<String, String> parameters = new HashMap<>();
      var name = HttpField.getValueParameters(text, parameters);
      return new MediaRange(name, isUtf8(parameters), quality);
    }

    /// A parameter without a value is null in the map.
    private static boolean isUtf8(Map<String, String> parameters) {
      var charset = parameters.getOrDefault("charset", "utf-8");
      return "utf-8".equals(charset) || "utf8".equals(charset);
    }

    boolean isAcceptable() {
      return quality > 0 && quality <= 1;
    }

    /// 3 for the type itself, 2 for its family, 1 for everything, 0 for no match.
    int specificity(ResponseType type) {
      if (name.equals(type.mediaType())) {
        return 3;
      }
      if (type.onlyByName()) {
        return 0;
      }
      return switch (name) {
        case "application/*" -> 2;
        case "*/*" -> 1;
        default -> 0;
      };
    }
  }
}
