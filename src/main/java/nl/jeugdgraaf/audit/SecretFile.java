package nl.jeugdgraaf.audit;

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
import nl.jeugdgraaf.files.OwnerOnlyFiles;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The file that holds a secret: one line of base64, readable for its owner only.
final class SecretFile {
  private static final String NAME = "audit.key";

  private SecretFile() {}

  /// Returns the secret. Writes nothing, and returns empty if there is no file.
  static Optional<byte[]> read(Path directory) {
    var file = directory.resolve(NAME);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(file)) {
      requireOwnerOnly(file);
      return Optional.of(read(file, channel));
    } catch (IOException e) {
      throw unusable(file, "cannot be read.", e);
    }
  }

  /// Returns the secret. Of two servers that start at once the first creates it, and the other
  /// waits and reads it.
  static synchronized byte[] readOrCreate(Path directory) {
    var file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      try (var channel = OwnerOnlyFiles.open(file);
          var _ = channel.lock()) {
        requireOwnerOnly(file);
        return channel.size() == 0 ? create(file, channel) : read(file, channel);
      }
    } catch (IOException e) {
      throw unusable(file, "cannot be created or read.", e);
    }
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (!OwnerOnlyFiles.isOwn(file)) {
      throw unusable(
          file, "can be read by others. Make it readable for its owner only (chmod 600).", null);
    }
  }

  private static byte[] create(Path file, FileChannel channel) throws IOException {
    var log = file.resolveSibling(AuditLog.RECORDS);
    if (Files.exists(log) && Files.size(log) > 0) {
      throw unusable(
          file,
          "is missing, but there are records that were written with it. Put it back, or move the"
              + " records elsewhere.",
          null);
    }
    var secret = new byte[AuditKeys.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    var line = Base64.getEncoder().encodeToString(secret) + "\n";
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
    return secret;
  }

  private static byte[] read(Path file, FileChannel channel) throws IOException {
    var text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    try {
      var secret = Base64.getDecoder().decode(text.strip());
      if (secret.length == AuditKeys.SECRET_BYTES) {
        return secret;
      }
    } catch (IllegalArgumentException _) {
      // Reported below, like a secret of another length.
    }
    throw unusable(file, "does not hold 32 bytes in base64. Put the right secret back.", null);
  }

  private static ProblemException unusable(Path file, String why, @Nullable Exception cause) {
    var message = "The key of the audit log, " + file + ", " + why;
    return cause == null
        ? new ProblemException(Code.STARTUP_FAILED, message)
        : new ProblemException(Code.STARTUP_FAILED, message, cause);
  }
}
