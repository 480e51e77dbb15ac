package nl.jeugdgraaf.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Identifies one node among all: its type and key, in one text that clients do not look into.
///
/// @param type name of the node type
/// @param key its first key, as text
/// @see <a href="https://relay.dev/graphql/objectidentification.htm">Global object
///   identification</a>
public record GlobalId(String type, String key) {
  private static final String SEPARATOR = ":";

  /// {@return the text: base64url without padding}
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((type + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a text.
  ///
  /// @param text what a client sent
  /// @return the parts; nothing where the text is not of the form
  public static Optional<GlobalId> of(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(SEPARATOR, 2);
      var id = parts.length == 2 ? new GlobalId(parts[0], parts[1]) : new GlobalId("", "");
      // Other spellings of the same bytes are refused: one node has one id.
      return id.text().equals(text) && !id.type().isEmpty() ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
