package nl.jeugdgraaf;

import java.util.Map;
import nl.jeugdgraaf.bolt.Address;

/// The database that tests give to a program of theirs: in its environment, where no other user of
/// the machine sees the password, under the names that the server itself reads.
public final class GivenDatabase {
  private GivenDatabase() {}

  /// Gives a database to a process that will be started.
  public static void give(Address database, Map<String, String> environment) {
    environment.put("NEO4J_URI", database.uri().toString());
    environment.put("NEO4J_USERNAME", database.username());
    environment.put("NEO4J_PASSWORD", database.password());
    environment.put("NEO4J_DATABASE", database.database());
    environment.values().removeIf(String::isEmpty);
  }

  /// Returns the database that this process was given.
  public static Address given() {
    return new DatabaseSettingsReader(new Environment(System.getenv())).address();
  }
}
