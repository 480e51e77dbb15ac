package nl.jeugdgraaf;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.problem.ProblemException;

/// How this server runs, read from the environment and checked before anything starts.
///
/// @param web where it listens, and how it knows who asks
/// @param database which database holds the graph
/// @param seed what is loaded at start
/// @param keeping what the server keeps for itself
record Settings(Web web, Database database, Seed seed, Storage keeping) {
  /// What the server keeps for itself.
  ///
  /// @param cursorKey seals cursors, in base64; empty for a key that ends with the process
  /// @param audit directory of the record of who saw whose data
  /// @param auditKey secret of that record, in base64; empty for one that is kept beside it
  record Storage(String cursorKey, Path audit, String auditKey) {}

  /// Reads the settings.
  ///
  /// @param environment names and values; an empty value counts as none
  /// @return the settings
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  static Settings read(Map<String, String> environment) {
    return SettingsReader.read(environment);
  }

  /// Where it listens, and how it knows who asks.
  ///
  /// @param host address of this machine to listen on; loopback in demo mode
  /// @param port TCP port, 0 for any free one
  /// @param auth how it knows who asks
  /// @param documents which documents it runs
  record Web(String host, int port, Auth auth, Documents documents) {}

  /// Which documents it runs.
  ///
  /// @param trusted file of documents that it knows from the start
  /// @param trustedOnly whether it runs no others
  record Documents(Optional<Path> trusted, boolean trustedOnly) {
    /// All, and it knows none from the start.
    static final Documents ALL = new Documents(Optional.empty(), false);
  }

  /// How it knows who asks.
  sealed interface Auth {
    /// Everybody can have a token for any role.
    record Demo() implements Auth {}

    /// By the tokens of an issuer (OpenID Connect).
    ///
    /// @param keys where its keys stand
    /// @param accepted which tokens
    record Oidc(URI keys, TokenRules accepted) implements Auth {}
  }

  /// Which database holds the graph.
  sealed interface Database {
    /// A child process with its data in a directory.
    ///
    /// @param data the directory
    record Own(Path data) implements Database {}

    /// One that runs elsewhere.
    ///
    /// @param address where
    record Given(Address address) implements Database {}
  }

  /// What is loaded at start.
  sealed interface Seed {
    /// Nothing.
    record None() implements Seed {}

    /// All files of a folder.
    ///
    /// @param folder the folder
    record Folder(Path folder) implements Seed {}

    /// The files of a folder, with a synthetic network of any size in the place of theirs.
    ///
    /// @param folder the folder
    /// @param scale how many times as large as a region
    record Scaled(Path folder, double scale) implements Seed {}
  }

  /// The levels that `LOG_LEVEL` may name; the logging configuration reads it itself.
  static final List<String> LOG_LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");
}
