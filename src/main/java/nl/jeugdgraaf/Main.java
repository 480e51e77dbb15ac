package nl.jeugdgraaf;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program: without arguments the server, else one of its subcommands.
@Command(
    name = "jeugdgraaf",
    description = "A GraphQL server over a graph of Dutch youth care; without arguments it serves.",
    subcommands = {
      ServeCommand.class,
      TokenCommand.class,
      VerifyAuditCommand.class,
      PolicyDiffCommand.class
    })
public final class Main implements Runnable {
  /// Read by the library only, which then runs no command.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = "--help",
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean helpAsked;

  private Main() {}

  /// Runs the program. Returns when the server is ready or a subcommand is done; ends the process
  /// with another code than 0 when it failed, 2 if the arguments are wrong.
  ///
  /// @param arguments none to serve, or a subcommand with its options
  public static void main(String[] arguments) {
    var code = new CommandLine(new Main()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public void run() {
    new ServeCommand().run();
  }
}
