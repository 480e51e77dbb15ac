package nl.jeugdgraaf;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.Load;
import nl.jeugdgraaf.seed.SeedLoader;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.SeedReport;
import nl.jeugdgraaf.store.Constraints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Loads a folder of CSV files into the database of a server, which may run meanwhile if the
/// database is not its own.
///
/// Ends with 0 if it loaded, with 1 if it could not or a row does not fit and the load is strict,
/// and with 2 if the arguments are wrong.
@Command(
    name = "load",
    description =
        "Loads a folder of CSV files, and withdraws what only an earlier load of the same name"
            + " stated. The database is that of the server's settings: of NEO4J_URI, or else the"
            + " server's own in JEUGDGRAAF_DATA, which no server may use meanwhile.")
final class LoadCommand implements Runnable {
  private static final Logger LOG = System.getLogger(LoadCommand.class.getName());
  private static final int NAME_CHARACTERS_MAX = 100;

  private final Environment environment;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Parameters(paramLabel = "<folder>", description = "Folder with the files, at any depth.")
  private Path folder = Path.of("seed");

  @Option(
      names = "--as",
      paramLabel = "<name>",
      description = "Name of the load; by default the last part of the folder's path.")
  private String name = "";

  @Option(
      names = "--dry-run",
      description = "Writes nothing, and prints what would be created, changed and withdrawn.")
  private boolean dryRun;

  @Option(
      names = "--strict",
      description = "Loads nothing if any row or file does not fit; else those are skipped.")
  private boolean strict;

  @Option(
      names = "--atomic",
      description = "Loads all or nothing, in one transaction; at most 100,000 rows.")
  private boolean atomic;

  LoadCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public void run() {
    var database = new DatabaseSettingsReader(environment).read();
    environment.check();
    var schema = ApiSchema.builtIn();
    var load = load(publicTypes(schema.access()));
    try (var started = new ShutdownStack()) {
      var bolt = Application.database(database, started).bolt();
      var report = load(bolt, schema.model(), load);
      print(load.name(), report);
    }
  }

  private Load load(Set<String> publicTypes) {
    var given = name.isEmpty() ? Load.name(folder) : name;
    if (given.length() > NAME_CHARACTERS_MAX || given.chars().anyMatch(Character::isISOControl)) {
      throw problem("--as must be a name of at most 100 characters, on one line.");
    }
    var tables = SeedReader.read(folder);
    if (tables.isEmpty()) {
      throw problem(
          "%s has no CSV file. To withdraw everything that %s states, load a file with a header and no rows."
              .formatted(folder, given));
    }
    return new Load(given, tables, strict, publicTypes);
  }

  private SeedReport load(Bolt bolt, Model model, Load load) {
    Consumer<String> progress = line -> LOG.log(Level.INFO, "{0}", line);
    if (dryRun) {
      return SeedLoader.loadAtOnce(bolt, model, load, false, progress);
    }
    Constraints.makeKeys(bolt, model);
    var report =
        atomic
            ? SeedLoader.loadAtOnce(bolt, model, load, true, progress)
            : SeedLoader.load(bolt, model, load, progress);
    Application.prepare(bolt, model);
    return report;
  }

  private void print(String load, SeedReport report) {
    PrintWriter out = specification.commandLine().getOut();
    report.text().lines().forEach(out::println);
    out.println();
    var differences = report.differences(dryRun);
    differences.forEach(out::println);
    if (differences.isEmpty()) {
      out.println("Nothing differs.");
    }
    out.println(
        dryRun
            ? "Dry run of %s: nothing was written.".formatted(load)
            : "Loaded as %s.".formatted(load));
  }

  /// Returns the types of which everybody may see every node or relationship.
  private static Set<String> publicTypes(AccessRules rules) {
    return rules.types().entrySet().stream()
        .filter(type -> type.getValue().subject().isEmpty())
        .filter(type ->
            type.getValue().visible().stream()
                .anyMatch(grant -> grant.isPublic() && grant.rule().isEmpty()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static ProblemException problem(String message) {
    return new ProblemException(Code.STARTUP_FAILED, message);
  }
}
