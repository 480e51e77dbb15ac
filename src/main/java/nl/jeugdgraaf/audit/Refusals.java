package nl.jeugdgraaf.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import nl.jeugdgraaf.audit.AuditEntry.Actor;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Operation;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.problem.ProblemException;

/// Records refusals in a bounded number of records, whatever comes. May be used by several threads.
///
/// The first refusal of a caller in an hour of the clock is recorded at once. Further ones are
/// counted, and at the end of the hour one record says how many there were. A caller is who its
/// token says it is, else its network address. [#KNOWN_MAX] callers with a token and
/// [#ADDRESSES_MAX] addresses have records of their own in an hour; the refusals of all others are
/// one number in one record, which has no actor. So an hour has [#RECORDS_MAX] records at most, and
/// memory is bounded in the same way.
final class Refusals implements AutoCloseable {
  static final int KNOWN_MAX = 1_000;
  static final int ADDRESSES_MAX = 100;

  /// Most records of one hour: two for each caller, and one for all others.
  static final int RECORDS_MAX = 2 * (KNOWN_MAX + ADDRESSES_MAX) + 1;

  private static final Logger LOG = System.getLogger(Refusals.class.getName());
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);
  private static final int CLOSE_SECONDS = 15;
  private static final int HOUR_SECONDS = 3_600;
  private static final Actor OTHERS = new Actor("", "", "", "", "");
  private static final Operation SEVERAL = new Operation("", "", "", List.of());

  private static final AuditEntry NOTHING =
      new AuditEntry(
          new Event(Kind.SEARCH, Outcome.REFUSED, ""),
          OTHERS,
          Data.NONE,
          SEVERAL,
          new Period(Instant.EPOCH, Instant.EPOCH));

  private final Consumer<List<AuditEntry>> log;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("audit-refusals").unstarted(work));
  private final ReentrantLock lock = new ReentrantLock();
  private final List<AuditEntry> ended = new ArrayList<>();
  private Hour hour = new Hour(now());

  /// Who is refused.
  ///
  /// @param address the network, if there is no token; of an address of IPv6 the part that a client
  ///   cannot choose
  private record Refused(String role, String organisation, String user, String address) {
    private static final int NETWORK_BYTES = 8;

    static Refused of(Actor actor) {
      return isKnown(actor)
          ? new Refused(actor.role(), actor.organisation(), actor.user(), "")
          : new Refused("", "", "", network(actor.address()));
    }

    private static boolean isKnown(Actor actor) {
      return !(actor.role() + actor.organisation() + actor.user()).isEmpty();
    }

    private static String network(String address) {
      try {
        var zone = address.indexOf('%');
        var bytes = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
        return bytes.getAddress().length > NETWORK_BYTES
            ? HexFormat.of().formatHex(bytes.getAddress(), 0, NETWORK_BYTES)
            : bytes.getHostAddress();
      } catch (IllegalArgumentException _) {
        return address;
      }
    }

    boolean isAddress() {
      return !address.isEmpty();
    }
  }

  /// Refusals that have no record yet.
  private static final class Count {
    private long number;
    private Instant start = Instant.MAX;
    private AuditEntry last;

    Count(AuditEntry last) {
      this.last = last;
    }

    void add(AuditEntry entry, long more) {
      number += more;
      start = entry.period().start().isBefore(start) ? entry.period().start() : start;
      last = entry;
    }

    AuditEntry entry(Actor actor) {
      return new AuditEntry(
          last.event(),
          actor,
          new Data(Map.of(), number),
          SEVERAL,
          new Period(start, last.period().end()));
    }
  }

  /// The refusals of one hour.
  private static final class Hour {
    private final long number;
    private final Map<Refused, Count> callers = new HashMap<>();
    private final Count others = new Count(NOTHING);
    private int addresses;

    Hour(long number) {
      this.number = number;
    }

    /// Returns whether it is the first of a caller who has a record of its own, and counts it
    /// otherwise.
    boolean isFirst(AuditEntry entry) {
      var who = Refused.of(entry.actor());
      var known = callers.get(who);
      if (known != null || isFull(who)) {
        (known == null ? others : known).add(entry, 1);
        return false;
      }
      callers.put(who, new Count(entry));
      addresses += who.isAddress() ? 1 : 0;
      return true;
    }

    private boolean isFull(Refused who) {
      return who.isAddress() ? addresses >= ADDRESSES_MAX : callers.size() - addresses >= KNOWN_MAX;
    }

    void count(AuditEntry entry) {
      callers.getOrDefault(Refused.of(entry.actor()), others).add(entry, 1);
    }

    List<AuditEntry> entries() {
      var entries = new ArrayList<AuditEntry>();
      for (var count : callers.values()) {
        if (count.number > 0) {
          entries.add(count.entry(count.last.actor()));
        }
      }
      if (others.number > 0) {
        entries.add(others.entry(OTHERS));
      }
      return entries;
    }
  }

  private Refusals(Consumer<List<AuditEntry>> log) {
    this.log = log;
  }

  /// Starts to look whether an hour has ended, in a thread of its own.
  ///
  /// @param log where to append records; throws a [ProblemException] if it cannot
  static Refusals start(Consumer<List<AuditEntry>> log) {
    var refusals = new Refusals(log);
    var every = LOOKS_EVERY.toMillis();
    var _ =
        refusals.clock.scheduleWithFixedDelay(
            refusals::endHour, every, every, TimeUnit.MILLISECONDS);
    return refusals;
  }

  private static long now() {
    return Math.floorDiv(AmsterdamClock.now().getEpochSecond(), HOUR_SECONDS);
  }

  /// Records a refusal or counts it. Waits for the disk only where it is recorded at once.
  void refused(AuditEntry entry) {
    if (!isFirst(entry)) {
      return;
    }
    try {
      log.accept(List.of(entry));
    } catch (ProblemException _) {
      // The log has said so. It is counted, to be recorded later.
      lock.lock();
      try {
        hour.count(entry);
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean isFirst(AuditEntry entry) {
    lock.lock();
    try {
      turn();
      return hour.isFirst(entry);
    } finally {
      lock.unlock();
    }
  }

  private void turn() {
    long now = now();
    if (hour.number != now) {
      ended.addAll(hour.entries());
      hour = new Hour(now);
    }
  }

  /// Records the numbers of an hour that has ended.
  void endHour() {
    lock.lock();
    try {
      turn();
    } finally {
      lock.unlock();
    }
    try {
      recordEnded();
    } catch (RuntimeException e) {
      // An exception that got out would end the schedule.
      LOG.log(Level.ERROR, "Numbers of refusals not recorded", e);
    }
  }

  /// What cannot be recorded is added to the one number of this hour, so that it takes no memory.
  private void recordEnded() {
    var entries = takeEnded();
    if (entries.isEmpty()) {
      return;
    }
    try {
      log.accept(entries);
    } catch (ProblemException _) {
      lock.lock();
      try {
        entries.forEach(entry -> hour.others.add(entry, entry.data().others()));
      } finally {
        lock.unlock();
      }
    }
  }

  private List<AuditEntry> takeEnded() {
    lock.lock();
    try {
      var entries = List.copyOf(ended);
      ended.clear();
      return entries;
    } finally {
      lock.unlock();
    }
  }

  /// Records all numbers, as if the hour had ended.
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException _) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      ended.addAll(hour.entries());
      hour = new Hour(now());
    } finally {
      lock.unlock();
    }
    recordEnded();
  }
}
