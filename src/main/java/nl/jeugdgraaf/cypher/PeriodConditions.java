package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Property;

/// Writes conditions on the period of a relationship. The period includes its first day and not its
/// last; where a side is missing it has no bound.
final class PeriodConditions {
  private PeriodConditions() {}

  static Condition validOn(String relationship, Term day) {
    var on = ExpressionWriter.of(day);
    return from(relationship)
        .isNull()
        .or(from(relationship).lte(on))
        .and(to(relationship).isNull().or(to(relationship).gt(on)));
  }

  static Condition overlaps(String relationship, Optional<Parameter> from, Optional<Parameter> to) {
    var parts = new ArrayList<Condition>();
    var first = from.map(ExpressionWriter::of);
    var last = to.map(ExpressionWriter::of);
    first.ifPresent(day -> parts.add(to(relationship).isNull().or(to(relationship).gt(day))));
    last.ifPresent(day -> parts.add(from(relationship).isNull().or(from(relationship).lt(day))));
    if (first.isPresent() && last.isPresent()) {
      parts.add(first.get().lt(last.get()));
    }
    return all(parts);
  }

  static Condition during(String relationship, Optional<Parameter> from, Optional<Parameter> to) {
    var parts = new ArrayList<Condition>();
    from.map(ExpressionWriter::of)
        .ifPresent(
            day -> parts.add(from(relationship).isNotNull().and(from(relationship).gte(day))));
    to.map(ExpressionWriter::of)
        .ifPresent(day -> parts.add(to(relationship).isNotNull().and(to(relationship).lte(day))));
    return all(parts);
  }

  private static Condition all(List<Condition> parts) {
    return parts.stream()
        .reduce(Condition::and)
        .orElseGet(() -> Cypher.literalTrue().asCondition());
  }

  private static Property from(String relationship) {
    return Cypher.property(relationship, RelationshipProperties.VALID_FROM);
  }

  private static Property to(String relationship) {
    return Cypher.property(relationship, RelationshipProperties.VALID_TO);
  }
}
