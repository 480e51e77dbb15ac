package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import nl.jeugdgraaf.audit.AccessIndex.Place;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Searches for records about a person. May be used by several threads.
///
/// A thread of its own follows the records that are on disk with an [AccessIndex], and looks up
/// where the records about a person are. Nobody who appends waits for it. Searches wait until it
/// has all that was on disk when they began.
final class AccessSearch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(AccessSearch.class.getName());
  private static final Duration FOLLOWS_EVERY = Duration.ofSeconds(1);
  private static final Duration TRIES_AGAIN_AFTER = Duration.ofSeconds(5);
  private static final int PERCENT = 100;

  private final Path directory;
  private final String keyId;
  private final LongSupplier onDisk;
  private final Thread thread;
  private final BlockingQueue<Search> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong bytesRead = new AtomicLong();
  private volatile long end;
  private volatile boolean isClosing;

  /// Whether the index could not be read or written when that was tried last.
  private volatile boolean hasFailed;

  /// Whether the index named a line that is not about the person.
  private volatile boolean isWrong;

  /// A search that waits for the index. One without a query only wakes the thread.
  private record Search(@Nullable AccessQuery query, CompletableFuture<List<Place>> found) {
    Search(@Nullable AccessQuery query) {
      this(query, new CompletableFuture<>());
    }
  }

  private AccessSearch(Path directory, String keyId, LongSupplier onDisk) {
    this.directory = directory;
    this.keyId = keyId;
    this.onDisk = onDisk;
    this.thread = Thread.ofPlatform().name("audit-index").daemon().unstarted(this::run);
  }

  /// Starts to follow the records of a directory.
  ///
  /// @param directory where the log is
  /// @param keyId of its keys
  /// @param onDisk tells the end of the part of the records that is known to be on disk
  static AccessSearch start(Path directory, String keyId, LongSupplier onDisk) {
    var search = new AccessSearch(directory, keyId, onDisk);
    search.thread.start();
    return search;
  }

  /// Finds records, the earliest first. Each names nobody but the person.
  ///
  /// @throws ProblemException `TIMEOUT` if that takes longer than it may, `AUDIT_UNAVAILABLE` if
  ///   the records or the index cannot be read
  List<AuditRecord> find(AccessQuery query, Duration within) {
    long until = System.nanoTime() + within.toNanos();
    var places = places(query, until);
    // Opened for this search alone, because a thread that is interrupted while it reads closes the
    // channel.
    try (var channel = records()) {
      var found = new ArrayList<AuditRecord>(places.size());
      for (var place : places) {
        if (System.nanoTime() - until >= 0) {
          throw late();
        }
        found.add(record(place.read(channel), query.pseudonym()));
        bytesRead.addAndGet(place.length());
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<Place> places(AccessQuery query, long until) {
    var search = new Search(query);
    waiting.add(search);
    try {
      if (isClosing) {
        throw unreadable(null);
      }
      return search.found.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw hasFailed ? unreadable(null) : late();
    } catch (ExecutionException e) {
      throw unreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreadable(e);
    } finally {
      waiting.remove(search);
    }
  }

  private AuditRecord record(byte[] line, String pseudonym) throws IOException {
    var record =
        RecordJson.parse(line).filter(it -> it.entry().data().subjects().containsKey(pseudonym));
    if (record.isEmpty()) {
      isWrong = true;
      throw new IOException("the index names a line that is not about the person");
    }
    return record.get().about(pseudonym);
  }

  private ProblemException late() {
    long all = onDisk.getAsLong();
    return new ProblemException(
        Code.TIMEOUT,
        end < all
            ? "The index of the audit log is being built; %d %% of the log is in it. Try again in a few minutes."
                .formatted(PERCENT * end / all)
            : "The audit log could not be searched in time. Ask for a shorter period, or for fewer"
                + " records with first.");
  }

  private static ProblemException unreadable(@Nullable Exception cause) {
    var message = "The audit log cannot be read now. Try again in a few seconds.";
    return cause == null
        ? new ProblemException(Code.AUDIT_UNAVAILABLE, message)
        : new ProblemException(Code.AUDIT_UNAVAILABLE, message, cause);
  }

  private FileChannel records() throws IOException {
    return FileChannel.open(directory.resolve(AuditLog.RECORDS));
  }

  private void run() {
    try {
      while (!isClosing) {
        follow();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.ERROR, "The audit log cannot be searched: its index was interrupted", e);
    } finally {
      isClosing = true;
      waiting.forEach(search -> search.found.completeExceptionally(closed()));
    }
  }

  private static IOException closed() {
    return new IOException("the audit log was closed");
  }

  /// After any failure, even running out of memory, the index is deleted and made anew: what it
  /// holds is not known any more.
  private void follow() throws InterruptedException {
    try (var records = records();
        var index = AccessIndex.open(directory, records, onDisk.getAsLong(), keyId, bytesRead)) {
      serve(index);
    } catch (IOException | RuntimeException | Error e) {
      hasFailed = true;
      end = 0;
      LOG.log(
          Level.WARNING,
          "The index of the audit log cannot be read or written; it is made anew",
          e);
      delete();
      waitFor(TRIES_AGAIN_AFTER);
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(directory.resolve(AccessIndex.FILE));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The index of the audit log cannot be deleted", e);
    }
  }

  private void waitFor(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    while (!isClosing && System.nanoTime() - until < 0) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private void serve(AccessIndex index) throws IOException, InterruptedException {
    while (!isClosing) {
      catchUp(index);
      var search = waiting.poll(FOLLOWS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      if (search != null && search.query != null) {
        // What was on disk when the search began is in the index after this.
        catchUp(index);
        answer(index, search.query, search.found);
      }
      if (isWrong) {
        isWrong = false;
        throw new IOException("the index named a line that is not about the person");
      }
      index.commitWhenDue();
    }
  }

  private void catchUp(AccessIndex index) throws IOException {
    long until = onDisk.getAsLong();
    end = index.end();
    while (end < until && !isClosing) {
      index.add(until);
      end = index.end();
    }
    hasFailed = false;
  }

  private void answer(AccessIndex index, AccessQuery query, CompletableFuture<List<Place>> found) {
    if (isClosing) {
      found.completeExceptionally(closed());
      return;
    }
    try {
      found.complete(index.find(query));
    } catch (RuntimeException | Error e) {
      found.completeExceptionally(e);
      throw e;
    }
  }

  /// {@return how many bytes of records were read so far, to follow them and to answer}
  long bytesRead() {
    return bytesRead.get();
  }

  /// Ends the thread. What is not in the index is added after the next start.
  @Override
  public void close() {
    isClosing = true;
    waiting.add(new Search(null));
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
