package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The thread that writes: entries that arrive while one group is forced to disk form the next
/// group. May be used by several threads.
///
/// Writing has a thread of its own, because a thread that is interrupted while it writes closes the
/// file for all.
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = System.getLogger(GroupCommit.class.getName());
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);
  private static final Duration SIGNED_WITHIN = Duration.ofSeconds(60);
  private static final int UNSIGNED_MAX = 1_000;
  private static final int WAITING_MAX = 10_000;

  /// A group is held in memory twice while it is written.
  private static final long GROUP_BYTES_MAX = 8_000_000;

  private final Chain chain;
  private final Thread writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Batch> waiting = new ArrayDeque<>();
  private boolean isClosing;
  private boolean isEnded;

  /// Since when a record waits for a head. Used by the writer only.
  private long unsignedSince = System.nanoTime();

  /// The records of one caller.
  private static final class Batch {
    private final List<byte[]> bodies;
    private final long bytes;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean isWritten;
    private volatile @Nullable Throwable failure;

    Batch(List<byte[]> bodies) {
      this.bodies = bodies;
      this.bytes = bodies.stream().mapToLong(body -> body.length).sum();
    }
  }

  private GroupCommit(Chain chain) {
    this.chain = chain;
    this.writer = Thread.ofPlatform().name("audit-writer").daemon().unstarted(this::run);
  }

  /// Starts the thread.
  static GroupCommit start(Chain chain) {
    var commit = new GroupCommit(chain);
    commit.writer.start();
    return commit;
  }

  /// Appends records, and returns when they are on disk.
  ///
  /// @throws ProblemException `AUDIT_UNAVAILABLE` if they are not on disk, or if that is unknown
  void append(List<byte[]> bodies) {
    var batch = new Batch(bodies);
    lock.lock();
    try {
      if (isClosing || isEnded || waiting.size() >= WAITING_MAX) {
        throw unavailable(null);
      }
      waiting.add(batch);
      changed.signal();
    } finally {
      lock.unlock();
    }
    await(batch);
  }

  /// Waits even if the thread is interrupted, because the records will be written anyway: the
  /// caller learns first what became of them, and then of the interrupt.
  private static void await(Batch batch) {
    var until = System.nanoTime() + WRITTEN_WITHIN.toNanos();
    var isInterrupted = false;
    try {
      while (true) {
        try {
          var isAnswered = batch.answered.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
          if (!isAnswered || !batch.isWritten) {
            throw unavailable(batch.failure);
          }
          return;
        } catch (InterruptedException _) {
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ProblemException unavailable(@Nullable Throwable cause) {
    var message =
        "The audit log cannot be written now, so no data is shown. Try again in a few seconds.";
    return cause == null
        ? new ProblemException(Code.AUDIT_UNAVAILABLE, message)
        : new ProblemException(Code.AUDIT_UNAVAILABLE, message, cause);
  }

  private void run() {
    List<Batch> group = List.of();
    try {
      do {
        group = take();
        commit(group);
        signWhenDue(group.isEmpty());
      } while (!group.isEmpty() || !isClosing());
    } catch (InterruptedException e) {
      LOG.log(Level.ERROR, "The audit log stops: its writer was interrupted", e);
    } finally {
      end(group);
    }
  }

  /// Waits for the next group. An empty one means that a head is due, or that the log closes.
  private List<Batch> take() throws InterruptedException {
    lock.lock();
    try {
      long left = chain.unsigned() == 0 ? Long.MAX_VALUE : untilDue();
      while (waiting.isEmpty() && !isClosing && left > 0) {
        left = changed.awaitNanos(left);
      }
      var group = new ArrayList<Batch>();
      for (long bytes = 0; !waiting.isEmpty() && bytes < GROUP_BYTES_MAX; ) {
        group.add(waiting.remove());
        bytes += group.getLast().bytes;
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private long untilDue() {
    return SIGNED_WITHIN.toNanos() - (System.nanoTime() - unsignedSince);
  }

  /// Any failure, even running out of memory, fails this group only; the thread goes on.
  private void commit(List<Batch> group) {
    if (group.isEmpty()) {
      return;
    }
    if (chain.unsigned() == 0) {
      unsignedSince = System.nanoTime();
    }
    try {
      chain.append(group.stream().flatMap(batch -> batch.bodies.stream()).toList());
      group.forEach(batch -> batch.isWritten = true);
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.ERROR, "The audit log could not be written", e);
      group.forEach(batch -> batch.failure = e);
    }
    group.forEach(batch -> batch.answered.countDown());
  }

  private void signWhenDue(boolean isIdle) {
    boolean isDue = chain.unsigned() >= UNSIGNED_MAX || isIdle || untilDue() <= 0;
    if (isDue && chain.unsigned() > 0) {
      try {
        chain.writeHead();
      } catch (IOException | RuntimeException | Error e) {
        LOG.log(Level.ERROR, "The head of the audit log could not be written", e);
        // The next group or the next minute tries again.
        unsignedSince = System.nanoTime();
      }
    }
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return isClosing;
    } finally {
      lock.unlock();
    }
  }

  /// However the thread ends, nobody keeps waiting for it.
  private void end(List<Batch> group) {
    lock.lock();
    try {
      isEnded = true;
      group.forEach(batch -> batch.answered.countDown());
      waiting.forEach(batch -> batch.answered.countDown());
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  /// Tells whether the thread runs and the files can be written.
  boolean isAlive() {
    lock.lock();
    try {
      return !isClosing && !isEnded && !chain.isGivenUp();
    } finally {
      lock.unlock();
    }
  }

  /// Writes the waiting records and a last head, and ends the thread.
  @Override
  public void close() {
    lock.lock();
    try {
      isClosing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
