package nl.jeugdgraaf.property.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/// What identifies a node among all: its type, the day on which it was asked if one was named, and
/// its key, in base64 that fits into an address.
public final class ReferenceId {
  private ReferenceId() {}

  /// Returns the id of a node without a day.
  public static String of(Graph.Node node) {
    return of(node, Optional.empty());
  }

  /// Returns the id of a node.
  public static String of(Graph.Node node, Optional<LocalDate> day) {
    return of(node.type().name(), node.key(), day);
  }

  /// Returns the id of the node with a key.
  public static String of(String type, Object key, Optional<LocalDate> day) {
    var text = type + day.map(given -> "@" + given).orElse("") + ":" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Returns the name of the type in an id.
  public static String type(String id) {
    return head(id).replaceFirst("@.*", "");
  }

  /// Returns the day in an id, if it carries one.
  public static Optional<LocalDate> day(String id) {
    var head = head(id);
    var at = head.indexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(LocalDate.parse(head.substring(at + 1)));
  }

  /// Returns the key in an id.
  public static String key(String id) {
    var text = text(id);
    return text.substring(text.indexOf(':') + 1);
  }

  private static String head(String id) {
    var text = text(id);
    return text.substring(0, text.indexOf(':'));
  }

  private static String text(String id) {
    return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
  }
}
