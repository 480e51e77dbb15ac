package nl.jeugdgraaf.cypher;

import java.util.List;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.ast.Visitor;

/// Writes paths: both ends by key, then a quantified pattern whose every step holds the guards.
final class PathsWriter {
  private PathsWriter() {}

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Paths paths) {
    var name = Cypher.name(paths.name().name());
    var from = Cypher.name(paths.from().node().name());
    var to = Cypher.name(paths.to().node().name());
    var step = paths.step();
    var guard = Predicate.and(List.of(step.relationship().guard(), step.node().guard()));
    var pattern =
        Cypher.raw(
            "$E = SHORTEST %d ($E) (()-[$E:%s]-($E) WHERE $E){1,%d} ($E)"
                .formatted(
                    paths.bounds().pathsMax(),
                    String.join("|", step.types()),
                    paths.bounds().stepsMax()),
            name,
            from,
            Cypher.name(step.relationship().name()),
            Cypher.name(step.node().name()),
            PredicateWriter.of(guard),
            to);
    var ends =
        new RowsWriter()
            .readBoth(paths.from(), paths.to())
            .with(from, to)
            .where(Cypher.raw("$E <> $E", from, to).asCondition());
    return ends.match(new Pattern(pattern))
        .where(
            Cypher.raw("length($E) <= $E", name, ExpressionWriter.of(paths.bounds().length()))
                .asCondition())
        .with(name);
  }

  /// A pattern that Cypher-DSL has no words for.
  private record Pattern(Expression text) implements PatternElement {
    @Override
    public void accept(Visitor visitor) {
      text.accept(visitor);
    }
  }
}
