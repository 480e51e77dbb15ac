package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.jeugdgraaf.audit.AuditRecord.Source;
import nl.jeugdgraaf.files.DirectoryLock;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The record of who saw whose data, in a directory that one log at a time may write. May be used
/// by several threads.
///
/// `audit.jsonl` holds one record a line, each with the hash of the one before, `heads.jsonl`
/// signed statements about its end. Nothing of it is ever changed. Who appends has to wait until it
/// is on disk before showing anything; where that fails, nothing may be shown.
public final class AuditLog implements Audit, AutoCloseable {
  static final String RECORDS = "audit.jsonl";
  static final String HEADS = "heads.jsonl";

  /// With less than this the disk counts as full: a few groups of records would fill it.
  private static final long FREE_BYTES_MIN = 1 << 18;

  private final Path directory;
  private final AuditKeys keys;
  private final DirectoryLock claim;
  private final Chain chain;
  private final GroupCommit commit;
  private final Source source;

  /// What is open.
  private record Opened(DirectoryLock claim, Chain chain) {}

  private AuditLog(Path directory, AuditKeys keys, Source source, Opened opened) {
    this.directory = directory;
    this.keys = keys;
    this.source = source;
    this.claim = opened.claim;
    this.chain = opened.chain;
    this.commit = GroupCommit.start(chain);
  }

  /// Opens the log of a directory, and begins one where there is none.
  ///
  /// Looks at the end only; [AuditVerification#verify] looks at all of it.
  ///
  /// @param directory where it is; is made where there is none
  /// @param keys with which it was begun
  /// @param system name and version of the server, for each record
  /// @return the log
  /// @throws ProblemException `STARTUP_FAILED` if the directory cannot be written or another log
  ///   has it, the keys are others, or its end is not as it was written
  public static AuditLog open(Path directory, AuditKeys keys, String system) {
    // Without the times of the file: the data and the length are what has to be there.
    return open(directory, keys, system, channel -> channel.force(false));
  }

  static AuditLog open(Path directory, AuditKeys keys, String system, AppendOnlyFile.Force force) {
    try {
      var claim = DirectoryLock.of(directory);
      try {
        var opened = new Opened(claim, Chain.open(directory, keys, force));
        return new AuditLog(directory, keys, new Source(system, instance()), opened);
      } catch (IOException | RuntimeException e) {
        claim.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "The audit directory " + directory + " cannot be made, read or written.",
          e);
    }
  }

  private static String instance() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /// Appends entries; returns when all of them are on disk.
  ///
  /// @param entries what is to be recorded
  /// @throws IllegalArgumentException if an entry is far too large
  @Override
  public void append(List<AuditEntry> entries) {
    var bodies = RecordJson.bodies(entries, source, keys);
    if (!bodies.isEmpty()) {
      commit.append(bodies);
    }
  }

  /// Tells whether entries can be appended, as far as can be known without doing it: the log has
  /// not given up and the disk is not full.
  ///
  /// @return whether the server is ready to show anything
  public boolean writable() {
    try {
      return commit.isAlive() && Files.getFileStore(directory).getUsableSpace() >= FREE_BYTES_MIN;
    } catch (IOException _) {
      return false;
    }
  }

  /// Signs the present end, to be kept elsewhere.
  ///
  /// @return the head
  public AuditHead head() {
    return chain.head();
  }

  /// Reads the whole file, in bounded memory.
  @Override
  public List<AuditRecord> accesses(String subject, Instant from, Instant to, int limit) {
    return new AccessQuery(keys.pseudonym(subject), from, to, limit)
        .read(directory.resolve(RECORDS), chain.size());
  }

  /// Writes what waits and a last head, and leaves the directory to others.
  @Override
  public void close() {
    commit.close();
    try (claim) {
      chain.close();
    } catch (IOException e) {
      throw new ProblemException(
          Code.AUDIT_UNAVAILABLE, "The audit record could not be closed.", e);
    }
  }
}
