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

/// Where a log goes on that was written before.
///
/// Looks at what came after the last head only, which is no more than the records of a minute. A
/// log that does not fit is not written on: that would bury what happened to it.
final class Recovery {
  private static final Logger LOG = System.getLogger(Recovery.class.getName());
  private static final int STEP_BYTES = 1 << 16;

  private Recovery() {}

  /// Cuts off a last line without its end: it was torn by the end of the process or the machine,
  /// and never acknowledged.
  static void cutUnfinished(AppendOnlyFile journal) throws IOException {
    long end = lineStart(journal.channel(), journal.size());
    if (end < journal.size()) {
      LOG.log(
          Level.WARNING,
          "{0}: cut off an unfinished line of {1} bytes, which was never acknowledged",
          journal.path(),
          journal.size() - end);
      journal.cut(end);
    }
  }

  /// Returns the last head, empty if there is none yet.
  static Optional<AuditHead> lastHead(AppendOnlyFile heads, AuditKeys keys) throws IOException {
    if (heads.size() == 0) {
      return Optional.empty();
    }
    var line = heads.lines(lineStart(heads.channel(), heads.size() - 1)).next();
    var head =
        line.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .flatMap(AuditHead::parse)
            .orElseThrow(() -> broken(heads, "ends with a line that is no head"));
    if (!head.keyId().equals(keys.id())) {
      throw broken(
          heads,
          "is signed with the key %s, and this key is %s".formatted(head.keyId(), keys.id()));
    }
    if (!head.isSignedBy(keys)) {
      throw broken(heads, "ends with a head that the key did not sign");
    }
    return Optional.of(head);
  }

  /// Returns the last record, after a look at those behind the last head.
  static ChainLink lastRecord(AppendOnlyFile records, AuditHead head) throws IOException {
    long start = lastStart(records, head);
    var lines = records.lines(start);
    var last = start == 0 ? ChainLink.genesis() : link(records, lines.next());
    ensureKnown(records, last, head);
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      var link = link(records, line);
      if (!link.follows(last)) {
        throw broken(records, "holds a record %d that does not fit".formatted(last.seq() + 1));
      }
      last = link;
      ensureKnown(records, last, head);
    }
    if (last.seq() < head.seq()) {
      throw broken(
          records, "ends with record %d, but there were %d".formatted(last.seq(), head.seq()));
    }
    return last;
  }

  private static ChainLink link(AppendOnlyFile records, Optional<byte[]> line) {
    return line.flatMap(ChainLink::parse)
        .filter(ChainLink::isSound)
        .orElseThrow(() -> broken(records, "holds a line at its end that is no record"));
  }

  private static void ensureKnown(AppendOnlyFile records, ChainLink link, AuditHead head) {
    if (link.seq() == head.seq() && !link.hash().equals(head.hash())) {
      throw broken(records, "holds another record %d than there was".formatted(link.seq()));
    }
  }

  /// Goes back in steps until it finds a record that is not behind the head.
  private static long lastStart(AppendOnlyFile records, AuditHead head) throws IOException {
    long start = records.size();
    boolean isBehind = true;
    while (start > 0 && isBehind) {
      start = lineStart(records.channel(), Math.max(0, start - STEP_BYTES));
      var link = records.lines(start).next().flatMap(ChainLink::parse);
      isBehind = link.isEmpty() || link.get().seq() > head.seq();
    }
    return start;
  }

  /// Returns where the line begins in which a place lies.
  private static long lineStart(FileChannel channel, long place) throws IOException {
    var block = ByteBuffer.allocate(STEP_BYTES);
    for (long end = place; end > 0; end -= STEP_BYTES) {
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

  /// Returns the problem of a log that nobody may write on.
  static ProblemException broken(AppendOnlyFile journal, String why) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "The audit record cannot go on: "
            + journal.path()
            + " "
            + why
            + ". Verify it, and bring back the right files and key, or give another directory.");
  }
}
