package nl.jeugdgraaf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;

/// Starts the server, and stops it when the process is asked to end.
///
/// Comes back when the server is ready. Ends the process with 0 when it is stopped, with 1 and one
/// line for each problem when it cannot start.
@Command(name = "serve", description = "Starts the server; settings come from the environment.")
final class ServeCommand implements Runnable {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  @Override
  public void run() {
    var closing = new ShutdownStack();
    try {
      var settings = Settings.read(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(closing)));
      var server = Application.start(settings, closing);
      System.out.println(welcome(server.address()));
    } catch (ProblemException e) {
      fail(e, e.problems().stream().map(Problem::message).toList(), closing);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "cannot start", e);
      fail(e, List.of("this is a bug; the log above says more."), closing);
    }
  }

  private static String welcome(String address) {
    return """
    Jeugdgraaf is ready: %1$s shows the page, %1$s/graphql answers. For example:
      curl -s %1$s/graphql -H 'content-type: application/json' -d '{"query": "{ regions { code name } }"}'\
    """
        .formatted(address);
  }

  private static void fail(RuntimeException e, List<String> messages, ShutdownStack closing) {
    if (e.getCause() != null) {
      LOG.log(Level.DEBUG, "cannot start", e);
    }
    if (closing.isClosed()) {
      return;
    }
    closing.close();
    messages.forEach(message -> System.err.println("Jeugdgraaf cannot start: " + message));
    Runtime.getRuntime().halt(1);
  }

  /// A stop that was asked for is no failure, so the process does not end with the signal's code.
  private static void stop(ShutdownStack closing) {
    closing.close();
    Runtime.getRuntime().halt(0);
  }
}
