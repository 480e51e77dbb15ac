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
import nl.jeugdgraaf.files.OwnerOnlyFiles;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The file in which a secret is kept: base64, one line, for its owner only.
final class SecretFile {
  private static final String NAME = "audit.key";

  private SecretFile() {}

  /// Two that start at once must get one secret: the first makes it, the other waits and reads it.
  static synchronized byte[] readOrMake(Path directory) {
    var file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      try (var channel = OwnerOnlyFiles.open(file);
          var _ = channel.lock()) {
        if (!OwnerOnlyFiles.isOwn(file)) {
          throw failed(file, "may be read by others; make it readable for its owner only.", null);
        }
        return channel.size() == 0 ? make(file, channel) : read(file, channel);
      }
    } catch (IOException e) {
      throw failed(file, "cannot be made or read.", e);
    }
  }

  private static byte[] make(Path file, FileChannel channel) throws IOException {
    var log = file.resolveSibling(AuditLog.RECORDS);
    if (Files.exists(log) && Files.size(log) > 0) {
      throw failed(
          file,
          "is gone, but there are records that were written with it; put it back, or move the"
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
      // Told below, the same for every way in which it can be wrong.
    }
    throw failed(file, "holds no secret of 32 bytes in base64; put the right one back.", null);
  }

  private static ProblemException failed(Path file, String why, @Nullable Exception cause) {
    var message = "The key of the audit record, " + file + ", " + why;
    return cause == null
        ? new ProblemException(Code.STARTUP_FAILED, message)
        : new ProblemException(Code.STARTUP_FAILED, message, cause);
  }
}
