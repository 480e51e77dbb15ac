package nl.jeugdgraaf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import nl.jeugdgraaf.Settings.Database;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.problem.ProblemException;

/// Reads which database holds the graph, and how to sign in to it.
final class DatabaseSettingsReader {
  private static final String URI_SETTING = "NEO4J_URI";
  private static final List<String> OTHERS =
      List.of("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE");

  private final Environment environment;

  DatabaseSettingsReader(Environment environment) {
    this.environment = environment;
  }

  /// {@return the database at an address if one is set, else the server's own}
  Database read() {
    if (environment.value(URI_SETTING).isPresent()) {
      if (environment.value("JEUGDGRAAF_DATA").isPresent()) {
        environment.problem(
            "JEUGDGRAAF_DATA and NEO4J_URI are both set; the first is for the server's own"
                + " database, the second for an existing one. Leave out one.");
      }
      return new Database.External(address());
    }
    for (var name : OTHERS) {
      if (environment.value(name).isPresent()) {
        environment.problem(
            name + " is set, but NEO4J_URI is not; set NEO4J_URI too, or leave out both.");
      }
    }
    return new Database.Own(environment.path("JEUGDGRAAF_DATA", "target/data", _ -> true, ""));
  }

  /// {@return the address of an existing database, which must be set}
  Address address() {
    var uri = environment.value(URI_SETTING);
    var username = username();
    var password = password();
    if (uri.isEmpty()) {
      environment.problem("NEO4J_URI is not set. Set it to the address of a database.");
      return unknown();
    }
    try {
      var database = environment.value("NEO4J_DATABASE").orElse("");
      return Address.of(uri.get(), username, password, database);
    } catch (ProblemException e) {
      environment.problems(e.problems());
      return unknown();
    }
  }

  /// Stands in until the problems are thrown.
  private static Address unknown() {
    return new Address(URI.create("bolt://localhost"), "", "", "");
  }

  private String username() {
    var username = environment.value("NEO4J_USERNAME");
    var withPassword =
        environment.value("NEO4J_PASSWORD").isPresent()
            || environment.value("NEO4J_PASSWORD_FILE").isPresent();
    if (username.isPresent() != withPassword) {
      environment.problem(
          "NEO4J_USERNAME and NEO4J_PASSWORD belong together; set both, or neither for a database"
              + " without authentication.");
    }
    return username.orElse("");
  }

  private String password() {
    var file = environment.value("NEO4J_PASSWORD_FILE");
    if (file.isEmpty()) {
      return environment.value("NEO4J_PASSWORD").orElse("");
    }
    if (environment.value("NEO4J_PASSWORD").isPresent()) {
      environment.problem("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; leave out one.");
    }
    try {
      return Files.readString(Path.of(file.get())).strip();
    } catch (IOException | InvalidPathException _) {
      environment.wrong(
          "NEO4J_PASSWORD_FILE", "it must be a readable file with the password in it");
      return "";
    }
  }
}
