package nl.jeugdgraaf.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.GivenDatabase;
import nl.jeugdgraaf.Main;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.audit.Audit;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditRecord;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.http.Backend;
import nl.jeugdgraaf.http.PersistedDocuments;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.limits.Limits;
import org.eclipse.jetty.server.Handler;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.NotificationSeverity;

/// The process of one contestant: a server over the database it is given, which says on its
/// standard output where it listens and then answers each line of its standard input with one of
/// its own.
///
/// `gauges` gives the CPU nanoseconds and the allocated bytes of the process so far. What starts
/// with `run` is for the driver. It ends with its input.
final class ContestantProcess {
  private ContestantProcess() {}

  /// Starts a contestant.
  ///
  /// @param arguments its name
  public static void main(String[] arguments) throws Exception {
    var database = GivenDatabase.given();
    switch (Contestant.valueOf(arguments[0])) {
      case OURS ->
          ready(ours(ApiSchema.builtIn(), UnaryOperator.identity(), Bolt.open(database)).address());
      case OURS_WITHOUT_DAYS ->
          ready(ours(WithoutDays.schema(), WithoutDays::new, Bolt.open(database)).address());
      case OURS_WITH_AUDIT -> Main.main(new String[0]);
      case LIMIT -> ready(address(new HandwrittenServer(driver(database))));
      case FETCHERS -> ready(address(new FetchingServer(driver(database))));
      case DRIVER -> ready("no address");
    }
    answerLines(new DriverLoop(driver(database)));
  }

  private static String address(Handler handler) throws Exception {
    return HandwrittenServer.start(handler).getURI().toString();
  }

  private static void ready(String address) {
    System.out.println("The contestant is ready: " + address + " listens");
  }

  /// As the program starts it, but for the audit, the seed and the preparation of the database.
  static Server ours(ApiSchema schema, UnaryOperator<Permissions> changed, Bolt bolt) {
    var signIn = Authentication.demo(schema.access());
    var server = Server.start("127.0.0.1", 0, Limits.DEFAULT, signIn);
    var policy = new Policy(schema.access(), true);
    var protection =
        new Protection(
            caller -> new WithoutDataSubjects(changed.apply(policy.of(caller))),
            new Unrecorded(),
            Cursors.ofThisProcess());
    var engine = new Engine(Planner.of(schema), bolt, protection, Limits.DEFAULT);
    server.serve(
        new Backend(
            engine::answer,
            new Backend.Schema(schema.text(), engine::schema),
            () -> true,
            new PersistedDocuments(Map.of(), false),
            engine::refused));
    return server;
  }

  static Driver driver(Address database) {
    return GraphDatabase.driver(
        database.uri(),
        AuthTokens.basic(database.username(), database.password()),
        Config.builder()
            .withTelemetryDisabled(true)
            .withMinimumNotificationSeverity(NotificationSeverity.OFF)
            .build());
  }

  private static void answerLines(DriverLoop loop) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      System.out.println(line.equals("gauges") ? gauges() : run(loop, line.split(" ", 5)));
    }
    System.exit(0);
  }

  private static String gauges() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return system.getProcessCpuTime() + " " + threads.getTotalThreadAllocatedBytes();
  }

  private static String run(DriverLoop loop, String[] words) {
    var seen =
        loop.run(
            words[1],
            Integer.parseInt(words[2]),
            Duration.ofMillis(Long.parseLong(words[3])),
            words[4]);
    return String.format(
        Locale.ROOT,
        "%d %d %d %d",
        seen.requests(),
        seen.nanos(),
        seen.p50Nanos(),
        seen.p99Nanos());
  }

  /// Takes nothing down.
  private record Unrecorded() implements Audit {
    @Override
    public void append(List<AuditEntry> entries) {}

    @Override
    public void refused(AuditEntry entry) {}

    @Override
    public List<AuditRecord> accesses(
        String subject, Instant from, Instant to, int limit, Duration within) {
      return List.of();
    }
  }
}
