package nl.jeugdgraaf.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.problem.ProblemException;

/// The keys of a log, all made from one secret: one for pseudonyms, one that signs heads. May be
/// used by several threads.
///
/// Who loses the secret can no longer find a person in the log, nor prove that it is whole.
public final class AuditKeys {
  /// Bytes of a secret.
  public static final int SECRET_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String ED25519 = "Ed25519";
  private static final int KEY_BYTES = 32;
  private static final int ID_LENGTH = 16;

  private final SecretKeySpec pseudonyms;
  private final KeyPair signatures;
  private final String id;

  private AuditKeys(SecretKeySpec pseudonyms, KeyPair signatures) {
    this.pseudonyms = pseudonyms;
    this.signatures = signatures;
    this.id = Sha256.hex(signatures.getPublic().getEncoded()).substring(0, ID_LENGTH);
  }

  /// Makes the keys of a secret; one secret always gives the same keys.
  ///
  /// @param secret [#SECRET_BYTES] random bytes
  /// @return the keys
  public static AuditKeys of(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "secret has %d bytes, must have %d".formatted(secret.length, SECRET_BYTES));
    }
    try {
      return new AuditKeys(
          new SecretKeySpec(derive(secret, "pseudonyms"), HMAC), pair(derive(secret, "heads")));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /// Uses the secret in the file `audit.key` of a directory, which is made where there is none.
  ///
  /// @param directory where the file is; is made where there is none
  /// @return the keys
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be made or used, others may read
  ///   it, or it is gone while the directory holds a log that was written with it
  public static AuditKeys inDirectory(Path directory) {
    return of(SecretFile.readOrMake(directory));
  }

  private static byte[] derive(byte[] secret, String use) throws GeneralSecurityException {
    var info = ("jeugdgraaf audit " + use).getBytes(StandardCharsets.UTF_8);
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, KEY_BYTES));
  }

  /// The JDK makes the public key to a private one only when it draws the private one itself.
  private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(ED25519);
    generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
    var pair = generator.generateKeyPair();
    var drawn = ((EdECPrivateKey) pair.getPrivate()).getBytes();
    if (!Arrays.equals(seed, drawn.orElseThrow())) {
      throw new GeneralSecurityException("this JDK does not draw a private key as it is given");
    }
    return pair;
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every JDK has HKDF, HMAC and Ed25519", e);
  }

  /// {@return what tells these keys from others and gives nothing of them away: 16 hex digits}
  public String id() {
    return id;
  }

  /// Returns the pseudonym of a person, empty for nobody.
  String pseudonym(String subject) {
    if (subject.isEmpty()) {
      return "";
    }
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(pseudonyms);
      return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  String sign(byte[] content) {
    try {
      var signature = Signature.getInstance(ED25519);
      signature.initSign(signatures.getPrivate());
      signature.update(content);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  boolean verifies(byte[] content, String signed) {
    try {
      var signature = Signature.getInstance(ED25519);
      signature.initVerify(signatures.getPublic());
      signature.update(content);
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Something else than a signature is as good as a wrong one.
      return false;
    }
  }

  /// Draws what it was given.
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] given;

    Given(byte[] given) {
      this.given = given;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(given, 0, bytes, 0, bytes.length);
    }
  }
}
