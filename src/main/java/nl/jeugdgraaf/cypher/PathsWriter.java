package nl.jeugdgraaf.cypher;

import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;

/// Writes paths: both ends are looked up by key, then one pattern finds the shortest between them.
final class PathsWriter {
  private PathsWriter() {}

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Paths paths) {
    var name = Cypher.name(paths.name().name());
    var from = Cypher.name(paths.from().node().name());
    var to = Cypher.name(paths.to().node().name());
    return new RowsWriter()
        .readBoth(paths.from(), paths.to())
        .with(from, to)
        .where(from.isNotEqualTo(to))
        .match(RawCypher.shortestPaths(paths))
        .where(ExpressionWriter.length(name).lte(ExpressionWriter.of(paths.bounds().length())))
        .with(name);
  }
}
