package nl.jeugdgraaf.cypher;

import static org.neo4j.cypherdsl.core.Cypher.listOf;
import static org.neo4j.cypherdsl.core.Cypher.literalFalse;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.literalTrue;
import static org.neo4j.cypherdsl.core.Cypher.valueAt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes the changes of a relationship.
///
/// The pattern is read once. The two ends of each period become events `[day, began]`. Events with
/// the same day and the same keys are then paired.
final class ChangesWriter {
  private static final SymbolicName EVENT = Cypher.name("event");
  private static final SymbolicName ENDED = Cypher.name("ended");
  private static final SymbolicName BEGAN = Cypher.name("began");
  private static final SymbolicName PAIR = Cypher.name("pair");

  private ChangesWriter() {}

  /// Returns the names that later clauses can use.
  static List<IdentifiableElement> names(Rows.Changes changes) {
    var names = new ArrayList<IdentifiableElement>();
    names.add(Cypher.name(changes.names().on().name()));
    names.add(Cypher.name(changes.names().kind().name()));
    changes.names().keys().forEach(key -> names.add(Cypher.name(key.name())));
    names.add(Cypher.name(changes.names().change().name()));
    around(changes).ifPresent(names::add);
    for (var hop : List.of(changes.before(), changes.after())) {
      names.add(Cypher.name(hop.relationship().name()));
      names.add(Cypher.name(hop.to().name()));
    }
    return names;
  }

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Changes changes) {
    var hop = changes.before();
    var relationship = Cypher.name(hop.relationship().name());
    var node = Cypher.name(hop.to().name());
    var on = Cypher.name(changes.names().on().name());
    var grouped = new ArrayList<IdentifiableElement>();
    grouped.add(day().as(on));
    var paired = new ArrayList<IdentifiableElement>(List.of(on));
    var keys = hop.relationship().entity().keys();
    for (int i = 0; i < keys.size(); i++) {
      var name = Cypher.name(changes.names().keys().get(i).name());
      grouped.add(Cypher.property(hop.relationship().name(), keys.get(i).property()).as(name));
      paired.add(name);
    }
    var ends = listOf(relationship, node);
    grouped.add(collectWhen(RawCypher.not(began()), ends).as(ENDED));
    grouped.add(collectWhen(began().asCondition(), ends).as(BEGAN));
    around(changes)
        .ifPresent(from -> {
          grouped.add(from);
          paired.add(from);
        });
    paired.add(kind().as(changes.names().kind().name()));
    paired.add(PAIR.as(changes.names().change().name()));
    for (int side = 0; side < 2; side++) {
      var of = side == 0 ? hop : changes.after();
      paired.add(valueAt(valueAt(PAIR, side), 0).as(of.relationship().name()));
      paired.add(valueAt(valueAt(PAIR, side), 1).as(of.to().name()));
    }
    return events(changes)
        .with(grouped)
        .unwind(RawCypher.pairs(ENDED, BEGAN))
        .as(PAIR)
        .with(paired);
  }

  /// Returns the node around which something changed, where the rows bind it.
  private static Optional<IdentifiableElement> around(Rows.Changes changes) {
    return changes.source() instanceof Rows.Argument
        ? Optional.empty()
        : Optional.of(Cypher.name(changes.before().from().name()));
  }

  /// Writes one row for each end of a period that is one of the days.
  private static OngoingReading events(Rows.Changes changes) {
    var hop = changes.before();
    var name = hop.relationship().name();
    var end = listOf(Cypher.property(name, RelationshipProperties.VALID_TO), literalFalse());
    var start = listOf(Cypher.property(name, RelationshipProperties.VALID_FROM), literalTrue());
    var kept = new ArrayList<IdentifiableElement>();
    around(changes).ifPresent(kept::add);
    kept.addAll(List.of(Cypher.name(name), Cypher.name(hop.to().name()), EVENT));
    return new RowsWriter()
        .read(new Rows.Expand(changes.source(), hop))
        .unwind(listOf(end, start))
        .as(EVENT)
        .with(kept)
        .where(
            RawCypher.isAfterUntil(
                day(),
                ExpressionWriter.of(changes.between().from()),
                ExpressionWriter.of(changes.between().to())));
  }

  private static Expression day() {
    return valueAt(EVENT, 0);
  }

  private static Expression began() {
    return valueAt(EVENT, 1);
  }

  private static Expression collectWhen(Condition condition, Expression value) {
    Expression each = Cypher.caseExpression().when(condition).then(value);
    return Cypher.collect(each);
  }

  private static Expression kind() {
    return Cypher.caseExpression()
        .when(valueAt(PAIR, 1).isNull())
        .then(literalOf("ENDED"))
        .when(valueAt(PAIR, 0).isNull())
        .then(literalOf("BEGAN"))
        .elseDefault(literalOf("MOVED"));
  }
}
