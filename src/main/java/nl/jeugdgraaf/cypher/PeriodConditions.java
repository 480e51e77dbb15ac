package nl.jeugdgraaf.cypher;

import java.util.Optional;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Parameter;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Property;

/// Writes conditions on the period of a relationship: half-open, open where a side is missing.
final class PeriodConditions {
  private PeriodConditions() {}

  static Condition validOn(String edge, Parameter day) {
    var on = ExpressionWriter.of(day);
    return from(edge).isNull().or(from(edge).lte(on)).and(to(edge).isNull().or(to(edge).gt(on)));
  }

  static Condition overlaps(String edge, Optional<Parameter> from, Optional<Parameter> to) {
    var condition = Cypher.literalTrue().asCondition();
    if (from.isPresent()) {
      condition = condition.and(to(edge).isNull().or(to(edge).gt(ExpressionWriter.of(from.get()))));
    }
    if (to.isPresent()) {
      condition =
          condition.and(from(edge).isNull().or(from(edge).lt(ExpressionWriter.of(to.get()))));
    }
    return from.isPresent() && to.isPresent()
        ? condition.and(ExpressionWriter.of(from.get()).lt(ExpressionWriter.of(to.get())))
        : condition;
  }

  static Condition during(String edge, Optional<Parameter> from, Optional<Parameter> to) {
    var condition = Cypher.literalTrue().asCondition();
    if (from.isPresent()) {
      condition =
          condition.and(
              from(edge).isNotNull().and(from(edge).gte(ExpressionWriter.of(from.get()))));
    }
    return to.isPresent()
        ? condition.and(to(edge).isNotNull().and(to(edge).lte(ExpressionWriter.of(to.get()))))
        : condition;
  }

  private static Property from(String edge) {
    return Cypher.property(edge, RelationshipProperties.VALID_FROM);
  }

  private static Property to(String edge) {
    return Cypher.property(edge, RelationshipProperties.VALID_TO);
  }
}
