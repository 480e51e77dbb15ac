package nl.jeugdgraaf.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256: the hash of the chain, and of documents.
public final class Sha256 {
  /// Length of a hash in hex.
  public static final int HEX_LENGTH = 64;

  private Sha256() {}

  /// {@return the hash of bytes: 64 hexadecimal digits}
  ///
  /// @param content the bytes
  public static String hex(byte[] content) {
    return hex(content, content.length);
  }

  /// Returns the hash of the first bytes in hex.
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
