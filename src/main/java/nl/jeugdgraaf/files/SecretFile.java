package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A file that holds a secret: 256 random bits in base64, on one line, readable for its owner only.
///
/// Its directory must be held by one server at a time.
///
/// @param file the file
/// @param what what the secret is, for messages, such as `The password of the database`
public record SecretFile(Path file, String what) {
  private static final int BYTES = 32;

  /// {@return the line in the file; empty if there is no file, or nothing in it}
  ///
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be read, can be read by others,
  ///   or holds something else
  public Optional<String> read() {
    try {
      if (Files.notExists(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      if (!OwnerOnlyFiles.isOwn(file)) {
        throw unusable(
            "can be read by others. Make it readable for its owner only (chmod 600).", null);
      }
      return Optional.of(checked(Files.readString(file, StandardCharsets.ISO_8859_1).strip()));
    } catch (IOException e) {
      throw unusable("cannot be read.", e);
    }
  }

  private String checked(String line) {
    try {
      if (Base64.getDecoder().decode(line).length == BYTES) {
        return line;
      }
    } catch (IllegalArgumentException _) {
      // Reported below, like a secret of another length.
    }
    throw unusable("does not hold 32 bytes in base64. Put the right secret back.", null);
  }

  /// Writes a new secret to disk.
  ///
  /// @return the line in the file
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be written
  public String create() {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var line = Base64.getEncoder().encodeToString(secret);
    try {
      OwnerOnlyFiles.write(file, line + "\n");
    } catch (IOException e) {
      throw unusable("cannot be created.", e);
    }
    return line;
  }

  /// Returns a problem of the file.
  ///
  /// @param why what is wrong with it, and the way out
  /// @param cause what went wrong, if anything was thrown
  /// @return the problem, `STARTUP_FAILED`
  public ProblemException unusable(String why, @Nullable Exception cause) {
    var message = what + ", " + file + ", " + why;
    return cause == null
        ? new ProblemException(Code.STARTUP_FAILED, message)
        : new ProblemException(Code.STARTUP_FAILED, message, cause);
  }
}
