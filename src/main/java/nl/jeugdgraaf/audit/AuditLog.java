package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The log in a directory: `audit.jsonl`, one record a line, and `heads.jsonl`, signed heads of it.
/// May be used by several threads; those that append at the same time share one write to disk.
///
/// A record is there when [#append] returns, also if the process or the machine dies then. What
/// cannot be kept is refused, so that no data leaves without its record. After a disk that was full
/// the log goes on; after one that did not confirm a write it stays refused until a restart, because
/// nobody knows what is on it.
public final class AuditLog implements Audit, AutoCloseable {
  /// Name of the file that holds the records.
  static final String RECORDS = "audit.jsonl";

  /// Name of the file that holds signed heads.
  static final String HEADS = "heads.jsonl";

  private static final Logger LOG = System.getLogger(AuditLog.class.getName());
  private static final int RECORDS_PER_HEAD = 1_000;
  private static final Duration HEAD_EVERY = Duration.ofSeconds(60);

  private final Path directory;
  private final AuditKeys keys;
  private final String system;
  private final AuditFile file;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  private Chain chain;
  private Chain kept;
  private long ticket;
  private long ticketKept;
  private long ticketFailed;
  private boolean writing;
  private boolean broken;
  private AuditHead head;

  /// Where a chain has come.
  ///
  /// @param seq number of the last record
  /// @param hash its hash
  record Chain(long seq, String hash) {}

  private AuditLog(Path directory, AuditKeys keys, String system, AuditFile file) {
    this.directory = directory;
    this.keys = keys;
    this.system = system;
    this.file = file;
    this.chain = file.end();
    this.kept = chain;
    this.head = AuditHead.sign(kept.seq(), kept.hash(), now(), keys);
  }

  /// Opens the log of a directory, or begins one. A record that was not whole when the process died
  /// was never confirmed, so it is cut off.
  ///
  /// @param directory where it is; only one process can have it open
  /// @param keys for pseudonyms and signatures
  /// @param system name and version of the server, for each record
  /// @return the log
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be used
  public static AuditLog open(Path directory, AuditKeys keys, String system) {
    try {
      Files.createDirectories(directory);
      return new AuditLog(directory, keys, system, AuditFile.open(directory.resolve(RECORDS)));
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED, "The audit log in " + directory + " cannot be written.", e);
    }
  }

  @Override
  public void append(List<AuditEntry> entries) {
    lock.lock();
    try {
      if (broken) {
        throw unavailable();
      }
      for (var entry : entries) {
        add(entry);
      }
      var mine = ++ticket;
      while (ticketKept < mine) {
        if (broken || ticketFailed >= mine) {
          throw unavailable();
        }
        if (writing) {
          written.awaitUninterruptibly();
        } else {
          write();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void add(AuditEntry entry) {
    var data = entry.data();
    var kept =
        new AuditEntry(
            entry.event(),
            entry.actor(),
            new AuditEntry.Data(keys.pseudonym(data.subject()), data.objects(), data.fields()),
            entry.operation(),
            entry.period());
    var line =
        AuditLine.write(
            new AuditRecord(chain.seq() + 1, kept, system, chain.hash(), ""), keys.id());
    chain = new Chain(chain.seq() + 1, AuditLine.stated(line).orElseThrow());
    waiting.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Writes what waits, for all who wait; others can add meanwhile.
  private void write() {
    writing = true;
    var bytes = waiting.toByteArray();
    waiting.reset();
    var upTo = ticket;
    var end = chain;
    lock.unlock();
    var outcome = file.append(bytes);
    lock.lock();
    writing = false;
    switch (outcome) {
      case KEPT -> {
        kept = end;
        ticketKept = upTo;
        keepHead();
      }
      case TAKEN_BACK -> fail();
      case UNKNOWN -> {
        broken = true;
        fail();
      }
    }
    written.signalAll();
  }

  /// What waits was chained to what is lost, so it is lost too.
  private void fail() {
    waiting.reset();
    chain = kept;
    ticketFailed = ticket;
  }

  private void keepHead() {
    if (kept.seq() - head.seq() >= RECORDS_PER_HEAD
        || Duration.between(head.time(), now()).compareTo(HEAD_EVERY) >= 0) {
      signHead();
    }
  }

  private void signHead() {
    head = AuditHead.sign(kept.seq(), kept.hash(), now(), keys);
    try {
      AuditFile.appendLine(directory.resolve(HEADS), head.toString());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the head of the audit log was not kept", e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ProblemException unavailable() {
    return new ProblemException(
        Code.AUDIT_UNAVAILABLE,
        "Who sees data of persons cannot be recorded now, so none is shown; try again later.");
  }

  /// Returns whether records can be kept, as far as is known.
  ///
  /// @return false if the log is refused until a restart
  public boolean writable() {
    lock.lock();
    try {
      return !broken;
    } finally {
      lock.unlock();
    }
  }

  /// Returns where the log has come, signed now; kept elsewhere it tells later if the log was cut.
  ///
  /// @return the head
  public AuditHead head() {
    lock.lock();
    try {
      return AuditHead.sign(kept.seq(), kept.hash(), now(), keys);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit) {
    var pseudonym = "\"subject\":\"" + keys.pseudonym(subject) + "\"";
    try (var lines = Files.lines(directory.resolve(RECORDS))) {
      return lines
          .filter(line -> line.contains(pseudonym))
          .flatMap(line -> AuditLine.read(line).stream())
          .filter(record -> {
            var start = record.entry().period().start();
            return !start.isBefore(from) && start.isBefore(to);
          })
          .limit(limit)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(Code.AUDIT_UNAVAILABLE, "The audit log cannot be read now.", e);
    }
  }

  /// Signs the last head and closes the files.
  @Override
  public void close() {
    lock.lock();
    try {
      if (!broken && kept.seq() > 0) {
        signHead();
      }
      broken = true;
      file.close();
    } finally {
      lock.unlock();
    }
  }
}
