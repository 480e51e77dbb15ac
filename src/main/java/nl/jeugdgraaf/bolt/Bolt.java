package nl.jeugdgraaf.bolt;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.metrics.Metrics.Label;
import nl.jeugdgraaf.problem.ProblemException;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;

/// The connection to the database: statements in, records out. May be used by several threads.
public final class Bolt implements QueryRunner, AutoCloseable {
  private static final Logger LOG = System.getLogger(Bolt.class.getName());

  /// More than the answers that are made at once, so that a health check always finds one free.
  private static final int CONNECTIONS_MAX = 72;

  /// Records that are read ahead where each is one row.
  private static final int ROWS_AHEAD = 1_000;

  private static final int CONNECT_SECONDS_MAX = 5;
  private static final int WRITE_RETRY_SECONDS_MAX = 8;
  private static final int READ_ATTEMPTS_MAX = 3;
  private static final Duration VERIFY_WITHIN = Duration.ofSeconds(5);
  private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

  /// The database ends a transaction by itself when its time is over. If it does not by then, the
  /// thread stops waiting.
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// A change of the schema, or of many nodes, takes minutes.
  private static final Duration WRITE_WITHIN = Duration.ofMinutes(10);

  private final AtomicReference<Driver> driver;
  private final SessionConfig reading;
  private final SessionConfig writing;
  private final Address address;
  private final AtomicLong readsSent = new AtomicLong();
  private final AtomicInteger used = new AtomicInteger();
  private final LongAdder cut = new LongAdder();
  private volatile Consumer<Duration> readTook = _ -> {};

  private Bolt(Address address, Driver driver) {
    this.address = address;
    this.driver = new AtomicReference<>(driver);
    this.reading = session(address, AccessMode.READ, ROWS_AHEAD);
    this.writing = session(address, AccessMode.WRITE, ROWS_AHEAD);
  }

  /// Opens a pool of connections, without making any yet.
  ///
  /// @param address where the database is
  /// @return the connection
  /// @throws ProblemException `STARTUP_FAILED` if the driver refuses the address
  public static Bolt open(Address address) {
    try {
      return new Bolt(address, driver(address));
    } catch (ClientException | IllegalArgumentException e) {
      throw Address.invalid(" " + address.uri());
    }
  }

  private static Driver driver(Address address) {
    AuthToken token =
        address.username().isEmpty()
            ? AuthTokens.none()
            : AuthTokens.basic(address.username(), address.password());
    return GraphDatabase.driver(address.uri(), token, config());
  }

  /// Uses the deprecated SLF4J logging: the default logging of the driver formats several messages
  /// for each statement, even if nothing logs them.
  @SuppressWarnings("deprecation")
  private static Config config() {
    return Config.builder()
        .withLogging(Logging.slf4j())
        .withTelemetryDisabled(true)
        .withUserAgent("jeugdgraaf")
        .withMinimumNotificationSeverity(NotificationSeverity.OFF)
        .withMaxConnectionPoolSize(CONNECTIONS_MAX)
        .withFetchSize(ROWS_AHEAD)
        .withConnectionAcquisitionTimeout(CONNECT_SECONDS_MAX, TimeUnit.SECONDS)
        .withConnectionTimeout(CONNECT_SECONDS_MAX, TimeUnit.SECONDS)
        .withConnectionLivenessCheckTimeout(1, TimeUnit.MINUTES)
        .withMaxTransactionRetryTime(WRITE_RETRY_SECONDS_MAX, TimeUnit.SECONDS)
        .build();
  }

  private static SessionConfig session(Address address, AccessMode mode, int ahead) {
    var builder = SessionConfig.builder().withDefaultAccessMode(mode).withFetchSize(ahead);
    return (address.database().isEmpty() ? builder : builder.withDatabase(address.database()))
        .build();
  }

  /// {@return where the database is}
  public Address address() {
    return address;
  }

  /// Checks that the server answers, accepts the login and has the named database.
  ///
  /// @throws ProblemException `STARTUP_FAILED` if it refuses the login, else
  ///   `DATABASE_UNAVAILABLE`, with the setting to correct
  public void verify() {
    try (var limit = limit(VERIFY_WITHIN)) {
      readOnce(
          Statement.of("RETURN 1"), VERIFY_WITHIN, limit, new Receiver(reading, () -> {}, _ -> {}));
    } catch (Neo4jException e) {
      throw BoltProblems.of(e, address);
    }
  }

  /// Runs one reading statement in one round trip and hands over each record as it arrives.
  ///
  /// The statement is repeated at most twice, if the database drops it before the first record and
  /// there is time left.
  ///
  /// @param statement what to run
  /// @param within after this time the database ends the transaction
  /// @param sink gets the records, in order, on the calling thread
  /// @throws ProblemException if the database does not answer, or not in time
  /// @throws UncheckedIOException if the thread is interrupted; the transaction is ended then
  @Override
  public void read(Statement statement, Duration within, Consumer<Record> sink) {
    read(statement, within, new Receiver(reading, () -> {}, sink));
  }

  /// Runs a statement as [#read(Statement, Duration, Consumer)] does, reads as many records ahead
  /// as there is memory for, and tells when the database has planned it.
  ///
  /// @param statement what to run
  /// @param reading how it is read
  /// @param planned runs when the statement begins to run
  /// @param sink gets the records, in order, on the calling thread
  /// @throws ProblemException if the database does not answer, or not in time
  /// @throws UncheckedIOException if the thread is interrupted; the transaction is ended then
  public void stream(
      Statement statement, Reading reading, Runnable planned, Consumer<Record> sink) {
    var session = session(address, AccessMode.READ, reading.recordsAhead());
    read(statement, reading.within(), new Receiver(session, planned, sink));
  }

  private void read(Statement statement, Duration within, Receiver receiver) {
    readsSent.incrementAndGet();
    try (var limit = limit(within.plus(GRACE))) {
      read(statement, within, limit, receiver);
    }
  }

  /// How an answer is read.
  ///
  /// @param within after this time the database ends the transaction
  /// @param recordsAhead how many records are read before the sink takes them
  public record Reading(Duration within, int recordsAhead) {}

  /// Who hears of one statement.
  ///
  /// @param session in what kind of session it runs
  /// @param planned runs when the statement begins to run
  /// @param sink gets the records
  private record Receiver(SessionConfig session, Runnable planned, Consumer<Record> sink) {}

  /// Ends without an exception of its own.
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private void read(Statement statement, Duration within, WaitLimit limit, Receiver receiver) {
    var until = Instant.now().plus(within);
    for (int attempt = 1; ; attempt++) {
      var seen = new AtomicBoolean();
      try {
        readOnce(
            statement,
            left(until),
            limit,
            new Receiver(
                receiver.session(),
                receiver.planned(),
                row -> {
                  seen.set(true);
                  receiver.sink().accept(row);
                }));
        return;
      } catch (Neo4jException e) {
        requireWanted();
        var again = attempt < READ_ATTEMPTS_MAX && !seen.get() && BoltProblems.isTransient(e);
        if (!again || Instant.now().isAfter(until) || !paused()) {
          requireWanted();
          throw BoltProblems.of(e);
        }
      }
    }
  }

  /// The thread that waits for an answer is interrupted when nobody wants it any more. The driver
  /// then drops the connection, and the database ends the transaction. From here on the exception
  /// carries the interrupt and the thread does not, because the end must still be recorded.
  private static void requireWanted() {
    if (Thread.interrupted()) {
      throw new UncheckedIOException(new InterruptedIOException("nobody waits for the answer"));
    }
  }

  private void readOnce(Statement statement, Duration within, WaitLimit limit, Receiver receiver) {
    var session = limit.await(() -> driver.get().session(receiver.session()));
    var start = System.nanoTime();
    used.incrementAndGet();
    try (Closing _ = () -> close(session, limit, start)) {
      var timed = TransactionConfig.builder().withTimeout(within).build();
      var result = limit.await(() -> session.run(statement.text(), statement.parameters(), timed));
      receiver.planned().run();
      while (limit.await(result::hasNext)) {
        receiver.sink().accept(result.next());
      }
    }
  }

  private void close(Session session, WaitLimit limit, long start) {
    readTook.accept(Duration.ofNanos(System.nanoTime() - start));
    used.decrementAndGet();
    limit.close(session);
  }

  private WaitLimit limit(Duration within) {
    var current = driver.get();
    return new WaitLimit(within, () -> replace(current));
  }

  /// Cuts all connections. One that does not end a statement when it is told to leads to a database
  /// that is silent, and the driver has no way to cut a single one.
  private void replace(Driver silent) {
    var fresh = driver(address);
    if (driver.compareAndSet(silent, fresh)) {
      LOG.log(Level.WARNING, "The database is silent: its connections are cut and made anew.");
      cut.increment();
      silent.closeAsync();
    } else {
      fresh.closeAsync();
    }
  }

  private static Duration left(Instant until) {
    var left = Duration.between(Instant.now(), until);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  /// Returns false at once if nobody waits for the answer any more.
  private static boolean paused() {
    try {
      Thread.sleep(RETRY_PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Runs statements in one writing transaction, repeated by the driver where that is safe.
  ///
  /// @param statements what to run, in order; each must be repeatable
  /// @return the records of the last one
  /// @throws ProblemException if the database does not answer or refuses
  @Override
  public List<Record> write(Statement... statements) {
    var session = driver.get().session(writing);
    try (var limit = limit(WRITE_WITHIN);
        Closing _ = () -> limit.close(session)) {
      return limit.await(() ->
          session.executeWrite(transaction -> {
            List<Record> records = List.of();
            for (var statement : statements) {
              records = transaction.run(statement.text(), statement.parameters()).list();
            }
            return records;
          }));
    } catch (Neo4jException e) {
      throw BoltProblems.of(e);
    }
  }

  /// Runs one statement that needs a transaction of its own, such as the creation of an index.
  ///
  /// @param statement what to run
  /// @return its records
  /// @throws ProblemException if the database does not answer or refuses
  @Override
  public List<Record> command(Statement statement) {
    var session = driver.get().session(writing);
    try (var limit = limit(WRITE_WITHIN);
        Closing _ = () -> limit.close(session)) {
      return limit.await(() -> session.run(statement.text(), statement.parameters()).list());
    } catch (Neo4jException e) {
      throw BoltProblems.of(e);
    }
  }

  @Override
  public boolean isOneTransaction() {
    return false;
  }

  /// Begins a transaction that stays open until it is committed or closed.
  ///
  /// @return the transaction, to be closed
  /// @throws ProblemException if the database does not answer
  public OpenTransaction begin() {
    var current = driver.get();
    try {
      return new OpenTransaction(current.session(writing), () -> replace(current));
    } catch (Neo4jException e) {
      throw BoltProblems.of(e);
    }
  }

  /// Shows the use of connections, how often they were cut, and how long reading takes.
  ///
  /// @param metrics where it is shown
  public void measure(Metrics metrics) {
    metrics.gauge(
        "db.client.connection.count",
        "Connections to the database that are in use",
        used::get,
        new Label("state", "used"));
    metrics.gauge(
        "db.client.connection.max",
        "Connections to the database that can be in use at once",
        () -> CONNECTIONS_MAX);
    metrics.total(
        "db.client.connections.cut",
        "How often all connections were cut because the database was silent",
        cut::sum);
    metrics.total(
        "db.client.reads", "Reading statements that were sent to the database", readsSent::get);
    readTook =
        metrics.durations(
            "db.client.operation.duration",
            "Duration of reading statements, until the last row was taken");
  }

  /// {@return how many reading statements were sent since the pool was opened; a repeated one
  /// counts once}
  public long readsSent() {
    return readsSent.get();
  }

  @Override
  public void close() {
    driver.get().close();
  }
}
