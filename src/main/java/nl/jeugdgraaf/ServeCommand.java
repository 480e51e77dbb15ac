package nl.jeugdgraaf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;

/// Starts the server, and stops it when the process is asked to end.
///
/// Returns when the server is ready. Ends the process with 0 when it is stopped, and with 1 and one
/// line for each problem when it cannot start.
@Command(name = "serve", description = "Starts the server. Settings come from the environment.")
final class ServeCommand implements Runnable {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private final Environment environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public void run() {
    var started = new ShutdownStack();
    try {
      var settings = Settings.read(environment);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
      var server = Application.start(settings, started);
      System.out.println(welcome(server.address()));
    } catch (ProblemException e) {
      fail(e, e.problems().stream().map(Problem::message).toList(), started);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Cannot start", e);
      fail(e, List.of("This is a bug. The log above holds the details."), started);
    }
  }

  private static String welcome(String address) {
    return """
    Jeugdgraaf is ready: %1$s shows the page, %1$s/graphql answers. For example:
      curl -s %1$s/graphql -H 'content-type: application/json' -d '{"query": "{ regions { code name } }"}'\
    """
        .formatted(address);
  }

  private static void fail(RuntimeException e, List<String> messages, ShutdownStack started) {
    if (e.getCause() != null) {
      LOG.log(Level.DEBUG, "Cannot start", e);
    }
    if (started.isClosed()) {
      return;
    }
    started.close();
    messages.forEach(message -> System.err.println("Jeugdgraaf cannot start: " + message));
    Runtime.getRuntime().halt(1);
  }

  /// A requested stop is not a failure, so the process does not end with the code of the signal.
  private static void stop(ShutdownStack started) {
    started.close();
    Runtime.getRuntime().halt(0);
  }
}
