package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import nl.jeugdgraaf.digest.Sha256;

/// The public half of the key that signs heads (Ed25519, RFC 8032). May be used by several threads.
///
/// It checks heads and can neither sign one nor find a person, so an auditor may hold it.
public final class AuditPublicKey {
  static final String ED25519 = "Ed25519";
  private static final String FILE = "audit.pub";
  private static final int ID_LENGTH = 16;

  private final PublicKey key;

  AuditPublicKey(PublicKey key) {
    this.key = key;
  }

  /// Reads a key.
  ///
  /// @param text what [#toString] gave, with or without white space around it
  /// @return the key
  /// @throws IllegalArgumentException if the text is not an Ed25519 public key
  public static AuditPublicKey parse(String text) {
    try {
      var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(text.strip()));
      return new AuditPublicKey(KeyFactory.getInstance(ED25519).generatePublic(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 public key", e);
    }
  }

  /// The key in base64, on one line: a `SubjectPublicKeyInfo` (RFC 8410).
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /// {@return what tells this key from others: 16 hexadecimal digits of its hash}
  public String id() {
    return Sha256.hex(key.getEncoded()).substring(0, ID_LENGTH);
  }

  /// Writes the key to the file `audit.pub` of a directory, unless the file holds it already.
  void publish(Path directory) throws IOException {
    var file = directory.resolve(FILE);
    var line = this + "\n";
    if (Files.notExists(file) || !Files.readString(file).equals(line)) {
      Files.writeString(file, line);
    }
  }

  boolean verifies(byte[] content, String signed) {
    try {
      var signature = Signature.getInstance(ED25519);
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Text that is not a signature is a wrong signature.
      return false;
    }
  }
}
