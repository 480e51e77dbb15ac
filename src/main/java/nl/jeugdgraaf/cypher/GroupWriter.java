package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Aggregation.OfValues;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.Bug;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes groups and their aggregates. The pattern is read once for all aggregates.
///
/// A node can be in several rows: once for each relationship that led to it, and once for each path
/// to the same key. Where only different nodes, relationships and values are counted, that changes
/// nothing. Where a statistic counts each value, rows of one member and key are merged first, and
/// the rows of a node are numbered, so that only the first counts.
final class GroupWriter {
  /// Numbers the relationships of one node, from 0.
  private static final SymbolicName NUMBER = Cypher.name("i");

  private static final SymbolicName RELATIONSHIPS = Cypher.name("edges");
  private static final SymbolicName NODES = Cypher.name("nodes");
  private static final Expression EPOCH = Cypher.date("1970-01-01");
  private static final Expression ZERO = Cypher.literalOf(0);

  private final Rows.Group group;

  /// Whether a member can be in several rows of one key.
  private final boolean repeats;

  /// Whether rows of one member and key become one.
  private final boolean merges;

  /// Whether the rows of a node are numbered.
  private final boolean numbers;

  private GroupWriter(Rows.Group group) {
    this.group = group;
    this.repeats = repeats(group.source(), group.member().node());
    this.merges = repeats && (hasEach(group, Over.NODES) || hasEach(group, Over.RELATIONSHIPS));
    this.numbers = group.member().relationship().isPresent() && hasEach(group, Over.NODES);
  }

  static OrderableOngoingReadingAndWithWithoutWhere write(Rows.Group group) {
    return new GroupWriter(group).write();
  }

  /// Returns the names of keys and aggregates.
  static List<IdentifiableElement> names(Rows.Group group) {
    var names = new ArrayList<IdentifiableElement>();
    group.keys().forEach(key -> names.add(Cypher.name(key.name().name())));
    group.aggregates().forEach(found -> names.add(Cypher.name(found.name().name())));
    return names;
  }

  private static boolean hasEach(Rows.Group group, Over over) {
    return group.aggregates().stream()
        .anyMatch(aggregate ->
            aggregate.aggregation() instanceof OfValues of && of.over() == over && of.countsEach());
  }

  private OrderableOngoingReadingAndWithWithoutWhere write() {
    var rows = new RowsWriter();
    var read =
        group.keys().isEmpty() ? rows.readOrNothing(group.source()) : rows.read(group.source());
    if (merges) {
      read = merge(read);
    }
    if (numbers) {
      read = number(read);
    }
    return aggregates(read);
  }

  /// Returns whether rows can repeat a member: a step away from it multiplies them.
  private static boolean repeats(Rows rows, NodeVariable member) {
    return switch (rows) {
      case Rows.OptionalExpand _, Rows.UnwindValues _ -> true;
      case Rows.Expand(var source, var hop) ->
          hop.from().name().equals(member.name()) || repeats(source, member);
      case Rows.Filter(var source, _) -> repeats(source, member);
      case Rows.ForEach(_, var source) -> repeats(source, member);
      case Rows.Unit _, Rows.Argument _, Rows.Unwind _, Rows.UnwindNodes _ -> false;
      case Rows.Scan _, Rows.Lookup _, Rows.Search _ -> false;
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _, Rows.Changes _ -> false;
      case Rows.Collect _, Rows.Batches _, Rows.Group _, Rows.Distinct _ -> false;
      case Rows.Sort _, Rows.Skip _, Rows.Limit _ -> false;
    };
  }

  /// Returns the nodes on the way to the keys that are counted, or from which others are.
  private List<NodeVariable> reached() {
    var reached = new LinkedHashMap<String, NodeVariable>();
    for (var aggregate : group.aggregates()) {
      switch (aggregate.aggregation()) {
        case Aggregation.CountReached(var node) -> reached.put(node.name(), node);
        case Aggregation.CountRelated(var from, _, _) -> reached.put(from.name(), from);
        case Aggregation.CollectNodes(var node) -> reached.put(node.name(), node);
        case Aggregation.CountNodes _, Aggregation.CountRelationships _ -> {}
        case Aggregation.CountValues _, OfValues _ -> {}
      }
    }
    reached.remove(group.member().node().name());
    return List.copyOf(reached.values());
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
    group.member().relationship().ifPresent(found -> members.add(Cypher.name(found.name())));
    return members;
  }

  private OngoingReading merge(OngoingReading read) {
    var merged = keys();
    merged.addAll(members());
    if (reached().isEmpty()) {
      return read.withDistinct(merged);
    }
    reached().forEach(node -> merged.add(Cypher.collectDistinct(name(node)).as(list(node))));
    return read.with(merged);
  }

  private OngoingReading number(OngoingReading read) {
    var node = name(group.member().node());
    var relationship =
        Cypher.name(
            group.member().relationship().orElseThrow(() -> new Bug("no relationships")).name());
    var kept = merges ? reached() : List.<NodeVariable>of();
    var collected = merges ? keyNames() : keys();
    collected.add(node);
    collected.add(Cypher.collect(relationship).as(RELATIONSHIPS));
    kept.forEach(each -> collected.add(Cypher.collect(list(each)).as(list(each))));
    var rows = keyNames();
    rows.add(node);
    rows.add(Cypher.valueAt(RELATIONSHIPS, NUMBER).as(relationship));
    kept.forEach(each -> rows.add(Cypher.valueAt(list(each), NUMBER).as(list(each))));
    rows.add(NUMBER);
    return read.with(collected).unwind(positions()).as(NUMBER).with(rows);
  }

  /// Returns the numbers of the rows of a node, of which there is one even without relationships.
  private static Expression positions() {
    return Cypher.caseExpression()
        .when(Cypher.size(RELATIONSHIPS).isEqualTo(ZERO))
        .then(Cypher.listOf(ZERO))
        .elseDefault(Cypher.range(ZERO, RawCypher.lastIndex(RELATIONSHIPS)));
  }

  private OrderableOngoingReadingAndWithWithoutWhere aggregates(OngoingReading read) {
    var columns = merges || numbers ? keyNames() : keys();
    if (group.aggregates().isEmpty()) {
      return read.withDistinct(columns);
    }
    var later = new LinkedHashMap<SymbolicName, Expression>();
    for (var aggregate : group.aggregates()) {
      var name = aggregate.name().name();
      switch (aggregate.aggregation()) {
        case Aggregation.CountRelated(var from, _, _) -> later.put(nodes(from), collected(from));
        case Aggregation.CountReached(var node) when merges ->
            later.put(nodes(node), collected(node));
        case Aggregation.CollectNodes(var node) when isListed(node) ->
            later.put(nodes(node), collected(node));
        case Aggregation other -> columns.add(aggregate(other).as(name));
      }
    }
    if (later.isEmpty()) {
      return read.with(columns);
    }
    later.forEach((name, nodes) -> columns.add(nodes.as(name)));
    var all = keyNames();
    for (var aggregate : group.aggregates()) {
      var name = aggregate.name().name();
      switch (aggregate.aggregation()) {
        case Aggregation.CountRelated related -> all.add(related(related).as(name));
        case Aggregation.CountReached(var node) when merges ->
            all.add(Cypher.count(each(node).returningDistinct(name(node)).build()).as(name));
        case Aggregation.CollectNodes(var node) when isListed(node) ->
            all.add(Cypher.collect(each(node).returningDistinct(name(node)).build()).as(name));
        case Aggregation _ -> all.add(Cypher.name(name));
      }
    }
    return read.with(columns).with(all);
  }

  /// Returns the nodes of a group: of the member themselves, of others a list for each row where
  /// rows were merged.
  private Expression collected(NodeVariable node) {
    return isListed(node) ? Cypher.collect(list(node)) : Cypher.collectDistinct(name(node));
  }

  private boolean isListed(NodeVariable node) {
    return merges && !node.name().equals(group.member().node().name());
  }

  /// Returns a row for each of the collected nodes.
  private OngoingReading each(NodeVariable node) {
    return isListed(node)
        ? Cypher.unwind(nodes(node)).as(list(node)).unwind(list(node)).as(name(node))
        : Cypher.unwind(nodes(node)).as(name(node));
  }

  private Expression related(Aggregation.CountRelated related) {
    var found =
        new RowsWriter()
            .readFrom(each(related.from()), related.rows())
            .returningDistinct(name(related.related()));
    return Cypher.count(found.build());
  }

  private SymbolicName nodes(NodeVariable node) {
    return node.name().equals(group.member().node().name())
        ? NODES
        : Cypher.name(NODES.getValue() + "Of" + node.name());
  }

  private static SymbolicName list(NodeVariable node) {
    return Cypher.name(node.name() + "s");
  }

  private static SymbolicName name(NodeVariable node) {
    return Cypher.name(node.name());
  }

  private Expression aggregate(Aggregation aggregation) {
    var node = name(group.member().node());
    var relationship = group.member().relationship().map(found -> Cypher.name(found.name()));
    var isDistinct = repeats && !merges;
    return switch (aggregation) {
      case Aggregation.CountNodes _ ->
          relationship.isPresent() || isDistinct ? Cypher.countDistinct(node) : Cypher.count(node);
      case Aggregation.CountRelationships _ ->
          isDistinct
              ? Cypher.countDistinct(relationship.orElse(node))
              : Cypher.count(relationship.orElse(node));
      case Aggregation.CountReached(var reached) -> Cypher.countDistinct(name(reached));
      case Aggregation.CollectNodes(var collected) -> Cypher.collectDistinct(name(collected));
      case Aggregation.CountValues(var term) -> Cypher.countDistinct(ExpressionWriter.of(term));
      case OfValues of -> statistic(of);
      case Aggregation.CountRelated _ -> throw new Bug("related nodes are counted later");
    };
  }

  private Expression statistic(OfValues of) {
    if (!(of.type().scalar() instanceof Scalar.BuiltIn scalar)) {
      throw new Bug("no statistic of " + of.type().text());
    }
    var typed = ExpressionWriter.typed(of.term(), scalar);
    var value =
        numbers && of.over() == Over.NODES && of.countsEach()
            ? ExpressionWriter.valueIf(NUMBER.isEqualTo(ZERO), typed)
            : typed;
    return switch (of.statistic()) {
      case MIN -> Cypher.min(value);
      case MAX -> Cypher.max(value);
      case SUM -> ExpressionWriter.valueIf(Cypher.count(value).gt(ZERO), Cypher.sum(value));
      case AVERAGE -> day(scalar, RawCypher.mean(number(scalar, value)));
      case MEDIAN -> day(scalar, Cypher.percentileCont(number(scalar, value), 0.5));
      case PERCENTILE -> day(scalar, percentile(number(scalar, value), of));
    };
  }

  private static Expression percentile(Expression number, OfValues of) {
    var share = of.share().orElseThrow(() -> new Bug("a percentile without a share"));
    return ExpressionWriter.function("percentileCont", number, ExpressionWriter.of(share));
  }

  /// Returns a number to compute with: for a day, the number of days since 1 January 1970.
  private static Expression number(Scalar.BuiltIn scalar, Expression value) {
    return scalar == Scalar.BuiltIn.DATE ? ExpressionWriter.days(EPOCH, value) : value;
  }

  /// Returns the result of a computation: for days, the nearest day.
  private static Expression day(Scalar.BuiltIn scalar, Expression number) {
    return scalar == Scalar.BuiltIn.DATE ? RawCypher.nearestDay(number) : number;
  }
}
