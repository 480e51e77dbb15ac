package nl.jeugdgraaf;

import java.net.URI;
import java.util.concurrent.Callable;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks a running server in demo mode for a token, and prints it alone, so that a shell can keep it
/// in a variable.
@Command(name = "token", description = "Prints a token of a running server in demo mode.")
final class TokenCommand implements Callable<Integer> {
  @Option(names = "--role", required = true, description = "Such as PROVIDER.")
  private String role = "";

  @Option(
      names = "--organisation",
      description = "AGB code, CBS code or key for which the role acts; none for a few roles.")
  private String organisation = "";

  @Option(
      names = "--purpose",
      description = "Such as CARE; without it the header Purpose of each request says it.")
  private String purpose = "";

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the server is; ${DEFAULT-VALUE} if not given.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Override
  public Integer call() {
    try {
      System.out.println(DemoClient.token(url, new Caller(role, organisation, "", purpose, "")));
      return 0;
    } catch (ProblemException e) {
      System.err.println("No token: " + e.getMessage());
      return 1;
    }
  }
}
