package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.OfValues;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Bug;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;

/// Writes groups and totals. The pattern is read once, whatever the number of totals.
///
/// A node can stand in several rows: once for each relationship that led to it, and once for each
/// way to the same key. Rows that only repeat a key are made one first. Where a statistic counts
/// each node and rows are relationships, the rows of one node are numbered, and the first speaks
/// for the node.
final class GroupWriter {
  /// Numbers the relationships of one node.
  private static final String NUMBER = "i";

  private static final String EDGES = "edges";
  private static final String NODES = "nodes";

  private final Rows.Group group;
  private final boolean numbered;

  private GroupWriter(Rows.Group group) {
    this.group = group;
    this.numbered = group.member().relationship().isPresent() && hasEach(group, Over.NODES);
  }

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Group group) {
    return new GroupWriter(group).write();
  }

  /// Returns the names of keys and totals.
  static List<IdentifiableElement> names(Rows.Group group) {
    var names = new ArrayList<IdentifiableElement>();
    group.keys().forEach(key -> names.add(Cypher.name(key.name().name())));
    group.aggregates().forEach(total -> names.add(Cypher.name(total.name().name())));
    return names;
  }

  private static boolean hasEach(Rows.Group group, Over over) {
    return group.aggregates().stream()
        .anyMatch(total ->
            total.aggregation() instanceof OfValues of && of.over() == over && of.countsEach());
  }

  private OrderableOngoingReadingAndWithWithoutWhere write() {
    var rows = new RowsWriter();
    var read =
        group.keys().isEmpty() ? rows.readOrNothing(group.source()) : rows.read(group.source());
    var keyed = repeats(group.source());
    if (keyed) {
      var distinct = keys();
      distinct.addAll(members());
      read = read.withDistinct(distinct);
    }
    if (numbered) {
      read = number(read, keyed);
    }
    return totals(read, keyed || numbered);
  }

  /// Returns whether rows can repeat a member.
  private static boolean repeats(Rows rows) {
    return switch (rows) {
      case Rows.OptionalExpand _ -> true;
      case Rows.Filter(var source, _) -> repeats(source);
      default -> false;
    };
  }

  private List<IdentifiableElement> keys() {
    var keys = new ArrayList<IdentifiableElement>();
    for (var key : group.keys()) {
      keys.add(ExpressionWriter.of(key.term()).as(key.name().name()));
    }
    return keys;
  }

  private List<IdentifiableElement> keyNames() {
    var names = new ArrayList<IdentifiableElement>();
    group.keys().forEach(key -> names.add(Cypher.name(key.name().name())));
    return names;
  }

  private List<IdentifiableElement> members() {
    var members = new ArrayList<IdentifiableElement>();
    members.add(Cypher.name(group.member().node().name()));
    group.member().relationship().ifPresent(edge -> members.add(Cypher.name(edge.name())));
    return members;
  }

  private OngoingReading number(OngoingReading read, boolean keyed) {
    var node = Cypher.name(group.member().node().name());
    var edge =
        Cypher.name(
            group.member().relationship().orElseThrow(() -> new Bug("no relationships")).name());
    var collected = keyed ? keyNames() : keys();
    collected.add(node);
    collected.add(Cypher.collect(edge).as(EDGES));
    var rows = keyNames();
    rows.add(node);
    rows.add(Cypher.raw("$E[$E]", Cypher.name(EDGES), Cypher.name(NUMBER)).as(edge));
    rows.add(Cypher.name(NUMBER));
    return read.with(collected)
        .unwind(
            Cypher.raw(
                "CASE WHEN size($E) = 0 THEN [0] ELSE range(0, size($E) - 1) END",
                Cypher.name(EDGES),
                Cypher.name(EDGES)))
        .as(NUMBER)
        .with(rows);
  }

  private OrderableOngoingReadingAndWithWithoutWhere totals(OngoingReading read, boolean named) {
    var columns = named ? keyNames() : keys();
    if (group.aggregates().isEmpty()) {
      return read.withDistinct(columns);
    }
    var needNodes = false;
    for (var total : group.aggregates()) {
      switch (total.aggregation()) {
        case Aggregation.CountRelated _ -> needNodes = true;
        default -> columns.add(total(total.aggregation()).as(total.name().name()));
      }
    }
    if (!needNodes) {
      return read.with(columns);
    }
    columns.add(
        Cypher.raw("collect(DISTINCT $E)", Cypher.name(group.member().node().name())).as(NODES));
    var all = keyNames();
    for (var total : group.aggregates()) {
      all.add(
          total.aggregation() instanceof Aggregation.CountRelated related
              ? related(related).as(total.name().name())
              : Cypher.name(total.name().name()));
    }
    return read.with(columns).with(all);
  }

  private Expression related(Aggregation.CountRelated related) {
    var nodes = Cypher.unwind(Cypher.name(NODES)).as(group.member().node().name());
    var found =
        new RowsWriter()
            .readFrom(nodes, related.rows())
            .returningDistinct(Cypher.name(related.related().name()));
    return Cypher.count(found.build());
  }

  private Expression total(Aggregation aggregation) {
    var node = Cypher.name(group.member().node().name());
    return switch (aggregation) {
      case Aggregation.CountNodes _ ->
          group.member().relationship().isPresent()
              ? Cypher.raw("count(DISTINCT $E)", node)
              : Cypher.raw("count($E)", node);
      case Aggregation.CountRelationships _ ->
          Cypher.raw(
              "count($E)",
              group.member().relationship().map(edge -> Cypher.name(edge.name())).orElse(node));
      case Aggregation.CountValues(var term) ->
          Cypher.raw("count(DISTINCT $E)", ExpressionWriter.of(term));
      case Aggregation.OfValues of -> statistic(of);
      case Aggregation.CountRelated _ -> throw new Bug("related nodes are counted later");
    };
  }

  private Expression statistic(OfValues of) {
    if (!(of.type().scalar() instanceof Scalar.BuiltIn scalar)) {
      throw new Bug("no statistic of " + of.type().text());
    }
    var typed = ExpressionWriter.typed(of.term(), scalar);
    var value =
        numbered && of.over() == Over.NODES && of.countsEach()
            ? Cypher.raw("CASE WHEN $E = 0 THEN $E END", Cypher.name(NUMBER), typed)
            : typed;
    return switch (of.statistic()) {
      case MIN -> Cypher.raw("min($E)", value);
      case MAX -> Cypher.raw("max($E)", value);
      case SUM -> Cypher.raw("CASE WHEN count($E) > 0 THEN sum($E) END", value, value);
      case AVERAGE ->
          day(
              scalar,
              Cypher.raw(
                  "toFloat(sum($E)) / nullIf(count($E), 0)",
                  number(scalar, value),
                  number(scalar, value)));
      case MEDIAN -> day(scalar, Cypher.raw("percentileCont($E, 0.5)", number(scalar, value)));
      case PERCENTILE ->
          day(
              scalar,
              Cypher.raw(
                  "percentileCont($E, $E)",
                  number(scalar, value),
                  ExpressionWriter.of(
                      of.share().orElseThrow(() -> new Bug("a percentile of no share")))));
    };
  }

  /// Returns a number to compute with: a day is the number of days since 1 January 1970.
  private static Expression number(Scalar.BuiltIn scalar, Expression value) {
    return scalar == Scalar.BuiltIn.DATE
        ? Cypher.raw("duration.inDays(date('1970-01-01'), $E).days", value)
        : value;
  }

  /// Returns the nearest day where days were computed with.
  private static Expression day(Scalar.BuiltIn scalar, Expression number) {
    return scalar == Scalar.BuiltIn.DATE
        ? Cypher.raw("date('1970-01-01') + duration('P1D') * toInteger(floor($E + 0.5))", number)
        : number;
  }
}
