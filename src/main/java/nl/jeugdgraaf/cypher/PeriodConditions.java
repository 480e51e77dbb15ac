package nl.jeugdgraaf.cypher;

import java.util.Optional;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Parameter;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Property;

/// Writes conditions on the period of a relationship. The period includes its first day and not its
/// last; where a side is missing it has no bound.
final class PeriodConditions {
  private PeriodConditions() {}

  static Condition validOn(String relationship, Parameter day) {
    var on = ExpressionWriter.of(day);
    return from(relationship)
        .isNull()
        .or(from(relationship).lte(on))
        .and(to(relationship).isNull().or(to(relationship).gt(on)));
  }

  static Condition overlaps(String relationship, Optional<Parameter> from, Optional<Parameter> to) {
    var condition = Cypher.literalTrue().asCondition();
    if (from.isPresent()) {
      condition =
          condition.and(
              to(relationship).isNull().or(to(relationship).gt(ExpressionWriter.of(from.get()))));
    }
    if (to.isPresent()) {
      condition =
          condition.and(
              from(relationship).isNull().or(from(relationship).lt(ExpressionWriter.of(to.get()))));
    }
    return from.isPresent() && to.isPresent()
        ? condition.and(ExpressionWriter.of(from.get()).lt(ExpressionWriter.of(to.get())))
        : condition;
  }

  static Condition during(String relationship, Optional<Parameter> from, Optional<Parameter> to) {
    var condition = Cypher.literalTrue().asCondition();
    if (from.isPresent()) {
      condition =
          condition.and(
              from(relationship)
                  .isNotNull()
                  .and(from(relationship).gte(ExpressionWriter.of(from.get()))));
    }
    return to.isPresent()
        ? condition.and(
            to(relationship).isNotNull().and(to(relationship).lte(ExpressionWriter.of(to.get()))))
        : condition;
  }

  private static Property from(String relationship) {
    return Cypher.property(relationship, RelationshipProperties.VALID_FROM);
  }

  private static Property to(String relationship) {
    return Cypher.property(relationship, RelationshipProperties.VALID_TO);
  }
}
