package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Finds the place where an existing log continues.
///
/// Checks only what came after the last head, which is at most the records of a minute. A log with
/// a fault there is not continued: new records would bury the evidence.
final class Recovery {
  private static final Logger LOG = System.getLogger(Recovery.class.getName());
  private static final int STEP_BYTES = 1 << 16;

  private Recovery() {}

  /// Cuts off a last line without a line end: the process or the machine stopped while writing it,
  /// so it was never acknowledged.
  static void cutUnfinished(AppendOnlyFile file) throws IOException {
    long end = lineStart(file.channel(), file.size());
    if (end < file.size()) {
      LOG.log(
          Level.WARNING,
          "{0}: cut off an incomplete last line of {1} bytes, which was never acknowledged",
          file.path(),
          file.size() - end);
      file.cut(end);
    }
  }

  /// Returns the last head; empty if there is none yet.
  static Optional<AuditHead> lastHead(AppendOnlyFile heads, AuditKeys keys) throws IOException {
    if (heads.size() == 0) {
      return Optional.empty();
    }
    var line = heads.lines(lineStart(heads.channel(), heads.size() - 1)).next();
    var head =
        line.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .flatMap(AuditHead::parse)
            .orElseThrow(() -> broken(heads, "ends with a line that is not a head"));
    if (!head.keyId().equals(keys.id())) {
      throw broken(
          heads,
          "is signed with the key %s, but the key of this server is %s"
              .formatted(head.keyId(), keys.id()));
    }
    if (!head.isSignedBy(keys.publicKey())) {
      throw broken(heads, "ends with a head that its key did not sign");
    }
    return Optional.of(head);
  }

  /// Returns the last record, and checks those after the last head.
  static ChainLink lastRecord(AppendOnlyFile records, AuditHead head) throws IOException {
    long start = lastStart(records, head);
    var lines = records.lines(start);
    var last = start == 0 ? ChainLink.genesis() : link(records, lines.next());
    ensureKnown(records, last, head);
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      var link = link(records, line);
      if (!link.follows(last)) {
        throw broken(
            records,
            "has a record %d that does not continue the one before it".formatted(last.seq() + 1));
      }
      last = link;
      ensureKnown(records, last, head);
    }
    if (last.seq() < head.seq()) {
      throw broken(
          records,
          "ends with record %d, but the last head confirms record %d"
              .formatted(last.seq(), head.seq()));
    }
    return last;
  }

  private static ChainLink link(AppendOnlyFile records, Optional<byte[]> line) {
    return line.flatMap(ChainLink::parse)
        .filter(ChainLink::isSound)
        .orElseThrow(() -> broken(records, "has a line near its end that is not a record"));
  }

  private static void ensureKnown(AppendOnlyFile records, ChainLink link, AuditHead head) {
    if (link.seq() == head.seq() && !link.hash().equals(head.hash())) {
      throw broken(
          records, "has another record %d than the last head confirms".formatted(link.seq()));
    }
  }

  /// Goes back in steps until it finds a record that is not after the head.
  private static long lastStart(AppendOnlyFile records, AuditHead head) throws IOException {
    long start = records.size();
    boolean isAfter = true;
    while (start > 0 && isAfter) {
      start = lineStart(records.channel(), Math.max(0, start - STEP_BYTES));
      var link = records.lines(start).next().flatMap(ChainLink::parse);
      isAfter = link.isEmpty() || link.get().seq() > head.seq();
    }
    return start;
  }

  /// Returns where the line begins that contains a position.
  private static long lineStart(FileChannel channel, long position) throws IOException {
    var block = ByteBuffer.allocate(STEP_BYTES);
    for (long end = position; end > 0; end -= STEP_BYTES) {
      long start = Math.max(0, end - STEP_BYTES);
      int length = (int) (end - start);
      read(channel, block.clear().limit(length), start);
      for (int i = length - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
    }
    return 0;
  }

  private static void read(FileChannel channel, ByteBuffer block, long start) throws IOException {
    int count = 0;
    while (block.hasRemaining() && count >= 0) {
      count = channel.read(block, start + block.position());
    }
  }

  /// {@return the problem of a log that must not be continued}
  static ProblemException broken(AppendOnlyFile file, String why) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The audit log cannot be continued: "
            + file.path()
            + " "
            + why
            + ". Check it with verify-audit and restore the right files and key, or set AUDIT_DATA"
            + " to another directory.");
  }
}
