package nl.jeugdgraaf.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A short hash that tells whether two lists of parts are the same.
public final class Fingerprint {
  private static final int SHOWN_CHARACTERS = 32;

  private Fingerprint() {}

  /// {@return a hash of the parts as text: the same on every machine}
  ///
  /// @param parts what to hash, in order
  public static String of(Object... parts) {
    var text = Arrays.stream(parts).map(part -> part + "\0").collect(Collectors.joining());
    return Sha256.hex(text.getBytes(UTF_8)).substring(0, SHOWN_CHARACTERS);
  }
}
