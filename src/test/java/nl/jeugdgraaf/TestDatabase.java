package nl.jeugdgraaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.privacy.Captured;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import nl.jeugdgraaf.seed.Load;
import nl.jeugdgraaf.seed.SeedLoader;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.SeedReport;
import nl.jeugdgraaf.seed.synthetic.SyntheticNetwork;
import nl.jeugdgraaf.store.ChildDatabase;
import nl.jeugdgraaf.store.Constraints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/// The one Neo4j that all tests of this JVM share, started when the first test asks for it.
///
/// It is the database at `NEO4J_URI` where that is set, a container with `-Ddatabase=container`,
/// and else a child process with its data under `target`. Test classes run one after the other, so
/// a class that begins with [#empty()] has the database to itself.
public final class TestDatabase {
  private static final String IMAGE = "neo4j:2026.08.1-community";

  /// Seals cursors with a key that never changes, so that golden files can hold them.
  public static final Cursors CURSORS = new Cursors(new byte[Cursors.KEY_BYTES]);

  private static @Nullable Bolt shared;

  /// The report of the load, while the database holds the seed.
  private static @Nullable SeedReport seedReport;

  /// Whether the database holds the constraints of the project and no seed.
  private static boolean constrained;

  private TestDatabase() {}

  /// Returns the database as the class before left it.
  ///
  /// @return the connection; not to be closed
  public static synchronized Bolt shared() {
    var bolt = shared == null ? open() : shared;
    shared = bolt;
    return bolt;
  }

  /// Returns the database without data, constraints and indexes.
  ///
  /// @return the connection; not to be closed
  public static Bolt empty() {
    seedReport = null;
    constrained = false;
    clear(shared());
    return shared();
  }

  /// Returns the database without data, with the constraints and indexes of the project's schema.
  /// They are made once for classes that follow each other.
  ///
  /// @return the connection; not to be closed
  public static Bolt constrained() {
    if (constrained) {
      deleteData(shared());
    } else {
      Constraints.make(empty(), SchemaReader.read(SchemaFile.builtIn()));
      constrained = true;
    }
    return shared();
  }

  /// Returns the database with constraints and the whole seed folder, loaded once for all classes
  /// that only read it.
  ///
  /// @return the connection; not to be closed
  public static Bolt seeded() {
    seedReport();
    return shared();
  }

  /// Loads the seed folder as [#seeded()] does.
  ///
  /// @return what the load reported
  public static SeedReport seedReport() {
    var report = seedReport;
    if (report == null) {
      var bolt = empty();
      var model = SchemaReader.read(SchemaFile.builtIn());
      Constraints.make(bolt, model);
      report =
          SeedLoader.load(bolt, model, Load.of("seed", SeedReader.read(Path.of("seed"))), _ -> {});
      seedReport = report;
    }
    return report;
  }

  /// Loads the documents of the seed and a synthetic network as the program does, into a database
  /// without data.
  ///
  /// @param bolt the database
  /// @param scale how many times as large as a region
  public static void loadNetwork(Bolt bolt, double scale) {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var tables = SyntheticNetwork.inPlaceOfOwn(SeedReader.read(Path.of("seed")), scale);
    Constraints.makeKeys(bolt, model);
    SeedLoader.load(bolt, model, Load.of("seed", tables), _ -> {});
    Constraints.make(bolt, model);
  }

  /// Returns the database with the seed if it is loaded already, and else without data: for tests
  /// that need any database that a server can start with, as soon as possible.
  ///
  /// @return the connection; not to be closed
  static Bolt seededOrEmpty() {
    return seedReport == null ? empty() : shared();
  }

  /// {@return where the database is}
  public static Address address() {
    return shared().address();
  }

  /// {@return a driver of its own, for what only the driver tells, such as the plan of a statement}
  public static Driver driver() {
    var address = address();
    return GraphDatabase.driver(
        address.uri(), AuthTokens.basic(address.username(), address.password()));
  }

  private static void clear(Bolt bolt) {
    constrained = false;
    deleteData(bolt);
    for (var row : bolt.command(Statement.of("SHOW CONSTRAINTS YIELD name"))) {
      bolt.command(Statement.of("DROP CONSTRAINT `" + row.get("name").asString() + "`"));
    }
    var indexes = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name";
    for (var row : bolt.command(Statement.of(indexes))) {
      bolt.command(Statement.of("DROP INDEX `" + row.get("name").asString() + "`"));
    }
  }

  private static void deleteData(Bolt bolt) {
    deleteAll(bolt, "()-[it]->()");
    deleteAll(bolt, "(it)");
  }

  /// A bounded number in each transaction: one node can have more relationships than fit into the
  /// memory of one.
  private static void deleteAll(Bolt bolt, String pattern) {
    var some =
        Statement.of("MATCH " + pattern + " WITH it LIMIT 50000 DELETE it RETURN count(*) AS gone");
    long gone;
    do {
      gone = bolt.command(some).getFirst().get("gone").asLong();
    } while (gone > 0);
  }

  private static Bolt open() {
    var environment = System.getenv();
    var uri = environment.get("NEO4J_URI");
    if (uri != null) {
      return external(uri, environment);
    }
    return "container".equals(System.getProperty("database")) ? container() : child();
  }

  /// Refuses a database with data, because tests delete what they find.
  private static Bolt external(String uri, Map<String, String> environment) {
    var bolt =
        Bolt.open(
            Address.of(
                uri,
                environment.getOrDefault("NEO4J_USERNAME", ""),
                environment.getOrDefault("NEO4J_PASSWORD", ""),
                environment.getOrDefault("NEO4J_DATABASE", "")));
    var nodes = bolt.command(Statement.of("MATCH (n) RETURN count(n) AS nodes")).getFirst();
    if (nodes.get("nodes").asLong() > 0) {
      throw new IllegalStateException(
          "NEO4J_URI names a database that holds data, and tests would delete it: unset it, or"
              + " empty the database first");
    }
    atExit(() -> {
      clear(bolt);
      bolt.close();
    });
    return bolt;
  }

  @SuppressWarnings("resource") // closed when the JVM ends
  private static Bolt container() {
    Assumptions.assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "-Ddatabase=container needs Docker, and Docker does not answer");
    var container = new Neo4jContainer(IMAGE).withoutAuthentication();
    container.start();
    var bolt = Bolt.open(Address.of(container.getBoltUrl(), "", "", "neo4j"));
    atExit(() -> {
      bolt.close();
      container.stop();
    });
    return bolt;
  }

  @SuppressWarnings("resource") // closed when the JVM ends
  private static Bolt child() {
    try {
      var target = Files.createDirectories(Path.of("target"));
      var directory = Files.createTempDirectory(target, "test-database-");
      var database = ChildDatabase.start(directory);
      var bolt = Bolt.open(database.address());
      atExit(() -> {
        bolt.close();
        database.close();
        keepLogs(directory);
        delete(directory);
      });
      return bolt;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keepLogs(Path directory) {
    try {
      Captured.logs(directory.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void atExit(Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work, "test-database-stop"));
  }

  private static void delete(Path directory) {
    try (var paths = Files.walk(directory)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
