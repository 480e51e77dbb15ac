package nl.jeugdgraaf.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a client sends and what it can read (RFC 9110, sections 8.3 and 12.5.1).
final class MediaTypes {
  private MediaTypes() {}

  /// Returns whether a request body of this type can be read: JSON in UTF-8.
  ///
  /// Nothing that a browser sends without asking first is read, so that no foreign page can post.
  static boolean readable(String contentType) {
    if (contentType.equals(ResponseType.JSON.mediaType())) {
      return true;
    }
    var range = Range.of(contentType);
    return range.name().equals(ResponseType.JSON.mediaType()) && range.utf8();
  }

  /// Chooses what to answer in; empty if the client accepts neither.
  ///
  /// @param accept the `Accept` header, blank if there is none
  static Optional<ResponseType> answering(String accept) {
    if (accept.isBlank()) {
      return Optional.of(ResponseType.JSON);
    }
    for (var type : ResponseType.values()) {
      if (accept.equals(type.mediaType())) {
        return Optional.of(type);
      }
    }
    var ranges = Arrays.stream(accept.split(",", -1)).map(Range::of).toList();
    return Arrays.stream(ResponseType.values())
        .map(type -> new Offer(type, best(ranges, type)))
        .filter(offer -> offer.range().quality() > 0)
        .max(Offer.PREFERENCE)
        .map(Offer::type);
  }

  /// The range that says most about the type decides, not the one that likes it most.
  private static Range best(List<Range> ranges, ResponseType type) {
    return ranges.stream()
        .filter(range -> range.utf8() && range.precision(type) > 0)
        .max(Comparator.comparingInt(range -> range.precision(type)))
        .orElse(Range.NONE);
  }

  private record Offer(ResponseType type, Range range) {
    /// At equal quality a named type wins, then the newer type, but a wildcard means plain JSON.
    static final Comparator<Offer> PREFERENCE =
        Comparator.comparingDouble((Offer offer) -> offer.range().quality())
            .thenComparingInt(offer -> offer.range().precision(offer.type()))
            .thenComparing(offer -> (offer.type() == ResponseType.GRAPHQL) == offer.exact());

    boolean exact() {
      return range.precision(type) == 3;
    }
  }

  private record Range(String name, boolean utf8, double quality) {
    static final Range NONE = new Range("", true, 0);

    static Range of(String text) {
      var parts = text.split(";", -1);
      boolean utf8 = true;
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        var pair = parts[i].split("=", 2);
        var key = normal(pair[0]);
        var value = pair.length == 2 ? normal(pair[1]).replace("\"", "") : "";
        if (key.equals("charset")) {
          utf8 = value.equals("utf-8") || value.equals("utf8");
        } else if (key.equals("q")) {
          quality = quality(value);
        }
      }
      return new Range(normal(parts[0]), utf8, quality);
    }

    private static double quality(String text) {
      try {
        var quality = Double.parseDouble(text);
        return quality >= 0 && quality <= 1 ? quality : 0;
      } catch (NumberFormatException _) {
        return 0;
      }
    }

    /// 3 for the type itself, 2 for its family, 1 for everything, 0 for no match.
    int precision(ResponseType type) {
      if (name.equals(type.mediaType())) {
        return 3;
      }
      return switch (name) {
        case "application/*" -> 2;
        case "*/*" -> 1;
        default -> 0;
      };
    }

    private static String normal(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }
  }
}
