package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;

/// Writes the reading clauses of one query: `MATCH`, `WHERE`, `WITH`.
///
/// Where a variable is introduced its guard is written into the same `WHERE`.
final class RowsWriter {
  private final Optional<Expression> limit;

  RowsWriter() {
    this(Optional.empty());
  }

  private RowsWriter(Optional<Expression> limit) {
    this.limit = limit;
  }

  /// Returns a writer that keeps the first row only.
  static RowsWriter ofOne() {
    return new RowsWriter(Optional.of(Cypher.literalOf(1)));
  }

  /// Writes the rows.
  OngoingReading read(Rows rows) {
    var page = Page.of(rows, limit);
    return page.isPlain() ? read(page.source(), Predicate.Always.TRUE) : cut(page);
  }

  /// Writes rows of which there is always one, of nothing where there would be none.
  ///
  /// A total of what starts at a node of the enclosing query needs that: the database carries the
  /// node through every `WITH` and so groups by it, and of no rows there would be no group.
  OngoingReading readOrNothing(Rows rows) {
    return optional(rows, Predicate.Always.TRUE).orElseGet(() -> read(rows));
  }

  private static Optional<OngoingReading> optional(Rows rows, Predicate where) {
    return switch (rows) {
      case Rows.Filter(var source, var more) ->
          optional(source, Predicate.and(List.of(more, where)));
      case Rows.Expand(Rows.Argument _, var hop) -> {
        var match = Cypher.optionalMatch(PredicateWriter.pattern(hop));
        var all = Predicate.and(List.of(PredicateWriter.guard(hop), where));
        yield Optional.of(
            all.equals(Predicate.Always.TRUE) ? match : match.where(PredicateWriter.of(all)));
      }
      case Rows.UnwindNodes(var found, _) when where.equals(Predicate.Always.TRUE) -> {
        var all = Cypher.name(found.list().name());
        yield Optional.of(
            unwind(Cypher.raw("CASE $E WHEN [] THEN [null] ELSE $E END", all, all), found));
      }
      default -> Optional.empty();
    };
  }

  /// Writes two look-ups, one after the other.
  OngoingReading readBoth(Rows.Lookup one, Rows.Lookup other) {
    var found = new Predicate.Compare(other.key(), Predicate.Operator.EQ, other.value());
    return match(
        Optional.of(read(one, Predicate.Always.TRUE)),
        PredicateWriter.node(other.node()),
        guarded(other.node(), found));
  }

  /// Writes one or more steps after a clause that binds the node from which they start.
  OngoingReading readFrom(OngoingReading start, Rows rows) {
    return switch (rows) {
      case Rows.Argument _ -> start;
      case Rows.Expand(var source, var hop) ->
          match(
              Optional.of(readFrom(start, source)),
              PredicateWriter.pattern(hop),
              PredicateWriter.guard(hop));
      default -> throw new Bug("only steps lead from a node: " + rows);
    };
  }

  /// Writes rows, a condition added to the clause that introduces them.
  private static OngoingReading read(Rows rows, Predicate where) {
    return switch (rows) {
      case Rows.Filter(var source, var more) -> read(source, Predicate.and(List.of(more, where)));
      case Rows.Scan(var node) ->
          match(Optional.empty(), PredicateWriter.node(node), guarded(node, where));
      case Rows.Lookup(var node, var key, var value) -> {
        var found = new Predicate.Compare(key, Predicate.Operator.EQ, value);
        yield match(
            Optional.empty(),
            PredicateWriter.node(node),
            guarded(node, Predicate.and(List.of(found, where))));
      }
      case Rows.Search search -> search(search, where);
      case Rows.Unwind(var list, var name) ->
          Cypher.unwind(ExpressionWriter.of(list)).as(name.name());
      case Rows.Expand(var source, var hop) ->
          match(
              source instanceof Rows.Argument
                  ? Optional.empty()
                  : Optional.of(read(source, Predicate.Always.TRUE)),
              PredicateWriter.pattern(hop),
              Predicate.and(List.of(PredicateWriter.guard(hop), where)));
      case Rows.OptionalExpand(var source, var hop) -> {
        var match = read(source, Predicate.Always.TRUE).optionalMatch(PredicateWriter.pattern(hop));
        var guard = PredicateWriter.guard(hop);
        yield guard.equals(Predicate.Always.TRUE) ? match : match.where(PredicateWriter.of(guard));
      }
      case Rows.Distinct distinct ->
          filtered(different(read(distinct.source(), Predicate.Always.TRUE), distinct), where);
      case Rows.Group group -> filtered(GroupWriter.write(group), where);
      case Rows.Paths paths -> filtered(PathsWriter.write(paths), where);
      case Rows.Batches portions -> portions(portions);
      case Rows.Collect gathered -> gathered(gathered);
      case Rows.UnwindNodes members -> members(members, where);
      case Rows.PathNodes(var path, var node) ->
          Cypher.unwind(Cypher.raw("nodes($E)", Cypher.name(path.name()))).as(node.name());
      case Rows.PathRelationships(var path, var edge) ->
          Cypher.unwind(Cypher.raw("relationships($E)", Cypher.name(path.name()))).as(edge.name());
      case Rows.Changes changes -> filtered(ChangesWriter.write(changes), where);
      case Rows.Unit _, Rows.Argument _, Rows.Sort _, Rows.Skip _, Rows.Limit _ ->
          throw new Bug("rows cannot be read here: " + rows);
    };
  }

  private static OngoingReading search(Rows.Search search, Predicate where) {
    var node = search.node();
    var score = Cypher.name(search.score().name());
    return filtered(
        Cypher.call("db.index.fulltext.queryNodes")
            .withArgs(Cypher.literalOf(Model.SEARCH_INDEX), ExpressionWriter.of(search.phrase()))
            .yield(Cypher.name("node").as(node.name()), Cypher.name("score").as(score))
            .with(name(node), score),
        guarded(node, Predicate.and(List.of(new Predicate.HasLabel(node), where))));
  }

  /// Holds nodes and not what is shown of them, which is read later.
  private static OngoingReading gathered(Rows.Collect gathered) {
    return new RowsWriter()
        .read(gathered.source())
        .with(Cypher.collect(each(gathered.nodes())).as(gathered.nodes().list().name()));
  }

  private static Expression each(Rows.CollectedNodes found) {
    var node = Cypher.name(found.node().name());
    return found.score().isEmpty()
        ? node
        : Cypher.listOf(node, Cypher.name(found.score().get().name()));
  }

  private static OngoingReading unwind(Expression list, Rows.CollectedNodes found) {
    var node = found.node().name();
    var each = Cypher.unwind(list).as(node);
    return found.score().isEmpty()
        ? each
        : each.with(
            Cypher.raw("$E[0]", Cypher.name(node)).as(node),
            Cypher.raw("$E[1]", Cypher.name(node)).as(found.score().get().name()));
  }

  private static OngoingReading portions(Rows.Batches portions) {
    return read(portions.source(), Predicate.Always.TRUE)
        .unwind(
            Cypher.raw(
                "range(0, size($E) - 1, " + portions.batch().size() + ")",
                Cypher.name(portions.nodes().name())))
        .as(portions.batch().start().name());
  }

  private static OngoingReading members(Rows.UnwindNodes members, Predicate where) {
    var found = members.nodes();
    var nodes = Cypher.name(found.list().name());
    var some =
        members
            .batch()
            .<Expression>map(portion -> {
              var start = Cypher.name(portion.start().name());
              return Cypher.raw("$E[$E..$E + " + portion.size() + "]", nodes, start, start);
            })
            .orElse(nodes);
    var each = unwind(some, found);
    return where.equals(Predicate.Always.TRUE)
        ? each
        : filtered(each.with(variables(members)), where);
  }

  private static OngoingReading filtered(
      OrderableOngoingReadingAndWithWithoutWhere with, Predicate where) {
    return where.equals(Predicate.Always.TRUE) ? with : with.where(PredicateWriter.of(where));
  }

  private static Predicate guarded(NodeVariable node, Predicate where) {
    return Predicate.and(List.of(node.guard(), where));
  }

  private static OngoingReading match(
      Optional<OngoingReading> before, PatternElement pattern, Predicate where) {
    var match = before.isPresent() ? before.get().match(pattern) : Cypher.match(pattern);
    return where.equals(Predicate.Always.TRUE) ? match : match.where(PredicateWriter.of(where));
  }

  /// Groups where something of the way is kept, by which rows get different too.
  private static OrderableOngoingReadingAndWithWithoutWhere different(
      OngoingReading read, Rows.Distinct distinct) {
    var node = name(distinct.node());
    if (distinct.via().isEmpty()) {
      return read.withDistinct(node);
    }
    var way = distinct.via().get();
    return read.with(node, Cypher.collect(Cypher.name(way.node().name())).as(way.nodes().name()));
  }

  private static OngoingReading cut(Page page) {
    var with =
        page.source() instanceof Rows.Distinct distinct
            ? different(read(distinct.source(), Predicate.Always.TRUE), distinct)
            : read(page.source(), Predicate.Always.TRUE).with(variables(page.source()));
    if (page.order().isEmpty()) {
      return cut(with, page);
    }
    var ordered = with.orderBy(page.order().toArray(SortItem[]::new));
    if (page.skip().isPresent()) {
      var skipped = ordered.skip(page.skip().get());
      return page.limit().isPresent() ? skipped.limit(page.limit().get()) : skipped;
    }
    return page.limit().isPresent() ? ordered.limit(page.limit().get()) : ordered;
  }

  /// Keeps the first of rows that need no order, such as the one row of totals.
  private static OngoingReading cut(OrderableOngoingReadingAndWithWithoutWhere with, Page page) {
    return page.limit().isPresent() && page.skip().isEmpty()
        ? with.limit(page.limit().get())
        : fail(page);
  }

  private static OngoingReading fail(Page page) {
    throw new Bug("a page without an order: " + page.source());
  }

  private static IdentifiableElement name(Variable bound) {
    return Cypher.name(bound.name());
  }

  /// Returns what later clauses can ask of rows.
  static List<IdentifiableElement> variables(Rows rows) {
    return switch (rows) {
      case Rows.Scan(var node) -> List.of(name(node));
      case Rows.Lookup(var node, _, _) -> List.of(name(node));
      case Rows.Search(var node, _, var score) -> List.of(name(node), Cypher.name(score.name()));
      case Rows.Unwind(_, var name) -> List.of(Cypher.name(name.name()));
      case Rows.Distinct(_, var node, var way) ->
          way.map(kept -> List.of(name(node), Cypher.name(kept.nodes().name())))
              .orElseGet(() -> List.of(name(node)));
      case Rows.Unit _, Rows.Argument _ -> List.of();
      case Rows.Expand(var source, var hop) -> with(variables(source), hop);
      case Rows.OptionalExpand(var source, var hop) -> with(variables(source), hop);
      case Rows.Group group -> GroupWriter.names(group);
      case Rows.Changes changes -> ChangesWriter.names(changes);
      case Rows.Paths paths -> List.of(Cypher.name(paths.name().name()));
      case Rows.Collect(_, var found) -> List.of(Cypher.name(found.list().name()));
      case Rows.Batches(_, var nodes, Rows.Batch(var start, _)) ->
          List.of(Cypher.name(nodes.name()), Cypher.name(start.name()));
      case Rows.UnwindNodes(var found, _) ->
          found
              .score()
              .map(score -> List.of(name(found.node()), Cypher.name(score.name())))
              .orElseGet(() -> List.of(name(found.node())));
      case Rows.PathNodes(_, var node) -> List.of(name(node));
      case Rows.PathRelationships(_, var edge) -> List.of(name(edge));
      case Rows.Filter(var source, _) -> variables(source);
      case Rows.Sort(var source, _) -> variables(source);
      case Rows.Skip(var source, _) -> variables(source);
      case Rows.Limit(var source, _, _) -> variables(source);
    };
  }

  private static List<IdentifiableElement> with(List<IdentifiableElement> variables, Hop hop) {
    var all = new ArrayList<>(variables);
    all.add(name(hop.relationship()));
    all.add(name(hop.to()));
    return all;
  }

  /// The outer steps of a query, which become one `WITH`.
  private record Page(
      Rows source, List<SortItem> order, Optional<Expression> skip, Optional<Expression> limit) {

    static Page of(Rows rows, Optional<Expression> limit) {
      return switch (rows) {
        case Rows.Limit(var source, var count, var more) ->
            of(
                source,
                Optional.of(
                    more == 0
                        ? ExpressionWriter.of(count)
                        : ExpressionWriter.of(count).add(Cypher.literalOf(more))));
        case Rows.Skip(var source, var count) -> {
          var page = of(source, limit);
          yield new Page(
              page.source(), page.order(), Optional.of(ExpressionWriter.of(count)), page.limit());
        }
        case Rows.Sort(var source, var order) ->
            new Page(
                source,
                order.stream().map(ExpressionWriter::sorted).toList(),
                Optional.empty(),
                limit);
        default -> new Page(rows, List.of(), Optional.empty(), limit);
      };
    }

    boolean isPlain() {
      return order.isEmpty() && limit.isEmpty() && skip.isEmpty();
    }
  }
}
