package nl.jeugdgraaf.cypher;

import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.valueAt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Always;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithoutWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes the reading clauses of one query: `MATCH`, `WHERE`, `WITH`.
///
/// The guard of a variable is always written into the `WHERE` of the clause that binds it.
final class RowsWriter {
  private final Optional<Expression> limit;

  RowsWriter() {
    this(Optional.empty());
  }

  private RowsWriter(Optional<Expression> limit) {
    this.limit = limit;
  }

  /// Returns a writer that cuts the rows to the first one.
  static RowsWriter ofFirstRow() {
    return new RowsWriter(Optional.of(Cypher.literalOf(1)));
  }

  OngoingReading read(Rows rows) {
    var page = PageClauses.of(rows, limit);
    return page.isEmpty() ? read(page.source(), Always.TRUE) : page(page);
  }

  /// Writes rows for an aggregate without keys, so that there is one even where nothing is found.
  ///
  /// In a nested query the database adds the node of the enclosing query to each `WITH`, and so
  /// groups by it; without any rows there would be no group, and no count of 0.
  OngoingReading readOrNothing(Rows rows) {
    return optional(rows, Always.TRUE).orElseGet(() -> read(rows));
  }

  private static Optional<OngoingReading> optional(Rows rows, Predicate predicate) {
    return switch (rows) {
      case Rows.Filter(var source, var more) ->
          optional(source, Predicate.and(List.of(more, predicate)));
      case Rows.Expand(Rows.Argument _, var hop) ->
          Optional.of(
              where(
                  Cypher.optionalMatch(PredicateWriter.pattern(hop)),
                  Predicate.and(List.of(PredicateWriter.guard(hop), predicate))));
      case Rows.UnwindNodes(var collected, _) when predicate.equals(Always.TRUE) ->
          Optional.of(unwind(RawCypher.orListOfNull(name(collected.list().name())), collected));
      case Rows.Unit _, Rows.Argument _, Rows.Unwind _, Rows.UnwindNodes _ -> Optional.empty();
      case Rows.Scan _, Rows.Lookup _, Rows.Search _ -> Optional.empty();
      case Rows.Expand _, Rows.OptionalExpand _, Rows.Changes _ -> Optional.empty();
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _ -> Optional.empty();
      case Rows.Collect _, Rows.Batches _, Rows.Group _, Rows.Distinct _ -> Optional.empty();
      case Rows.ForEach _, Rows.UnwindValues _ -> Optional.empty();
      case Rows.Sort _, Rows.Skip _, Rows.Limit _ -> Optional.empty();
    };
  }

  /// Writes two look-ups, one after the other.
  OngoingReading readBoth(Rows.Lookup one, Rows.Lookup other) {
    return match(
        Optional.of(read(one, Always.TRUE)),
        RawCypher.node(other.node()),
        guarded(other.node(), isFound(other)));
  }

  /// Writes hops after a clause that binds the node where they start.
  OngoingReading readFrom(OngoingReading start, Rows rows) {
    return switch (rows) {
      case Rows.Argument _ -> start;
      case Rows.Expand(var source, var hop) ->
          match(
              Optional.of(readFrom(start, source)),
              PredicateWriter.pattern(hop),
              PredicateWriter.guard(hop));
      case Rows.Unit _, Rows.Unwind _, Rows.UnwindNodes _, Rows.OptionalExpand _ -> fail(rows);
      case Rows.Scan _, Rows.Lookup _, Rows.Search _, Rows.Changes _ -> fail(rows);
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _ -> fail(rows);
      case Rows.Collect _, Rows.Batches _, Rows.Group _, Rows.Distinct _ -> fail(rows);
      case Rows.ForEach _, Rows.UnwindValues _ -> fail(rows);
      case Rows.Filter _, Rows.Sort _, Rows.Skip _, Rows.Limit _ -> fail(rows);
    };
  }

  /// Writes rows, and a condition into the clause that introduces them.
  private static OngoingReading read(Rows rows, Predicate predicate) {
    return switch (rows) {
      case Rows.Filter(var source, var more) ->
          read(source, Predicate.and(List.of(more, predicate)));
      case Rows.Scan(var node) ->
          match(Optional.empty(), RawCypher.node(node), guarded(node, predicate));
      case Rows.Lookup lookup ->
          match(
              Optional.empty(),
              RawCypher.node(lookup.node()),
              guarded(lookup.node(), Predicate.and(List.of(isFound(lookup), predicate))));
      case Rows.Search search -> search(search, predicate);
      case Rows.Unwind(var list, var element) ->
          Cypher.unwind(ExpressionWriter.of(list)).as(element.name());
      case Rows.Expand(var source, var hop) ->
          match(
              source instanceof Rows.Argument
                  ? Optional.empty()
                  : Optional.of(read(source, Always.TRUE)),
              PredicateWriter.pattern(hop),
              Predicate.and(List.of(PredicateWriter.guard(hop), predicate)));
      case Rows.OptionalExpand(var source, var hop) ->
          where(
              read(source, Always.TRUE).optionalMatch(PredicateWriter.pattern(hop)),
              PredicateWriter.guard(hop));
      case Rows.UnwindValues(var source, var list, var value) ->
          read(source, predicate)
              .unwind(RawCypher.orListOfNull(PredicateWriter.operand(list)))
              .as(value.name());
      case Rows.Distinct distinct -> where(distinct(distinct), predicate);
      case Rows.Group group -> where(GroupWriter.write(group), predicate);
      case Rows.Paths paths -> where(PathsWriter.write(paths), predicate);
      case Rows.ForEach forEach -> where(forEach(forEach), predicate);
      case Rows.Batches batches -> batches(batches);
      case Rows.Collect collect -> collect(collect);
      case Rows.UnwindNodes nodes -> unwind(nodes, predicate);
      case Rows.PathNodes(var path, var node) ->
          Cypher.unwind(Cypher.nodes(name(path.name()))).as(node.name());
      case Rows.PathRelationships(var path, var relationship) ->
          Cypher.unwind(Cypher.relationships(name(path.name()))).as(relationship.name());
      case Rows.Changes changes -> where(ChangesWriter.write(changes), predicate);
      case Rows.Sort _, Rows.Skip _, Rows.Limit _ -> cut(rows, predicate);
      case Rows.Unit _, Rows.Argument _ -> fail(rows);
    };
  }

  private static OngoingReading cut(Rows rows, Predicate predicate) {
    var page = page(PageClauses.of(rows, Optional.empty()));
    return predicate.equals(Always.TRUE) ? page : where(page.with(variables(rows)), predicate);
  }

  private static OngoingReading fail(Rows rows) {
    throw new Bug("rows cannot be read here: " + rows);
  }

  private static Predicate isFound(Rows.Lookup lookup) {
    return new Predicate.Compare(lookup.key(), Predicate.Operator.EQ, lookup.value());
  }

  private static OngoingReading search(Rows.Search search, Predicate predicate) {
    var node = search.node();
    var score = name(search.score().name());
    return where(
        Cypher.call("db.index.fulltext.queryNodes")
            .withArgs(Cypher.literalOf(Model.SEARCH_INDEX), ExpressionWriter.of(search.phrase()))
            .yield(name("node").as(node.name()), name("score").as(score))
            .with(named(node), score),
        guarded(node, Predicate.and(List.of(new Predicate.HasLabel(node), predicate))));
  }

  /// Collects the nodes themselves; what is shown of them is read later.
  private static OngoingReading collect(Rows.Collect collect) {
    var nodes = collect.nodes();
    var node = name(nodes.node().name());
    Expression element =
        nodes.score().isEmpty() ? node : Cypher.listOf(node, name(nodes.score().get().name()));
    return new RowsWriter()
        .read(collect.source())
        .with(Cypher.collect(element).as(nodes.list().name()));
  }

  private static OngoingReading unwind(Expression list, Rows.CollectedNodes nodes) {
    var node = name(nodes.node().name());
    var each = Cypher.unwind(list).as(node);
    return nodes.score().isEmpty()
        ? each
        : each.with(valueAt(node, 0).as(node), valueAt(node, 1).as(nodes.score().get().name()));
  }

  /// The rows of one element are read in a subquery, so that what it forgets or makes distinct
  /// leaves the element alone.
  private static OrderableOngoingReadingAndWithWithoutWhere forEach(Rows.ForEach rows) {
    var element = name(rows.each().name().name());
    var imported = new ArrayList<IdentifiableElement>(List.of(element));
    argument(rows.source()).ifPresent(node -> imported.add(named(node)));
    var found = variables(rows.source());
    var inner =
        new RowsWriter()
            .read(rows.source())
            .returning(found.stream().map(IdentifiableElement::asExpression).toList())
            .build();
    return Cypher.unwind(ExpressionWriter.of(rows.each().list()))
        .as(element)
        .call(inner, imported.toArray(IdentifiableElement[]::new))
        .with(variables(rows));
  }

  /// Returns the node of an enclosing query at which rows begin.
  private static Optional<NodeVariable> argument(Rows rows) {
    if (rows instanceof Rows.Argument(var node)) {
      return Optional.of(node);
    }
    return rows.children().stream().flatMap(child -> argument(child).stream()).findFirst();
  }

  private static OngoingReading batches(Rows.Batches batches) {
    return read(batches.source(), Always.TRUE)
        .unwind(
            Cypher.range(
                Cypher.literalOf(0),
                RawCypher.lastIndex(name(batches.nodes().name())),
                Cypher.literalOf(batches.batch().size())))
        .as(batches.batch().start().name());
  }

  private static OngoingReading unwind(Rows.UnwindNodes rows, Predicate predicate) {
    var list = name(rows.nodes().list().name());
    var some =
        rows.batch()
            .map(batch -> {
              var start = name(batch.start().name());
              return Cypher.subList(list, start, RawCypher.plus(start, batch.size()));
            })
            .orElse(list);
    var each = unwind(some, rows.nodes());
    return predicate.equals(Always.TRUE) ? each : where(each.with(variables(rows)), predicate);
  }

  private static OngoingReading where(
      OrderableOngoingReadingAndWithWithoutWhere with, Predicate predicate) {
    return predicate.equals(Always.TRUE) ? with : with.where(PredicateWriter.of(predicate));
  }

  private static OngoingReading where(OngoingReadingWithoutWhere match, Predicate predicate) {
    return predicate.equals(Always.TRUE) ? match : match.where(PredicateWriter.of(predicate));
  }

  private static Predicate guarded(NodeVariable node, Predicate predicate) {
    return Predicate.and(List.of(node.guard(), predicate));
  }

  private static OngoingReading match(
      Optional<OngoingReading> before, PatternElement pattern, Predicate predicate) {
    return where(
        before.map(reading -> reading.match(pattern)).orElseGet(() -> Cypher.match(pattern)),
        predicate);
  }

  /// Groups instead, where the nodes are kept over which the rows came: that makes rows distinct
  /// too.
  private static OrderableOngoingReadingAndWithWithoutWhere distinct(Rows.Distinct distinct) {
    var read = read(distinct.source(), Always.TRUE);
    var node = named(distinct.node());
    if (distinct.via().isEmpty()) {
      return read.withDistinct(node);
    }
    var via = distinct.via().get();
    return read.with(node, Cypher.collect(name(via.node().name())).as(via.nodes().name()));
  }

  private static OngoingReading page(PageClauses page) {
    if (page.order().isEmpty()) {
      return firstRow(sortable(page.source(), List.of()), page);
    }
    var named = new ArrayList<IdentifiableElement>();
    var order = new ArrayList<SortItem>();
    for (var key : page.order()) {
      if (AggregationInside.of(key.term())) {
        var name = sortName(page.source(), named.size());
        named.add(ExpressionWriter.of(key.term()).as(name));
        order.add(key.descending() ? name.descending() : name.ascending());
      } else {
        order.add(ExpressionWriter.sorted(key));
      }
    }
    var ordered = sortable(page.source(), named).orderBy(order.toArray(SortItem[]::new));
    if (page.skip().isPresent()) {
      var skipped = ordered.skip(page.skip().get());
      return page.limit().isPresent() ? skipped.limit(page.limit().get()) : skipped;
    }
    return page.limit().isPresent() ? ordered.limit(page.limit().get()) : ordered;
  }

  /// Returns a name that no other query of the statement uses: variables are unique in it.
  private static SymbolicName sortName(Rows rows, int number) {
    if (variables(rows).getFirst().asExpression() instanceof SymbolicName variable) {
      return name(variable.getValue() + "by" + number);
    }
    throw new Bug("rows without a variable: " + rows);
  }

  /// Returns the clause to which an order can be added.
  ///
  /// @param named values of each row that the order needs by name
  private static OrderableOngoingReadingAndWithWithoutWhere sortable(
      Rows rows, List<IdentifiableElement> named) {
    var all = new ArrayList<>(variables(rows));
    all.addAll(named);
    if (rows instanceof Rows.Distinct distinct) {
      var read = distinct(distinct);
      return named.isEmpty() ? read : read.with(all);
    }
    return read(rows, Always.TRUE).with(all);
  }

  /// Cuts rows that need no order, such as the one row of an aggregate.
  private static OngoingReading firstRow(
      OrderableOngoingReadingAndWithWithoutWhere with, PageClauses page) {
    if (page.limit().isEmpty() || page.skip().isPresent()) {
      throw new Bug("a page without an order: " + page.source());
    }
    return with.limit(page.limit().get());
  }

  private static IdentifiableElement named(Variable variable) {
    return name(variable.name());
  }

  /// Returns the names that later clauses can use.
  static List<IdentifiableElement> variables(Rows rows) {
    return switch (rows) {
      case Rows.Unit _, Rows.Argument _ -> List.of();
      case Rows.Scan(var node) -> List.of(named(node));
      case Rows.Lookup(var node, _, _) -> List.of(named(node));
      case Rows.Search(var node, _, var score) -> List.of(named(node), name(score.name()));
      case Rows.Unwind(_, var element) -> List.of(name(element.name()));
      case Rows.Distinct(_, var node, var via) ->
          via.map(kept -> List.of(named(node), name(kept.nodes().name())))
              .orElseGet(() -> List.of(named(node)));
      case Rows.Expand(var source, var hop) -> with(variables(source), hop);
      case Rows.OptionalExpand(var source, var hop) -> with(variables(source), hop);
      case Rows.UnwindValues(var source, _, var value) -> {
        var all = new ArrayList<>(variables(source));
        all.add(name(value.name()));
        yield all;
      }
      case Rows.Group group -> GroupWriter.names(group);
      case Rows.Changes changes -> ChangesWriter.names(changes);
      case Rows.Paths paths -> List.of(name(paths.name().name()));
      case Rows.Collect(_, var nodes) -> List.of(name(nodes.list().name()));
      case Rows.Batches(_, var nodes, Rows.Batch(var start, _)) ->
          List.of(name(nodes.name()), name(start.name()));
      case Rows.UnwindNodes(var nodes, _) ->
          nodes
              .score()
              .map(score -> List.of(named(nodes.node()), name(score.name())))
              .orElseGet(() -> List.of(named(nodes.node())));
      case Rows.ForEach(var each, var source) -> {
        var all = new ArrayList<IdentifiableElement>(List.of(name(each.name().name())));
        all.addAll(variables(source));
        yield all;
      }
      case Rows.PathNodes(_, var node) -> List.of(named(node));
      case Rows.PathRelationships(_, var relationship) -> List.of(named(relationship));
      case Rows.Filter(var source, _) -> variables(source);
      case Rows.Sort(var source, _) -> variables(source);
      case Rows.Skip(var source, _) -> variables(source);
      case Rows.Limit(var source, _, _) -> variables(source);
    };
  }

  private static List<IdentifiableElement> with(List<IdentifiableElement> variables, Hop hop) {
    var all = new ArrayList<>(variables);
    hop.single().ifPresent(relationship -> all.add(named(relationship)));
    all.add(named(hop.to()));
    return all;
  }
}
