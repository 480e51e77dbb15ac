package nl.jeugdgraaf.audit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.jeugdgraaf.files.SecretFile;
import nl.jeugdgraaf.problem.ProblemException;

/// The keys of a log, all derived from one secret: one for pseudonyms, and a pair that signs heads.
/// May be used by several threads.
///
/// Whoever loses the secret can no longer find a person in the log, nor continue it. Whoever holds
/// it can forge the log; checking needs only the [AuditPublicKey].
public final class AuditKeys {
  /// Bytes of a secret.
  public static final int SECRET_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int PSEUDONYM_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec pseudonyms;
  private final PrivateKey signing;
  private final AuditPublicKey publicKey;
  private final String id;

  private AuditKeys(SecretKeySpec pseudonyms, KeyPair pair) {
    this.pseudonyms = pseudonyms;
    this.signing = pair.getPrivate();
    this.publicKey = new AuditPublicKey(pair.getPublic());
    this.id = publicKey.id();
  }

  /// Derives the keys from a secret. The same secret always gives the same keys.
  ///
  /// @param secret [#SECRET_BYTES] random bytes
  /// @return the keys
  /// @throws IllegalArgumentException if the secret has another length
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

  /// Reads the secret in the file `audit.key` of a directory, and creates the file if there is
  /// none.
  ///
  /// @param directory where the file is; is created if it does not exist
  /// @return the keys
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be created or used, others may
  ///   read it, or it is gone while the directory holds a log that was written with it
  public static AuditKeys readOrCreate(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw secret(directory).unusable("cannot be created.", e);
    }
    return of(decoded(secret(directory).readOrCreate(() -> lost(directory))));
  }

  /// Reads the secret in the file `audit.key` of a directory. Writes nothing.
  ///
  /// @param directory where the file may be
  /// @return the keys; empty if there is no such file
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be used, or others may read it
  public static Optional<AuditKeys> read(Path directory) {
    return secret(directory).read().map(line -> of(decoded(line)));
  }

  private static SecretFile secret(Path directory) {
    return new SecretFile(directory.resolve("audit.key"), "The key of the audit log");
  }

  private static byte[] decoded(String line) {
    return Base64.getDecoder().decode(line);
  }

  /// Records that were written with a key cannot go on without it.
  private static Optional<String> lost(Path directory) {
    return new File(directory.toFile(), AuditLog.RECORDS).length() > 0
        ? Optional.of(
            "is missing, but there are records that were written with it. Put it back, or move the"
                + " records elsewhere.")
        : Optional.empty();
  }

  private static byte[] derive(byte[] secret, String use) throws GeneralSecurityException {
    var info = ("jeugdgraaf audit " + use).getBytes(StandardCharsets.UTF_8);
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, KEY_BYTES));
  }

  /// The JDK computes a public key only for a private key that it drew at random itself.
  private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(AuditPublicKey.ED25519);
    generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
    var pair = generator.generateKeyPair();
    var drawn = ((EdECPrivateKey) pair.getPrivate()).getBytes();
    if (!Arrays.equals(seed, drawn.orElseThrow())) {
      throw new GeneralSecurityException(
          "this JDK does not use the bytes it draws as the private key");
    }
    return pair;
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every JDK has HKDF, HMAC and Ed25519", e);
  }

  /// {@return the key that checks heads}
  public AuditPublicKey publicKey() {
    return publicKey;
  }

  /// The id of the public key.
  String id() {
    return id;
  }

  /// Returns the pseudonym of a person.
  String pseudonym(String subject) {
    return pseudonyms().apply(subject);
  }

  /// Returns what makes pseudonyms, for one thread: HMAC-SHA-256 of a key, cut to 128 bits, in
  /// base64url without padding.
  UnaryOperator<String> pseudonyms() {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(pseudonyms);
      return subject -> {
        var code = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
        return BASE64.encodeToString(Arrays.copyOf(code, PSEUDONYM_BYTES));
      };
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  String sign(byte[] content) {
    try {
      var signature = Signature.getInstance(AuditPublicKey.ED25519);
      signature.initSign(signing);
      signature.update(content);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /// Draws the bytes of a seed.
  private static final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    FixedRandom(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
