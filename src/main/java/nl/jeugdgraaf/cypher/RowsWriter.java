package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.Bound;
import nl.jeugdgraaf.plan.BoundNode;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;

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
    return page.isPlain() ? read(page.source(), Where.Always.TRUE) : cut(page);
  }

  /// Writes rows, a condition added to the clause that introduces them.
  private OngoingReading read(Rows rows, Where where) {
    return switch (rows) {
      case Rows.Filter(var source, var more) -> read(source, Where.all(List.of(more, where)));
      case Rows.Scan(var node) ->
          match(Optional.empty(), Conditions.node(node), guarded(node, where));
      case Rows.Lookup(var node, var key, var value) -> {
        var found = new Where.Compare(key, Where.Operator.EQ, value);
        yield match(
            Optional.empty(),
            Conditions.node(node),
            guarded(node, Where.all(List.of(found, where))));
      }
      case Rows.Expand(var source, var hop) ->
          match(
              source instanceof Rows.Argument
                  ? Optional.empty()
                  : Optional.of(read(source, Where.Always.TRUE)),
              Conditions.pattern(hop),
              Where.all(List.of(Conditions.guard(hop), where)));
      case Rows.Distinct(var source, var node) -> {
        var distinct = read(source, Where.Always.TRUE).withDistinct(name(node));
        yield where.equals(Where.Always.TRUE) ? distinct : distinct.where(Conditions.of(where));
      }
      case Rows.Argument _, Rows.Sort _, Rows.Skip _, Rows.Limit _ ->
          throw new Bug("rows cannot be read here: " + rows);
    };
  }

  private static Where guarded(BoundNode node, Where where) {
    return Where.all(List.of(node.guard(), where));
  }

  private static OngoingReading match(
      Optional<OngoingReading> before, PatternElement pattern, Where where) {
    var match = before.isPresent() ? before.get().match(pattern) : Cypher.match(pattern);
    return where.equals(Where.Always.TRUE) ? match : match.where(Conditions.of(where));
  }

  private OngoingReading cut(Page page) {
    var distinct = page.source() instanceof Rows.Distinct;
    var source = page.source() instanceof Rows.Distinct(var inner, _) ? inner : page.source();
    var names = variables(page.source()).stream().map(RowsWriter::name).toList();
    var read = read(source, Where.Always.TRUE);
    var with = distinct ? read.withDistinct(names) : read.with(names);
    if (page.order().isEmpty()) {
      throw new Bug("a page without an order");
    }
    var ordered = with.orderBy(page.order().toArray(SortItem[]::new));
    if (page.skip().isPresent()) {
      var skipped = ordered.skip(page.skip().get());
      return page.limit().isPresent() ? skipped.limit(page.limit().get()) : skipped;
    }
    return page.limit().isPresent() ? ordered.limit(page.limit().get()) : ordered;
  }

  private static IdentifiableElement name(Bound bound) {
    return Cypher.name(bound.variable());
  }

  /// Returns what later clauses can ask of rows.
  private static List<Bound> variables(Rows rows) {
    return switch (rows) {
      case Rows.Scan(var node) -> List.of(node);
      case Rows.Lookup(var node, _, _) -> List.of(node);
      case Rows.Distinct(_, var node) -> List.of(node);
      case Rows.Argument _ -> List.of();
      case Rows.Expand(var source, var hop) -> {
        var all = new ArrayList<>(variables(source));
        if (!hop.edge().entity().isNone()) {
          all.add(hop.edge());
        }
        all.add(hop.to());
        yield all;
      }
      case Rows.Filter(var source, _) -> variables(source);
      case Rows.Sort(var source, _) -> variables(source);
      case Rows.Skip(var source, _) -> variables(source);
      case Rows.Limit(var source, _) -> variables(source);
    };
  }

  /// The outer steps of a query, which become one `WITH`.
  private record Page(
      Rows source, List<SortItem> order, Optional<Expression> skip, Optional<Expression> limit) {

    static Page of(Rows rows, Optional<Expression> limit) {
      return switch (rows) {
        case Rows.Limit(var source, var count) ->
            of(source, Optional.of(Conditions.parameter(count)));
        case Rows.Skip(var source, var count) -> {
          var page = of(source, limit);
          yield new Page(
              page.source(), page.order(), Optional.of(Conditions.parameter(count)), page.limit());
        }
        case Rows.Sort(var source, var order) ->
            new Page(source, order.stream().map(Page::item).toList(), Optional.empty(), limit);
        default -> new Page(rows, List.of(), Optional.empty(), limit);
      };
    }

    private static SortItem item(Rows.Order level) {
      var property = Conditions.property(level.property());
      return level.descending() ? property.descending() : property.ascending();
    }

    boolean isPlain() {
      return order.isEmpty() && limit.isEmpty() && skip.isEmpty();
    }
  }
}
