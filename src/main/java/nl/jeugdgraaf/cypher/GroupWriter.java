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
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes groups and their aggregates. The pattern is read once for all aggregates.
///
/// A node can be in several rows: once for each relationship that led to it, and once for each path
/// to the same key. Rows that only repeat a key are merged first. Where a statistic counts each
/// node once but rows are relationships, the rows of a node are numbered and only the first counts.
final class GroupWriter {
  /// Numbers the relationships of one node, from 0.
  private static final SymbolicName NUMBER = Cypher.name("i");

  private static final SymbolicName RELATIONSHIPS = Cypher.name("edges");
  private static final SymbolicName NODES = Cypher.name("nodes");
  private static final Expression EPOCH = Cypher.date("1970-01-01");
  private static final Expression ZERO = Cypher.literalOf(0);

  private final Rows.Group group;
  private final boolean numbered;

  private GroupWriter(Rows.Group group) {
    this.group = group;
    this.numbered = group.member().relationship().isPresent() && hasEach(group, Over.NODES);
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
    var keyed = repeats(group.source());
    if (keyed) {
      var distinct = keys();
      distinct.addAll(members());
      read = read.withDistinct(distinct);
    }
    if (numbered) {
      read = number(read, keyed);
    }
    return aggregates(read, keyed || numbered);
  }

  /// Returns whether rows can repeat a member: an optional step multiplies them.
  private static boolean repeats(Rows rows) {
    return switch (rows) {
      case Rows.OptionalExpand _ -> true;
      case Rows.Filter(var source, _) -> repeats(source);
      case Rows.Unit _, Rows.Argument _, Rows.Unwind _, Rows.UnwindNodes _ -> false;
      case Rows.Scan _, Rows.Lookup _, Rows.Search _, Rows.Expand _ -> false;
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _, Rows.Changes _ -> false;
      case Rows.Collect _, Rows.Batches _, Rows.Group _, Rows.Distinct _ -> false;
      case Rows.Sort _, Rows.Skip _, Rows.Limit _ -> false;
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
    group.member().relationship().ifPresent(found -> members.add(Cypher.name(found.name())));
    return members;
  }

  private OngoingReading number(OngoingReading read, boolean keyed) {
    var node = Cypher.name(group.member().node().name());
    var relationship =
        Cypher.name(
            group.member().relationship().orElseThrow(() -> new Bug("no relationships")).name());
    var collected = keyed ? keyNames() : keys();
    collected.add(node);
    collected.add(Cypher.collect(relationship).as(RELATIONSHIPS));
    var rows = keyNames();
    rows.add(node);
    rows.add(Cypher.valueAt(RELATIONSHIPS, NUMBER).as(relationship));
    rows.add(NUMBER);
    return read.with(collected).unwind(numbers()).as(NUMBER).with(rows);
  }

  /// Returns the numbers of the rows of a node, of which there is one even without relationships.
  private static Expression numbers() {
    return Cypher.caseExpression()
        .when(Cypher.size(RELATIONSHIPS).isEqualTo(ZERO))
        .then(Cypher.listOf(ZERO))
        .elseDefault(Cypher.range(ZERO, RawCypher.lastIndex(RELATIONSHIPS)));
  }

  private OrderableOngoingReadingAndWithWithoutWhere aggregates(
      OngoingReading read, boolean named) {
    var columns = named ? keyNames() : keys();
    if (group.aggregates().isEmpty()) {
      return read.withDistinct(columns);
    }
    var needNodes = false;
    for (var aggregate : group.aggregates()) {
      if (aggregate.aggregation() instanceof Aggregation.CountRelated) {
        needNodes = true;
      } else {
        columns.add(aggregate(aggregate.aggregation()).as(aggregate.name().name()));
      }
    }
    if (!needNodes) {
      return read.with(columns);
    }
    columns.add(Cypher.collectDistinct(Cypher.name(group.member().node().name())).as(NODES));
    var all = keyNames();
    for (var aggregate : group.aggregates()) {
      all.add(
          aggregate.aggregation() instanceof Aggregation.CountRelated related
              ? related(related).as(aggregate.name().name())
              : Cypher.name(aggregate.name().name()));
    }
    return read.with(columns).with(all);
  }

  private Expression related(Aggregation.CountRelated related) {
    var nodes = Cypher.unwind(NODES).as(group.member().node().name());
    var found =
        new RowsWriter()
            .readFrom(nodes, related.rows())
            .returningDistinct(Cypher.name(related.related().name()));
    return Cypher.count(found.build());
  }

  private Expression aggregate(Aggregation aggregation) {
    var node = Cypher.name(group.member().node().name());
    var relationship = group.member().relationship().map(found -> Cypher.name(found.name()));
    return switch (aggregation) {
      case Aggregation.CountNodes _ ->
          relationship.isPresent() ? Cypher.countDistinct(node) : Cypher.count(node);
      case Aggregation.CountRelationships _ -> Cypher.count(relationship.orElse(node));
      case Aggregation.CountValues(var term) -> Cypher.countDistinct(ExpressionWriter.of(term));
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
