package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The keys of a log, all made out of one secret: for the pseudonyms of subjects and for the
/// signature of heads. May be used by several threads.
public final class AuditKeys {
  /// Bytes of a secret.
  public static final int SECRET_BYTES = 32;

  private static final String MAC = "HmacSHA256";
  private static final String SIGNATURE = "Ed25519";
  private static final String FILE = "audit.key";

  private final byte[] subjects;
  private final KeyPair heads;
  private final String id;

  private AuditKeys(byte[] secret) {
    this.subjects = derived(secret, "subjects");
    this.heads = pair(derived(secret, "heads"));
    this.id = HexFormat.of().formatHex(derived(secret, "id"), 0, 4);
  }

  /// Makes the keys of a secret; the same secret gives the same keys.
  ///
  /// @param secret [#SECRET_BYTES] random bytes
  /// @return the keys
  public static AuditKeys of(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "the secret has " + secret.length + " bytes, must have " + SECRET_BYTES);
    }
    return new AuditKeys(secret);
  }

  /// Reads the secret that is kept in a directory, and makes one where there is none.
  ///
  /// @param directory where the log is
  /// @return the keys
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be read or made
  public static AuditKeys inDirectory(Path directory) {
    var file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var owner = PosixFilePermissions.fromString("rw-------");
        try {
          Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
          Files.writeString(
              file, Base64.getEncoder().encodeToString(secret), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
          // Another process was first; its key counts.
        }
      }
      return of(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED, "The key of the audit log in " + file + " cannot be used.", e);
    }
  }

  /// Returns a short name of the keys, to see which were used.
  String id() {
    return id;
  }

  /// Returns what stands for a youth in the log.
  ///
  /// @param subject id of the youth; an empty one stays empty
  /// @return 32 hexadecimal digits
  public String pseudonym(String subject) {
    return subject.isEmpty()
        ? ""
        : HexFormat.of().formatHex(derived(subjects, subject), 0, 16);
  }

  String sign(String text) {
    try {
      var signature = Signature.getInstance(SIGNATURE);
      signature.initSign(heads.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean verify(String text, String signed) {
    try {
      var signature = Signature.getInstance(SIGNATURE);
      signature.initVerify(heads.getPublic());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  private static byte[] derived(byte[] key, String label) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The key pair of a seed: the generator of the platform takes its 32 bytes from here.
  private static KeyPair pair(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(SIGNATURE);
      generator.initialize(255, new Seed(seed));
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
