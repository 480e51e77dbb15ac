package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.jeugdgraaf.AuditedCaller.Reading;
import nl.jeugdgraaf.AuditedCaller.Seen;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import nl.jeugdgraaf.audit.AuditRecord;
import nl.jeugdgraaf.audit.AuditVerification;
import nl.jeugdgraaf.audit.AuditVerification.Intact;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while it loads and while it answers, as by `kill -9`, and started again
/// with the same audit log: everything that left it, even a part of an answer, was logged first.
@Timeout(600)
class KilledServerTest {
  private static final byte[] SECRET =
      "a secret that only tests may use".getBytes(StandardCharsets.UTF_8);
  private static final AuditKeys KEYS = AuditKeys.of(SECRET);
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int ROUNDS = Integer.getInteger("killed.rounds", 1);
  private static final int RUNNING_ON_MILLIS = 1_500;

  private static final List<Caller> CALLERS =
      List.of(
          new Caller("PROVIDER", "99000012", "", "CARE", ""),
          new Caller("MUNICIPALITY", "1969", "", "REGIE", ""),
          new Caller("NETWORK_PARTNER", "99000001", "", "CARE", ""),
          new Caller("LOCAL_TEAM", "SYNTHETIC/REFERRER-000029", "", "REGIE", ""));

  /// Sees so much that an answer leaves in parts.
  private static final Caller STEWARD = new Caller("STEWARD", "", "", "QUALITY", "");

  private static final Reading SLOWLY = new Reading(Duration.ofMillis(5), Integer.MAX_VALUE);
  private static final Reading BEGINNING = new Reading(Duration.ZERO, 100_000);

  /// Eight megabytes: more than the server holds back before the first bytes leave (one), and more
  /// than Linux buffers for a client that reads slowly (four).
  private static final String MUCH =
      """
      query %s {
        youths(limit: 400) {
          key
          municipality { region { products { key code rawCode names name category id } } }
        }
      }
      """;

  private static final List<String> QUESTIONS =
      List.of(
          "query %s { youths(where: {key: {in: %youths}}) { key name } }",
          "query %s { node(id: \"%node\") { ... on Youth { key name birthDate } } }",
          """
          query %s {
            youthsConnection(where: {key: {in: %youths}}) {
              edges { node { key trajectories { key deliveries { key startedOn } } } }
            }
          }
          """,
          "query %s { trajectories(limit: 5) { key youth { key } } youths(where: {key: {in:"
              + " %youths}}) { key } }");

  /// What is removed before a load: parts of the seed that no access rule uses.
  private static final List<String> REMOVED =
      List.of(
          "MATCH (:Youth)-[it:MEMBER_OF]->(:Family)",
          "MATCH (it:Youth) WHERE it.pseudonym IS NOT NULL");

  @TempDir private Path directory;

  private final Random random = new Random();
  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

  @Test
  void everythingThatLeftTheServerWasLoggedFirst() throws Exception {
    var bolt = TestDatabase.seeded();
    var before = counted(bolt);
    try {
      killWhileItLoads(bolt, before);
      for (int round = 1; round <= ROUNDS; round++) {
        seen.clear();
        // The first round completes the load that was killed.
        killWhileItAnswers(round, round == 1 ? "seed" : "none");
        assertRecorded(directory.resolve("copy" + round));
      }
      assertEquals(before, counted(bolt));
    } finally {
      if (!counted(bolt).equals(before)) {
        TestDatabase.empty();
      }
    }
  }

  private static List<Long> counted(Bolt bolt) {
    return REMOVED.stream()
        .map(what -> bolt.command(Statement.of(what + " RETURN count(it)")).getFirst())
        .map(row -> row.get(0).asLong())
        .toList();
  }

  private void killWhileItLoads(Bolt bolt, List<Long> before) throws Exception {
    bolt.command(Statement.of("MATCH (entry:SeedBatch) DELETE entry"));
    bolt.command(Statement.of(REMOVED.getFirst() + " DELETE it"));
    bolt.command(Statement.of(REMOVED.getLast() + " REMOVE it.pseudonym"));
    var missing = counted(bolt);
    var program = start("loading", "seed");
    try {
      await(() -> !counted(bolt).equals(missing), program);
    } finally {
      program.kill();
    }
    assertNotEquals(before, counted(bolt), "the load ended before it was killed");
  }

  private void killWhileItAnswers(int round, String seed) throws Exception {
    var program = start("round" + round, seed);
    try (var threads = Executors.newCachedThreadPool()) {
      var looking = new ArrayList<Future<?>>();
      try {
        var server = program.ready();
        var begun = new CountDownLatch(CALLERS.size());
        for (var caller : CALLERS) {
          var name = "Round%dOf%s".formatted(round, caller.role());
          var reader = reader(server, caller);
          looking.add(threads.submit(() -> look(reader, name, begun)));
        }
        var steward = reader(server, STEWARD);
        leave(steward, "Left" + round, program);
        looking.add(threads.submit(() -> lookSlowly(steward, "Slow" + round)));
        await(() -> hasBegun(begun, looking), program);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(RUNNING_ON_MILLIS)).toNanos());
      } finally {
        program.kill();
      }
      for (var each : looking) {
        each.get();
      }
    }
  }

  /// Fails if a thread failed.
  private static boolean hasBegun(CountDownLatch begun, List<Future<?>> looking) throws Exception {
    for (var each : looking) {
      if (each.isDone()) {
        each.get();
      }
    }
    return begun.getCount() == 0;
  }

  private Program start(String name, String seed) throws IOException {
    var settings =
        Map.of(
            "SEED", seed,
            "AUDIT_DATA", audit().toString(),
            "AUDIT_KEY", Base64.getEncoder().encodeToString(SECRET));
    return Program.serve(settings, directory.resolve(name + ".log"));
  }

  private Path audit() {
    return directory.resolve("audit");
  }

  private static AuditedCaller reader(URI server, Caller caller) {
    return new AuditedCaller(server, caller, DemoClient.token(server, caller));
  }

  private static void await(Callable<Boolean> wanted, Program program) throws Exception {
    var until = Instant.now().plus(WITHIN);
    while (!wanted.call()) {
      assertTrue(program.process().isAlive(), "the server ended before it was killed");
      assertTrue(Instant.now().isBefore(until), "waited too long");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /// Asks in several ways for youths that the caller may see, until the server is killed.
  private void look(AuditedCaller reader, String name, CountDownLatch begun) {
    var first = reader.ask(name, "query %s { youths(limit: 40) { key } }", Reading.AT_ONCE);
    seen.add(first);
    var known = new ArrayList<>(first.youths());
    var last = first;
    for (int number = 0; last.whole(); number++) {
      if (number == QUESTIONS.size()) {
        begun.countDown();
      }
      Collections.shuffle(known);
      var wanted = known.subList(0, 2);
      last =
          reader.ask(
              name + "No" + number,
              QUESTIONS
                  .get(number % QUESTIONS.size())
                  .replace("%youths", "[\"" + String.join("\", \"", wanted) + "\"]")
                  .replace("%node", SeededCallers.id("Youth", wanted.getFirst())),
              Reading.AT_ONCE);
      seen.add(last);
      if (last.whole()) {
        assertTrue(last.youths().contains(wanted.getFirst()), last::toString);
      }
    }
  }

  /// Reads each answer so slowly that the server is killed halfway.
  private void lookSlowly(AuditedCaller reader, String name) {
    int number = 0;
    Seen last;
    do {
      last = reader.ask(name + "No" + number++, MUCH, SLOWLY);
      seen.add(last);
    } while (last.whole());
  }

  /// Closes the connection when the answer has begun, and waits until that is logged as well.
  private void leave(AuditedCaller reader, String name, Program program) throws Exception {
    var left = reader.ask(name, MUCH, BEGINNING);
    assertFalse(left.youths().isEmpty(), "too little was read");
    seen.add(left);
    await(
        () -> {
          try (var lines = Files.lines(audit().resolve("audit.jsonl"))) {
            return lines.anyMatch(
                line -> line.contains("\"outcome\":\"ABORTED\"") && line.contains(name));
          }
        },
        program);
  }

  /// Reads a copy, so that the next server has to continue the log as the killed one left it.
  private void assertRecorded(Path copy) throws IOException {
    assertInstanceOf(
        Intact.class, AuditVerification.verify(audit(), KEYS.publicKey(), Optional.empty()));
    Files.createDirectory(copy);
    for (var file : List.of("audit.jsonl", "heads.jsonl")) {
      Files.copy(audit().resolve(file), copy.resolve(file));
    }
    var missing = new TreeSet<String>();
    try (var log = AuditLog.open(copy, KEYS, "test")) {
      var recorded = new HashMap<String, Set<List<String>>>();
      for (var one : seen) {
        for (var youth : one.youths()) {
          if (!recorded.computeIfAbsent(youth, it -> recorded(log, it)).contains(asRecorded(one))) {
            missing.add(youth + " in " + one.operation());
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static List<String> asRecorded(Seen one) {
    var caller = one.caller();
    return List.of(one.operation(), caller.role(), caller.organisation(), caller.purpose());
  }

  private static Set<List<String>> recorded(AuditLog log, String youth) {
    return log
        .accesses(youth, Instant.MIN, Instant.MAX, Integer.MAX_VALUE, Duration.ofMinutes(1))
        .stream()
        .map(AuditRecord::entry)
        .filter(entry -> entry.event().equals(new Event(Kind.READ, Outcome.OK, "")))
        .map(entry ->
            List.of(
                entry.operation().name(),
                entry.actor().role(),
                entry.actor().organisation(),
                entry.actor().purpose()))
        .collect(Collectors.toSet());
  }
}
