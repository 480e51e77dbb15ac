package nl.jeugdgraaf;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Gets a token from a running server in demo mode, and prints nothing else, so that a shell can
/// keep it in a variable.
@Command(name = "token", description = "Prints a token of a running server in demo mode.")
final class TokenCommand implements Runnable {
  private final Environment environment;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Option(names = "--role", required = true, description = "Role, such as PROVIDER.")
  private String role = "";

  @Option(
      names = "--organisation",
      description = "AGB code, CBS code or key of the organisation; a few roles have none.")
  private String organisation = "";

  @Option(
      names = "--purpose",
      description =
          "Purpose, such as CARE. Without it each request states one in its header Purpose.")
  private String purpose = "";

  @Option(
      names = "--url",
      description = "Address of the server. Without it: this machine, at HOST and PORT.")
  private Optional<URI> url = Optional.empty();

  TokenCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public void run() {
    var server = url.orElseGet(() -> new WebSettingsReader(environment).address());
    var token = DemoClient.token(server, new Caller(role, organisation, "", purpose, ""));
    specification.commandLine().getOut().println(token);
  }
}
