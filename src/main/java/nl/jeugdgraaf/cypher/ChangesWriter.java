package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes the changes of a relationship: its pattern is read once, each period gives its two ends
/// as events, and events of one day and equal keys are paired.
final class ChangesWriter {
  private static final SymbolicName EVENT = Cypher.name("event");
  private static final SymbolicName ENDED = Cypher.name("ended");
  private static final SymbolicName BEGAN = Cypher.name("began");
  private static final SymbolicName PAIR = Cypher.name("pair");

  private ChangesWriter() {}

  static List<IdentifiableElement> names(Rows.Changes changes) {
    var names = new ArrayList<IdentifiableElement>();
    names.add(Cypher.name(changes.names().on().name()));
    names.add(Cypher.name(changes.names().kind().name()));
    changes.names().keys().forEach(key -> names.add(Cypher.name(key.name())));
    for (var hop : List.of(changes.before(), changes.after())) {
      names.add(Cypher.name(hop.relationship().name()));
      names.add(Cypher.name(hop.to().name()));
    }
    return names;
  }

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Changes changes) {
    var hop = changes.before();
    var edge = Cypher.name(hop.relationship().name());
    var node = Cypher.name(hop.to().name());
    var on = Cypher.name(changes.names().on().name());
    var events =
        new RowsWriter()
            .read(new Rows.Expand(new Rows.Argument(hop.from()), hop))
            .unwind(
                Cypher.raw(
                    "[[$E, false], [$E, true]]",
                    Cypher.property(hop.relationship().name(), RelationshipProperties.VALID_TO),
                    Cypher.property(hop.relationship().name(), RelationshipProperties.VALID_FROM)))
            .as(EVENT)
            .with(edge, node, EVENT)
            .where(
                Cypher.raw(
                        "$E[0] > $E AND $E[0] <= $E",
                        EVENT,
                        ExpressionWriter.of(changes.between().from()),
                        EVENT,
                        ExpressionWriter.of(changes.between().to()))
                    .asCondition());
    var grouped = new ArrayList<IdentifiableElement>();
    grouped.add(Cypher.raw("$E[0]", EVENT).as(on));
    var kept = new ArrayList<IdentifiableElement>(List.of(on));
    var keys = hop.relationship().entity().keys();
    for (int i = 0; i < keys.size(); i++) {
      var name = Cypher.name(changes.names().keys().get(i).name());
      grouped.add(Cypher.property(hop.relationship().name(), keys.get(i).property()).as(name));
      kept.add(name);
    }
    grouped.add(collected("NOT $E[1]", edge, node).as(ENDED));
    grouped.add(collected("$E[1]", edge, node).as(BEGAN));
    var paired = new ArrayList<>(kept);
    paired.add(kind().as(changes.names().kind().name()));
    paired.add(Cypher.raw("$E[0][0]", PAIR).as(edge));
    paired.add(Cypher.raw("$E[0][1]", PAIR).as(node));
    paired.add(Cypher.raw("$E[1][0]", PAIR).as(changes.after().relationship().name()));
    paired.add(Cypher.raw("$E[1][1]", PAIR).as(changes.after().to().name()));
    return events.with(grouped).unwind(pairs()).as(PAIR).with(paired);
  }

  private static Expression collected(String which, SymbolicName edge, SymbolicName node) {
    return Cypher.raw("collect(CASE WHEN " + which + " THEN [$E, $E] END)", EVENT, edge, node);
  }

  private static Expression pairs() {
    return Cypher.raw(
        "CASE WHEN size($E) = 1 AND size($E) = 1 THEN [[$E[0], $E[0]]]"
            + " ELSE [one IN $E | [one, null]] + [one IN $E | [null, one]] END",
        ENDED,
        BEGAN,
        ENDED,
        BEGAN,
        ENDED,
        BEGAN);
  }

  private static Expression kind() {
    return Cypher.raw(
        "CASE WHEN $E[1] IS NULL THEN 'ENDED' WHEN $E[0] IS NULL THEN 'BEGAN' ELSE 'MOVED' END",
        PAIR,
        PAIR);
  }
}
