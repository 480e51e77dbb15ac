package nl.jeugdgraaf;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The program: without arguments the server, else one of its subcommands.
@Command(
    name = "jeugdgraaf",
    description = "A GraphQL server over a graph of Dutch youth care. Without a command it serves.")
public final class Main implements Runnable {
  private static final Logger LOG = System.getLogger(Main.class.getName());

  private final Map<String, String> environment;

  /// Read by the library only, which then runs no command.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = "--help",
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean helpAsked;

  private Main(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Runs the program. Returns when the server is ready or a subcommand is done. Ends the process
  /// with another code than 0 if it failed: 2 if the arguments are wrong.
  ///
  /// @param arguments none to serve, or a subcommand with its options
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, bug) -> LOG.log(Level.ERROR, "The thread " + thread.getName() + " ended", bug));
    var code = commandLine(System.getenv()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /// {@return the program, ready to run with arguments}
  ///
  /// @param environment names and values of the settings
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Main(environment))
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new TokenCommand(environment))
        .addSubcommand(new HealthCommand(environment))
        .addSubcommand(new VerifyAuditCommand(environment))
        .addSubcommand(new PolicyDiffCommand(environment))
        .addSubcommand(new LoadCommand(environment))
        .setExecutionExceptionHandler(Main::report);
  }

  /// Writes one line for each problem; anything else is a bug, whose stack trace helps.
  private static int report(Exception failure, CommandLine command, ParseResult parsed) {
    var specification = command.getCommandSpec();
    if (!(failure instanceof ProblemException expected)) {
      LOG.log(Level.ERROR, "This is a bug", failure);
      return specification.exitCodeOnExecutionException();
    }
    for (var problem : expected.problems()) {
      command.getErr().println(specification.qualifiedName() + ": " + problem.message());
    }
    return specification.exitCodeOnExecutionException();
  }

  @Override
  public void run() {
    new ServeCommand(environment).run();
  }
}
