package nl.jeugdgraaf.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.jeugdgraaf.problem.Bug;

/// A short text that differs when what it is made of does.
final class Fingerprint {
  private static final int SHOWN_BYTES = 16;

  private Fingerprint() {}

  /// Returns the fingerprint of what the parts are as text: the same on every machine.
  static String of(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.toString().getBytes(UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new Bug("every Java has SHA-256, this one not: " + e.getMessage());
    }
  }
}
