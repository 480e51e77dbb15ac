package nl.jeugdgraaf.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash SHA-256 (FIPS 180-4), in hexadecimal.
public final class Sha256 {
  /// Characters of a hash.
  public static final int HEX_LENGTH = 64;

  private Sha256() {}

  /// {@return the hash of bytes}
  ///
  /// @param content the bytes
  public static String hex(byte[] content) {
    return hex(content, content.length);
  }

  /// {@return the hash of the first bytes of an array}
  ///
  /// @param content the array
  /// @param length how many of its bytes
  public static String hex(byte[] content, int length) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
