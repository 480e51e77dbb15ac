package nl.jeugdgraaf;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.auth.SignInClient;
import nl.jeugdgraaf.auth.TokenRules;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.problem.ProblemException;

/// How this server runs: read from the environment, and checked before anything starts.
///
/// @param web where it listens, whose pages may ask it, and how it identifies callers
/// @param database which database holds the graph
/// @param seed what is loaded at start
/// @param audit where the audit log is
/// @param cursorKey key that seals cursors, in base64; empty for a key that ends with the process
record Settings(Web web, Database database, Seed seed, AuditStore audit, String cursorKey) {

  /// Reads the settings.
  ///
  /// @param environment where they are set
  /// @return the settings
  /// @throws ProblemException `STARTUP_FAILED` with everything that is wrong
  static Settings read(Environment environment) {
    return SettingsReader.read(environment);
  }

  /// Where the audit log is, and its secret.
  ///
  /// @param directory directory of the log
  /// @param key its secret in base64; empty for the one in the directory
  record AuditStore(Path directory, String key) {}

  /// Where it listens, whose pages may ask it, and how it identifies callers.
  ///
  /// @param host address of this machine to listen on; loopback in demo mode that is not open
  /// @param port TCP port; 0 for any free one
  /// @param origins other origins whose pages may ask it, each as a browser sends it
  /// @param auth how it identifies callers
  /// @param documents which documents it runs
  record Web(String host, int port, Set<String> origins, Auth auth, Documents documents) {
    /// Copies the set.
    Web {
      origins = Set.copyOf(origins);
    }
  }

  /// Which documents it runs.
  ///
  /// @param trusted file of documents that it knows from the start, if any
  /// @param trustedOnly whether it refuses all others
  record Documents(Optional<Path> trusted, boolean trustedOnly) {
    /// It knows no document from the start, and runs every one.
    static final Documents ALL = new Documents(Optional.empty(), false);
  }

  /// How it identifies callers.
  sealed interface Auth {
    /// Anyone who reaches the server can get a token for any role.
    ///
    /// @param open whether other machines may reach it; then all persons must be made up
    record Demo(boolean open) implements Auth {
      /// For this machine only.
      Demo() {
        this(false);
      }
    }

    /// By the tokens of an issuer (OpenID Connect).
    ///
    /// @param keys address of its keys
    /// @param accepted which tokens are accepted
    /// @param client the pages as a client of the issuer; empty if they sign nobody in
    record Oidc(URI keys, TokenRules accepted, Optional<SignInClient> client) implements Auth {}
  }

  /// Which database holds the graph.
  sealed interface Database {
    /// A child process with its data in a directory.
    ///
    /// @param data the directory
    record Own(Path data) implements Database {}

    /// One that runs already.
    ///
    /// @param address where it is
    record External(Address address) implements Database {}
  }

  /// What is loaded at start.
  sealed interface Seed {
    /// Nothing.
    record None() implements Seed {}

    /// All files of a folder.
    ///
    /// @param folder the folder
    record Folder(Path folder) implements Seed {}

    /// The files of a folder, with a synthetic network of any size instead of theirs.
    ///
    /// @param folder the folder
    /// @param scale how many times as large as a region
    record Scaled(Path folder, double scale) implements Seed {}
  }
}
