package nl.jeugdgraaf;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.store.ChildDatabase;

/// Reads the [Settings] of the server, and finds everything that is wrong with them at once.
final class SettingsReader {
  private static final double SCALE_MAX = 30;
  private static final String DEFAULT_SEED = "seed";
  private static final String SEED_WANTED = "it must be a folder with seed files, or none";
  private static final List<String> LOG_LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  /// What a demo does without, in the order of the messages: data and records that outlast the
  /// working directory, and a secret that is not beside what it protects.
  private static final SequencedMap<String, String> NEEDED_WITH_TOKENS = new LinkedHashMap<>();

  static {
    NEEDED_WITH_TOKENS.put(
        "NEO4J_URI", "set it to the address of your Neo4j, such as neo4j://host:7687");
    NEEDED_WITH_TOKENS.put(
        "AUDIT_DATA", "set it to a directory on a disk that lasts, of this server alone");
    NEEDED_WITH_TOKENS.put(
        "AUDIT_KEY",
        "set it to 32 bytes in base64 that are kept elsewhere, such as `openssl rand -base64 32`"
            + " makes");
  }

  private final Environment environment;

  private SettingsReader(Environment environment) {
    this.environment = environment;
  }

  static Settings read(Environment environment) {
    var reader = new SettingsReader(environment);
    var web = new WebSettingsReader(environment).read();
    var settings =
        new Settings(
            web,
            new DatabaseSettingsReader(environment).read(),
            reader.seed(),
            auditStore(environment),
            environment.key("CURSOR_KEY", Cursors.KEY_BYTES));
    reader.checkLogLevel();
    if (web.auth() instanceof Auth.Oidc) {
      NEEDED_WITH_TOKENS.forEach(reader::require);
    } else if (reader.lacksDatabase()) {
      environment.problem(
          "NEO4J_URI is not set, and this program has no database of its own; "
              + NEEDED_WITH_TOKENS.get("NEO4J_URI")
              + ".");
    }
    environment.check();
    return settings;
  }

  /// {@return where the audit log is, and its secret}
  static Settings.AuditStore auditStore(Environment environment) {
    return new Settings.AuditStore(
        environment.path("AUDIT_DATA", "target/audit", _ -> true, ""),
        environment.key("AUDIT_KEY", AuditKeys.SECRET_BYTES));
  }

  private void require(String name, String wayOut) {
    if (environment.value(name).isEmpty()) {
      environment.problem(
          name + " is not set, and a server that checks tokens needs it; " + wayOut + ".");
    }
  }

  private boolean lacksDatabase() {
    return environment.value("NEO4J_URI").isEmpty() && !ChildDatabase.isIncluded();
  }

  private Seed seed() {
    var none = environment.value("SEED").filter("none"::equals).isPresent();
    var scale = environment.value("SCALE");
    if (none) {
      scale.ifPresent(_ -> environment.problem("SCALE is set, but SEED is none; leave out one."));
      return new Seed.None();
    }
    var chosen = environment.value("SEED").isPresent();
    // An existing database gets data only if a setting asks for it.
    if (!chosen
        && scale.isEmpty()
        && (environment.value("NEO4J_URI").isPresent() || lacksDatabase())) {
      return new Seed.None();
    }
    var folder =
        environment.path("SEED", DEFAULT_SEED, it -> !chosen || Files.isDirectory(it), SEED_WANTED);
    if (!chosen && !Files.isDirectory(folder)) {
      environment.problem(
          "There is no folder '"
              + DEFAULT_SEED
              + "' here to load at the start. Start where it is, set SEED to a folder with seed"
              + " files or to none, or set NEO4J_URI to the address of your Neo4j.");
    }
    return scale.isEmpty() ? new Seed.Folder(folder) : new Seed.Scaled(folder, scale(scale.get()));
  }

  private double scale(String text) {
    try {
      var scale = Double.parseDouble(text);
      if (scale > 0 && scale <= SCALE_MAX) {
        return scale;
      }
    } catch (NumberFormatException _) {
      // Reported below, like a number that is not allowed.
    }
    environment.wrong(
        "SCALE", "it must be a number above 0 and at most 30; 1 is a region, 30 the whole country");
    return 1;
  }

  /// The logging configuration reads this setting itself, and would accept any text.
  private void checkLogLevel() {
    if (environment.value("LOG_LEVEL").filter(level -> !LOG_LEVELS.contains(level)).isPresent()) {
      environment.wrong("LOG_LEVEL", "it must be one of " + String.join(", ", LOG_LEVELS));
    }
  }
}
