package nl.jeugdgraaf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks a running server whether it is ready, for an image that has no shell and no other client.
@Command(
    name = "health",
    description = "Ends with 0 if a running server is ready to answer, else with 1.")
final class HealthCommand implements Runnable {
  private static final int READY = 200;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Environment environment;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Option(
      names = "--url",
      description = "Address of the server. Without it: this machine, at HOST and PORT.")
  private Optional<URI> url = Optional.empty();

  HealthCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public void run() {
    var server = url.orElseGet(() -> new WebSettingsReader(environment).address());
    if (status(server) != READY) {
      throw refused("The server at " + server + " is not ready. Its log says why.");
    }
    specification.commandLine().getOut().println("The server at " + server + " is ready.");
  }

  private static int status(URI server) {
    try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.toString().replaceFirst("/*$", "/health/ready")))
              .timeout(ANSWER_WITHIN)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IllegalArgumentException _) {
      throw refused(
          server + " is not the address of a server; it looks like http://127.0.0.1:8080.");
    } catch (IOException _) {
      throw refused(
          "No server answers at " + server + ". Start it first, or give its address with --url.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw refused("Interrupted while waiting for " + server + ".");
    }
  }

  private static ProblemException refused(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
