package nl.jeugdgraaf;

import java.nio.file.Path;
import java.util.Map;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.schema.SchemaFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reports who would gain and lose what if other access rules replaced the present ones.
@Command(
    name = "policy-diff",
    description =
        "Compares the access rules of this server with those in another folder, on the data of a"
            + " database, and prints numbers only. The database is the one of NEO4J_URI,"
            + " NEO4J_USERNAME, NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, and NEO4J_DATABASE.")
final class PolicyDiffCommand implements Runnable {
  private final Environment environment;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Parameters(description = "Folder with the other rules, like schema/access.")
  private Path folder = Path.of("schema/access");

  @Option(names = "--uri", description = "Address of the database, instead of NEO4J_URI.")
  private String uri = "";

  @Option(
      names = "--organisations",
      defaultValue = "25",
      description = "How many organisations of each role to compare; ${DEFAULT-VALUE} by default.")
  private int organisations = 25;

  PolicyDiffCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public void run() {
    environment.with("NEO4J_URI", "--uri", uri);
    var address = new DatabaseSettingsReader(environment).address();
    environment.check();
    var present = ApiSchema.builtIn();
    var other = present.with(SchemaFile.inFolder(folder));
    var out = specification.commandLine().getOut();
    try (var bolt = Bolt.open(address)) {
      bolt.verify();
      new PolicyComparison(present, other, bolt, organisations, out::println).run();
    }
  }
}
