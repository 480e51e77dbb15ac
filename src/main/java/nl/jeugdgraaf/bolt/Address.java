package nl.jeugdgraaf.bolt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Where a database is, and how to log in to it.
///
/// @param uri `bolt://` or `neo4j://`, also with `+s` or `+ssc`, a host, and a port if not 7687
/// @param username user name; empty for a database without authentication
/// @param password password; never printed
/// @param database name of the database, empty for the server's default
public record Address(URI uri, String username, String password, String database) {
  private static final Set<String> SCHEMES =
      Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

  /// Checks the address.
  ///
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be the address of a database
  public Address {
    if (uri.getRawUserInfo() != null) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "NEO4J_URI contains a user name or password; set NEO4J_USERNAME and NEO4J_PASSWORD"
              + " instead.");
    }
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
      throw invalid(" " + uri);
    }
  }

  /// Reads an address.
  ///
  /// @param uri as in [#uri()]
  /// @param username user name, may be empty
  /// @param password password, may be empty
  /// @param database name of the database, may be empty
  /// @return the address
  /// @throws ProblemException `STARTUP_FAILED` if it cannot be the address of a database
  public static Address of(String uri, String username, String password, String database) {
    try {
      return new Address(new URI(uri), username, password, database);
    } catch (URISyntaxException _) {
      // The text may contain a password, so it is not shown.
      throw invalid("");
    }
  }

  /// {@return another database of the same server}
  ///
  /// @param name its name
  public Address withDatabase(String name) {
    return new Address(uri, username, password, name);
  }

  /// Returns the problem of a text that is not an address.
  ///
  /// @param uri a blank and the text, or nothing if it may contain a password
  static ProblemException invalid(String uri) {
    return new ProblemException(
        Code.STARTUP_FAILED,
        "NEO4J_URI"
            + uri
            + " is not the address of a Neo4j database; it looks like neo4j://host:7687 or"
            + " bolt://host:7687.");
  }

  @Override
  public String toString() {
    return uri + (database.isEmpty() ? "" : ", database " + database);
  }
}
