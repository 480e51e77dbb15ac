package nl.jeugdgraaf.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.digest.Sha256;

/// Identifies one node among all: its type and key, and the day on which it was asked if one was
/// named, in one text that clients do not look into.
///
/// With the day in it, a client that keeps answers by id keeps the same node of two days apart.
///
/// @param type name of the node type
/// @param key its first key, as text
/// @param asOf the day that was named
/// @see <a href="https://relay.dev/graphql/objectidentification.htm">Global object
///   identification</a>
public record GlobalId(String type, String key, Optional<LocalDate> asOf) {
  /// `Type:key`, or `Type@2026-11-30:key`; no name of a type has an `@` or a colon.
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z_][A-Za-z0-9_]*)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?:(.*)", Pattern.DOTALL);

  /// Starts what is added to tell objects about one node apart; no base64url text has it.
  private static final String SUFFIX = ".";

  private static final int SUFFIX_LENGTH = 16;
  private static final Pattern SUFFIX_FORM = Pattern.compile("\\.[0-9a-f]{16}$");

  /// {@return the text: base64url without padding}
  public String text() {
    var text = type + asOf.map(day -> "@" + day).orElse("") + ":" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return the text of the same id in one of several objects about the node, for clients that
  /// keep objects by id}
  ///
  /// @param others what tells these objects apart
  public String textBeside(String others) {
    return text()
        + SUFFIX
        + Sha256.hex(others.getBytes(StandardCharsets.UTF_8)).substring(0, SUFFIX_LENGTH);
  }

  /// Reads a text. What was added to tell objects apart does not count.
  ///
  /// @param given what a client sent
  /// @return the parts; nothing where the text is not of the form
  public static Optional<GlobalId> of(String given) {
    var text = SUFFIX_FORM.matcher(given).replaceFirst("");
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = FORM.matcher(decoded);
      if (!parts.matches()) {
        return Optional.empty();
      }
      var asOf = Optional.ofNullable(parts.group(2)).map(LocalDate::parse);
      var id = new GlobalId(parts.group(1), parts.group(3), asOf);
      // Other spellings of the same bytes are refused: one node has one id.
      return id.text().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
