package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import nl.jeugdgraaf.audit.AuditRecord.Source;
import nl.jeugdgraaf.files.DirectoryLock;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The log of who saw whose data, in a directory that one server at a time may write. May be used
/// by several threads.
///
/// `audit.jsonl` holds one record a line, each with the hash of the one before. `heads.jsonl` holds
/// signed statements about its end, and `audit.pub` the key that checks them. A line never changes.
/// `audit.index` finds the records about a person; it is made anew from the records where it is
/// missing or does not fit. Callers must wait until their entries are on disk before they show any
/// data; if that fails, they must not show it.
public final class AuditLog implements Audit, AutoCloseable {
  static final String RECORDS = "audit.jsonl";
  static final String HEADS = "heads.jsonl";

  /// With less free space than this the disk counts as full: a few groups of records would fill it.
  private static final long FREE_BYTES_MIN = 1 << 18;

  private final Path directory;
  private final AuditKeys keys;
  private final DirectoryLock lock;
  private final Chain chain;
  private final GroupCommit commit;
  private final AccessSearch search;
  private final Refusals refusals;
  private final Source source;
  private final EventCounts recorded = new EventCounts();
  private final LongAdder failed = new LongAdder();
  private volatile Consumer<Duration> written = _ -> {};

  /// What must be closed again.
  private record Opened(DirectoryLock lock, Chain chain) {}

  private AuditLog(Path directory, AuditKeys keys, Source source, Opened opened) {
    this.directory = directory;
    this.keys = keys;
    this.source = source;
    this.refusals = Refusals.start(this::append);
    this.lock = opened.lock;
    this.chain = opened.chain;
    this.commit = GroupCommit.start(chain);
    this.search = AccessSearch.start(directory, keys.id(), chain::size);
  }

  /// Opens the log in a directory, and begins one if there is none.
  ///
  /// Checks the end only; [AuditVerification#verify] checks all of it.
  ///
  /// @param directory where the log is; is created if it does not exist
  /// @param keys the keys that the log was begun with
  /// @param system name and version of the server, for each record
  /// @return the log
  /// @throws ProblemException `STARTUP_FAILED` if the directory cannot be written or another server
  ///   uses it, the log was begun with other keys, or its end is not as it was written
  public static AuditLog open(Path directory, AuditKeys keys, String system) {
    // The times of the file need not be forced, only its data and its length.
    return open(directory, keys, system, channel -> channel.force(false));
  }

  static AuditLog open(Path directory, AuditKeys keys, String system, AppendOnlyFile.Force force) {
    try {
      var lock = DirectoryLock.take(directory, "audit", "AUDIT_DATA");
      try {
        var opened = new Opened(lock, Chain.open(directory, keys, force));
        return new AuditLog(directory, keys, new Source(system, instance()), opened);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "The audit directory "
              + directory
              + " cannot be created, read or written. Set AUDIT_DATA to a directory that can.",
          e);
    }
  }

  private static String instance() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// Appends entries, and returns when all of them are on disk.
  ///
  /// @param entries what to record
  /// @throws IllegalArgumentException if an entry is far too large
  @Override
  public void append(List<AuditEntry> entries) {
    var bodies = RecordJson.bodies(entries, source, keys);
    if (bodies.isEmpty()) {
      return;
    }
    var start = System.nanoTime();
    try {
      commit.append(bodies);
      recorded.add(entries);
    } catch (ProblemException e) {
      failed.increment();
      throw e;
    } finally {
      written.accept(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /// Shows how many records are written, how long that takes, and whether it can be done.
  ///
  /// @param metrics where it is shown
  public void measure(Metrics metrics) {
    recorded.measure(metrics);
    metrics.gauge(
        "audit.chain.head.seq", "Number of the last record of the audit log", chain::lastSeq);
    metrics.total("audit.write.failures", "Appends to the audit log that failed", failed::sum);
    metrics.gauge(
        "audit.writable", "1 while the audit log can be written, else 0", () -> writable() ? 1 : 0);
    written =
        metrics.durations(
            "audit.write.duration", "Duration of appending to the audit log until it is on disk");
  }

  @Override
  public void refused(AuditEntry entry) {
    refusals.refused(entry);
  }

  /// {@return whether entries can be appended, as far as that is known without doing it: the log
  /// has not failed and the disk is not full}
  public boolean writable() {
    try {
      return commit.isAlive() && Files.getFileStore(directory).getUsableSpace() >= FREE_BYTES_MIN;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public List<AuditRecord> accesses(
      String subject, Instant from, Instant to, int limit, Duration within) {
    var query =
        new AccessQuery(
            keys.pseudonym(subject),
            Moments.firstMillisecond(from),
            Moments.firstMillisecond(to),
            limit);
    return search.find(query, within);
  }

  /// {@return how many bytes of records were read so far, to keep the index and to answer}
  long bytesRead() {
    return search.bytesRead();
  }

  /// Writes the waiting entries, the numbers of refusals and a last head, and gives the directory
  /// free.
  @Override
  public void close() {
    refusals.close();
    commit.close();
    search.close();
    try (lock) {
      chain.close();
    } catch (IOException e) {
      throw new ProblemException(Code.AUDIT_UNAVAILABLE, "The audit log could not be closed.", e);
    }
  }
}
