package nl.jeugdgraaf.store;

import java.io.IOException;
import java.time.Duration;

/// The main class of the child process: a Neo4j server that ends with its parent.
///
/// The parent holds the other end of standard input and writes nothing to it. When the parent ends,
/// even if it is killed, the operating system closes that end, and the server stops.
///
/// Neo4j is called by name: its classes are under the GPL and are not part of this program.
final class DatabaseProcess {
  static final String SERVER = "org.neo4j.server.Neo4jCommunity";

  /// A clean stop takes less than a second. After an unclean stop the next start recovers the data.
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private DatabaseProcess() {}

  /// Starts the server and returns while it runs.
  ///
  /// @param arguments arguments of Neo4j, such as `--home-dir=...`
  /// @throws ReflectiveOperationException if Neo4j is not on the class path
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(DatabaseProcess::watchParent);
    Class.forName(SERVER).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void watchParent() {
    awaitEndOfInput();
    Thread.ofPlatform().daemon().name("parent-watch-halt").start(DatabaseProcess::halt);
    System.exit(0);
  }

  private static void awaitEndOfInput() {
    try {
      var end = System.in.read();
      while (end >= 0) {
        end = System.in.read();
      }
    } catch (IOException e) {
      System.err.println("The parent process can no longer be watched: " + e.getMessage());
    }
  }

  private static void halt() {
    try {
      Thread.sleep(STOP_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
