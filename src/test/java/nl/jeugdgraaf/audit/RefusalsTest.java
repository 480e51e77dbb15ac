package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.jeugdgraaf.audit.AuditEntry.Actor;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Operation;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is refused, the log grows by a bounded number of records an hour, and no refusal is
/// lost from their sum.
class RefusalsTest {
  private static final int MANY = 1_000_000;
  private static final Actor PROVIDER = new Actor("PROVIDER", "12345678", "u-1", "", "10.0.0.1");

  private final List<AuditEntry> written = Collections.synchronizedList(new ArrayList<>());
  private final Refusals refusals = Refusals.start(this::write);
  private FixedDay clock = FixedDay.at(START);
  private boolean isFull;

  private void write(List<AuditEntry> entries) {
    if (isFull) {
      throw new ProblemException(Code.AUDIT_UNAVAILABLE, "No.");
    }
    written.addAll(entries);
  }

  @BeforeEach
  void beginAnHour() {
    refusals.endHour();
  }

  @AfterEach
  void close() {
    refusals.close();
    clock.close();
  }

  private void pass(Duration time) {
    clock = FixedDay.at(START.plus(time));
  }

  private static AuditEntry refusal(Actor actor, String reason, Instant at) {
    return new AuditEntry(
        new Event(Kind.SEARCH, Outcome.REFUSED, reason),
        actor,
        Data.NONE,
        new Operation("Ask", "", "", List.of()),
        new Period(at, at));
  }

  private void refuse(Actor actor) {
    refusals.refused(refusal(actor, "FORBIDDEN", START));
  }

  private void refuseAddress(String address) {
    refuse(new Actor("", "", "", "", address));
  }

  /// How many refusals the records stand for.
  private long total() {
    return written.stream().mapToLong(entry -> Math.max(1, entry.data().others())).sum();
  }

  @Test
  void theFirstIsRecordedAtOnceAndTheRestAsANumber() {
    for (int i = 0; i < 5; i++) {
      var reason = i < 4 ? "FORBIDDEN" : "PURPOSE_REQUIRED";
      refusals.refused(refusal(PROVIDER, reason, START.plusSeconds(i)));
    }
    assertEquals(List.of(refusal(PROVIDER, "FORBIDDEN", START)), written);
    pass(Duration.ofMinutes(59));
    refusals.endHour();
    assertEquals(1, written.size(), "the hour has not ended");
    pass(Duration.ofMinutes(60));
    refusals.endHour();
    refusals.endHour();
    assertEquals(2, written.size());
    var rest = written.getLast();
    assertEquals(new Event(Kind.SEARCH, Outcome.REFUSED, "PURPOSE_REQUIRED"), rest.event());
    assertEquals(PROVIDER, rest.actor());
    assertEquals(new Data(Map.of(), 4), rest.data());
    assertEquals(new Period(START.plusSeconds(1), START.plusSeconds(4)), rest.period());

    refuse(PROVIDER);
    assertEquals(3, written.size(), "the first of another hour");
  }

  @Test
  void theFirstOfAnHourEndsTheHourBeforeIt() {
    refuse(PROVIDER);
    refuse(PROVIDER);
    pass(Duration.ofHours(3));
    refuse(PROVIDER);
    refusals.endHour();
    assertEquals(List.of(0L, 0L, 1L), others());
  }

  private List<Long> others() {
    return written.stream().map(entry -> entry.data().others()).toList();
  }

  @Test
  void aMillionOfOneCallerAreTwoRecords() {
    for (int i = 0; i < MANY; i++) {
      refuse(PROVIDER);
    }
    refusals.close();
    assertEquals(2, written.size());
    assertEquals(MANY, total());
  }

  @Test
  void aMillionFromManyThreadsAreTwoRecords() throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> IntStream.range(0, MANY / 8).forEach(_ -> refuse(PROVIDER)));
      }
    }
    refusals.close();
    assertEquals(2, written.size());
    assertEquals(MANY, total());
  }

  @Test
  void addressesShareOneRecordAfterTheFirstHundred() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        refuseAddress("10.1.%d.%d".formatted(i / 250, i % 250));
      }
    }
    refusals.close();
    assertEquals(2 * Refusals.ADDRESSES_MAX + 1, written.size());
    assertEquals(20_000, total());
    assertEquals(new Actor("", "", "", "", ""), written.getLast().actor());
    assertEquals(20_000 - 2 * Refusals.ADDRESSES_MAX, written.getLast().data().others());
  }

  @Test
  void callersWithATokenHaveRecordsWhateverAddressesDo() {
    IntStream.range(0, 300).forEach(i -> refuseAddress("10.2.0." + i));
    IntStream.range(0, 2_000)
        .forEach(i -> refuse(new Actor("PROVIDER", "12345678", "u-" + i, "", "10.0.0.1")));
    assertEquals(Refusals.ADDRESSES_MAX + Refusals.KNOWN_MAX, written.size());
    IntStream.range(0, 2_000)
        .forEach(i -> refuse(new Actor("PROVIDER", "12345678", "u-" + i, "", "10.0.0.1")));
    IntStream.range(0, 300).forEach(i -> refuseAddress("10.2.0." + i));
    refusals.close();
    assertEquals(Refusals.RECORDS_MAX, written.size());
    assertEquals(4_600, total());
  }

  /// A client chooses the second half of an address of IPv6 itself.
  @Test
  void anAddressOfIpv6CountsByItsNetwork() {
    IntStream.range(0, 1_000).forEach(i -> refuseAddress("2001:db8:0:1:%x::%x".formatted(i, i)));
    assertEquals(1, written.size());
    refuseAddress("[2001:db8:0:1::5]");
    refuseAddress("2001:db8:0:1:0:0:0:5%eth0");
    assertEquals(1, written.size());
    refuseAddress("2001:db8:0:2::1");
    refuseAddress("10.0.0.1");
    refuseAddress("::ffff:10.0.0.1");
    assertEquals(3, written.size());
  }

  @Test
  void theSamePersonIsOneCallerAtAnyAddress() {
    refuse(PROVIDER);
    refuse(new Actor("PROVIDER", "12345678", "u-1", "CARE", "10.0.0.2"));
    assertEquals(1, written.size());
    refuse(new Actor("SCHOOL", "12345678", "u-1", "", "10.0.0.1"));
    assertEquals(2, written.size());
  }

  @Test
  void whatCannotBeRecordedIsCounted() {
    isFull = true;
    for (int i = 0; i < 10; i++) {
      refuse(PROVIDER);
    }
    pass(Duration.ofHours(1));
    refusals.endHour();
    for (int i = 0; i < 10; i++) {
      refuse(PROVIDER);
    }
    assertEquals(List.of(), written);
    isFull = false;
    refuse(PROVIDER);
    refusals.close();
    assertEquals(List.of(11L, 10L), others());
    assertTrue(written.getFirst().actor().equals(PROVIDER));
  }

  @Test
  void theNumbersAreRecordedWhenTheLogCloses(@TempDir Path directory) throws IOException {
    try (var log = AuditLog.open(directory, Samples.KEYS, Samples.SYSTEM)) {
      for (int i = 0; i < 100; i++) {
        log.refused(refusal(PROVIDER, "FORBIDDEN", START));
      }
    }
    var lines = Files.readAllLines(directory.resolve(AuditLog.RECORDS));
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().contains("\"subjects\":{},\"others\":99,"), lines::getLast);
    assertTrue(lines.getLast().contains("\"outcome\":\"REFUSED\",\"reason\":\"FORBIDDEN\""));
  }
}
