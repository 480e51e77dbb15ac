package nl.jeugdgraaf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.Settings.Seed;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.problem.ProblemException;

/// Reads [Settings] and finds everything that is wrong with them in one go.
///
/// A message names the setting, its value and what is allowed; never the value of a secret.
final class SettingsReader {
  private static final double SCALE_MAX = 30;

  private final Environment environment;

  private SettingsReader(Environment environment) {
    this.environment = environment;
  }

  static Settings read(Map<String, String> environment) {
    var values = new Environment(environment);
    var reader = new SettingsReader(values);
    var settings =
        new Settings(
            new WebSettingsReader(values).read(),
            reader.database(),
            reader.seed(),
            reader.keeping());
    reader.checkLogLevel();
    values.check();
    return settings;
  }

  private Database database() {
    var uri = value("NEO4J_URI");
    if (uri.isEmpty()) {
      for (var name :
          List.of("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE")) {
        if (value(name).isPresent()) {
          problem(name + " is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.");
        }
      }
      return new Database.Own(path("JEUGDGRAAF_DATA", "target/data", _ -> true, ""));
    }
    if (value("JEUGDGRAAF_DATA").isPresent()) {
      problem(
          "JEUGDGRAAF_DATA and NEO4J_URI are both set; the first is for a database of the server's"
              + " own, the second for yours: leave out one.");
    }
    return new Database.Given(address(uri.get()));
  }

  private Address address(String uri) {
    var username = username();
    var password = password();
    try {
      return Address.of(uri, username, password, value("NEO4J_DATABASE").orElse(""));
    } catch (ProblemException e) {
      environment.problems(e.problems());
      return new Address(URI.create("bolt://localhost"), "", "", "");
    }
  }

  private String username() {
    var username = value("NEO4J_USERNAME");
    var withPassword =
        value("NEO4J_PASSWORD").isPresent() || value("NEO4J_PASSWORD_FILE").isPresent();
    if (username.isPresent() != withPassword) {
      problem(
          "NEO4J_USERNAME and NEO4J_PASSWORD belong together; set both, or neither for a database"
              + " without authentication.");
    }
    return username.orElse("");
  }

  private String password() {
    var file = value("NEO4J_PASSWORD_FILE");
    if (file.isEmpty()) {
      return value("NEO4J_PASSWORD").orElse("");
    }
    if (value("NEO4J_PASSWORD").isPresent()) {
      problem("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; leave out one.");
    }
    try {
      return Files.readString(Path.of(file.get())).strip();
    } catch (IOException | InvalidPathException _) {
      wrong("NEO4J_PASSWORD_FILE", "it must be a file that can be read, with the password in it");
      return "";
    }
  }

  private Seed seed() {
    var none = value("SEED").filter("none"::equals).isPresent();
    var scale = value("SCALE");
    if (none) {
      scale.ifPresent(_ -> problem("SCALE is set, but SEED is none; leave out one."));
      return new Seed.None();
    }
    // A database that belongs to somebody is written to only when that is asked for.
    if (value("SEED").isEmpty() && scale.isEmpty() && value("NEO4J_URI").isPresent()) {
      return new Seed.None();
    }
    var folder =
        path("SEED", "seed", Files::isDirectory, "it must be a folder with seed files, or none");
    return scale.isEmpty() ? new Seed.Folder(folder) : new Seed.Scaled(folder, scale(scale.get()));
  }

  private double scale(String text) {
    try {
      var scale = Double.parseDouble(text);
      if (scale > 0 && scale <= SCALE_MAX) {
        return scale;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    wrong("SCALE", "it must be a number above 0 and at most 30; 1 is a region, 30 the country");
    return 1;
  }

  private Settings.Storage keeping() {
    return new Settings.Storage(
        key("CURSOR_KEY", Cursors.KEY_BYTES),
        path("AUDIT_DATA", "target/audit", _ -> true, ""),
        key("AUDIT_KEY", AuditKeys.SECRET_BYTES));
  }

  private String key(String name, int bytes) {
    var key = value(name).orElse("");
    try {
      if (key.isEmpty() || Base64.getDecoder().decode(key).length == bytes) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    problem(
        "%s must be %d bytes in base64, such as `openssl rand -base64 %d` writes."
            .formatted(name, bytes, bytes));
    return "";
  }

  private Path path(String name, String otherwise, Predicate<Path> allowed, String wanted) {
    try {
      var path = Path.of(value(name).orElse(otherwise));
      if (allowed.test(path)) {
        return path;
      }
      problem(name + " is '" + Environment.shown(path.toString()) + "'; " + wanted + ".");
    } catch (InvalidPathException _) {
      wrong(name, "it must be the path of a folder");
    }
    return Path.of(otherwise);
  }

  private void checkLogLevel() {
    if (value("LOG_LEVEL").filter(level -> !Settings.LOG_LEVELS.contains(level)).isPresent()) {
      wrong("LOG_LEVEL", "it must be one of " + String.join(", ", Settings.LOG_LEVELS));
    }
  }

  private Optional<String> value(String name) {
    return environment.value(name);
  }

  private void wrong(String name, String wanted) {
    environment.wrong(name, wanted);
  }

  private void problem(String message) {
    environment.problem(message);
  }
}
