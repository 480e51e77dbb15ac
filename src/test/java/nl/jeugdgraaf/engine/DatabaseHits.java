package nl.jeugdgraaf.engine;

import nl.jeugdgraaf.bolt.Statement;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.QueryProfile;

/// What a statement costs the database, by `PROFILE`.
final class DatabaseHits {
  private DatabaseHits() {}

  static long of(Driver driver, Statement statement) {
    try (var session = driver.session()) {
      var summary =
          session
              .run(
                  statement.text().replace("CYPHER 5 ", "CYPHER 5 PROFILE "),
                  statement.parameters())
              .consume();
      return of(summary.queryProfile().orElseThrow());
    }
  }

  private static long of(QueryProfile plan) {
    return plan.dbHits().orElse(0) + plan.children().stream().mapToLong(DatabaseHits::of).sum();
  }
}
