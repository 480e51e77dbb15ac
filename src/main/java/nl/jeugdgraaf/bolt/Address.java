package nl.jeugdgraaf.bolt;

import java.net.URI;

/// Where a database is, and who asks it.
///
/// @param uri `bolt://`, `neo4j://`, or one of them with `+s`
/// @param username user name; empty for a database without authentication
/// @param password password; never printed
/// @param database name of the database, empty for the server's default
public record Address(URI uri, String username, String password, String database) {
  @Override
  public String toString() {
    return uri + (database.isEmpty() ? "" : ", database " + database);
  }
}
