package nl.jeugdgraaf;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.SchemaFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells who would gain and lose what if other access rules took the place of the present ones.
@Command(
    name = "policy-diff",
    description =
        "Compares the access rules of this server with those of another folder, on the data of a"
            + " database; shows numbers only.")
final class PolicyDiffCommand implements Callable<Integer> {
  @Parameters(description = "A folder like schema/access, with the other rules.")
  private Path folder = Path.of("schema/access");

  @Option(
      names = "--uri",
      defaultValue = "${env:NEO4J_URI:-}",
      description = "Address of the database; NEO4J_URI if not given.")
  private String uri = "";

  @Option(names = "--username", defaultValue = "${env:NEO4J_USERNAME:-}", hidden = true)
  private String username = "";

  @Option(names = "--password", defaultValue = "${env:NEO4J_PASSWORD:-}", hidden = true)
  private String password = "";

  @Option(
      names = "--organisations",
      defaultValue = "25",
      description = "How many organisations of each role are looked at; ${DEFAULT-VALUE}.")
  private int organisations = 25;

  @Override
  public Integer call() {
    try {
      if (uri.isEmpty()) {
        System.err.println("Not compared: give the address of a database, by --uri or NEO4J_URI.");
        return 2;
      }
      var present = ApiSchema.builtIn();
      var other = present.with(SchemaFile.inFolder(folder));
      try (var bolt = Bolt.open(Address.of(uri, username, password, ""))) {
        bolt.verify();
        new PolicyComparison(present, other, bolt, organisations, System.out::println).run();
      }
      return 0;
    } catch (ProblemException e) {
      e.problems().stream()
          .map(Problem::message)
          .forEach(message -> System.err.println("Not compared: " + message));
      return 1;
    }
  }
}
