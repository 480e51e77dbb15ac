package nl.jeugdgraaf.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A file that holds a secret: 256 random bits in base64, on one line, readable for its owner only.
///
/// @param file the file
/// @param what what the secret is, for messages, such as `The password of the database`
public record SecretFile(Path file, String what) {
  private static final int BYTES = 32;

  /// Reads the secret, and writes nothing.
  ///
  /// @return the line in the file; empty if there is no file
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be read, can be read by others,
  ///   or holds something else
  public Optional<String> read() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(file)) {
      return Optional.of(read(channel));
    } catch (IOException e) {
      throw unusable("cannot be read.", e);
    }
  }

  /// Reads the secret, or makes one. Of two servers that start at once the first makes it, and the
  /// other waits and reads it.
  ///
  /// @param whyNot what is wrong with a file that is missing, and the way out; empty where a secret
  ///   can be made
  /// @return the line in the file
  /// @throws ProblemException `STARTUP_FAILED` if the file cannot be read or created, can be read
  ///   by others, holds something else, or must not be missing
  public String readOrCreate(Supplier<Optional<String>> whyNot) {
    // One process cannot lock a file twice.
    synchronized (SecretFile.class) {
      if (file.toFile().length() == 0) {
        whyNot
            .get()
            .ifPresent(reason -> {
              throw unusable(reason, null);
            });
      }
      try (var channel = OwnerOnlyFiles.open(file);
          var _ = channel.lock()) {
        return channel.size() == 0 ? create(channel) : read(channel);
      } catch (IOException e) {
        throw unusable("cannot be created or read.", e);
      }
    }
  }

  private String read(FileChannel channel) throws IOException {
    if (!OwnerOnlyFiles.isOwn(file)) {
      throw unusable(
          "can be read by others. Make it readable for its owner only (chmod 600).", null);
    }
    var bytes = Channels.newInputStream(channel).readAllBytes();
    var line = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    try {
      if (Base64.getDecoder().decode(line).length == BYTES) {
        return line;
      }
    } catch (IllegalArgumentException _) {
      // Reported below, like a secret of another length.
    }
    throw unusable("does not hold 32 bytes in base64. Put the right secret back.", null);
  }

  private static String create(FileChannel channel) throws IOException {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var line = Base64.getEncoder().encodeToString(secret);
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
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
