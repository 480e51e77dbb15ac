package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Source;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// One page of a connection while its fields are compiled: the query that `edges` and `pageInfo`
/// share.
final class PageQuery {
  private final Scope scope;
  private final Map<String, Input> arguments;
  private final Reached reached;
  private final Columns columns = new Columns();
  private final List<Rows.Order> order;
  private final Source.Digest digest;
  private final Shape.Page page;
  private Optional<Shape.Place> place = Optional.empty();
  private boolean asksMore;

  PageQuery(Scope scope, Origin origin, Map<String, Input> arguments, int column) {
    this.scope = scope;
    this.arguments = arguments;
    this.reached = origin.reach(scope, arguments);
    this.order = new ArrayList<>(origin.order(scope, reached, arguments.get("sort")));
    this.digest = digest(origin);
    var first = cursorOrCount("first");
    var last = cursorOrCount("last");
    if (first.isPresent() && last.isPresent()) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "first and last are both given; give one, or the page is open.");
    }
    var backward = last.isPresent();
    this.page =
        new Shape.Page(
            column,
            scope.binder().parameter(size(backward ? last : first, backward ? "last" : "first")),
            backward,
            cursorOrCount(backward ? "before" : "after").isPresent());
  }

  private Source.Digest digest(Origin origin) {
    var values = new ArrayList<Source>();
    var form =
        origin.parent()
            + "."
            + origin.typeName(scope.model())
            + (origin instanceof Origin.Related related
                ? related.relationship().name() + related.everyPeriod()
                : "")
            + InputForm.of(arguments.get("where"), values)
            + InputForm.of(arguments.get("phrase"), values)
            + InputForm.of(arguments.get("sort"), values);
    return new Source.Digest(form, values);
  }

  private Optional<Input.Leaf> cursorOrCount(String name) {
    return Optional.ofNullable(arguments.get(name))
        .filter(Input.Leaf.class::isInstance)
        .map(Input.Leaf.class::cast);
  }

  private static Source size(Optional<Input.Leaf> given, String name) {
    return given.isPresent()
        ? new Source.Within(given.get().source(), name, 0, Limits.PAGE_ROWS_MAX)
        : new Source.Literal(Limits.PAGE_ROWS_MAX);
  }

  Reached reached() {
    return reached;
  }

  /// Returns the nested row of a relationship, for what is selected of it.
  Columns columns() {
    return columns;
  }

  Shape.Page page() {
    return page;
  }

  /// Returns what a cursor is made of; from then on the order leaves nothing open.
  Shape.Place place() {
    if (place.isEmpty()) {
      total();
      var positions = order.stream().map(level -> columns.value(level.term())).toList();
      place = Optional.of(new Shape.Place(positions, scope.binder().parameter(digest)));
    }
    return place.get();
  }

  /// Tells relationships apart that are alike in all by which they are sorted.
  private void total() {
    reached
        .edge()
        .map(edge -> new Rows.Order(new Term.ElementId(edge), false))
        .filter(level -> !order.contains(level))
        .ifPresent(order::add);
  }

  Shape info(boolean next) {
    asksMore = true;
    return new Shape.PageInfo(page, new Shape.Fact.More(next));
  }

  Shape end(boolean last) {
    return new Shape.PageInfo(page, new Shape.Fact.End(last, place()));
  }

  /// Returns the finished column.
  Column column() {
    var forward = cursorOrCount("after");
    var backward = cursorOrCount("before");
    if (forward.isPresent() || backward.isPresent()) {
      total();
    }
    var conditions = new ArrayList<Where>();
    forward.ifPresent(cursor -> conditions.add(new Where.After(order, values(cursor), present())));
    backward.ifPresent(
        cursor -> conditions.add(new Where.After(reversed(), values(cursor), present())));
    Rows rows = reached.rows();
    if (!conditions.isEmpty()) {
      rows = new Rows.Filter(rows, Where.all(conditions));
    }
    rows = new Rows.Sort(rows, page.backward() ? reversed() : order);
    rows = new Rows.Limit(rows, page.size(), asksMore ? 1 : 0);
    return new Column.Many(new Project(rows, columns.list()));
  }

  private Set<Term> present() {
    return reached.rows() instanceof Rows.Filter(_, var where) ? where.present() : Set.of();
  }

  private List<Rows.Order> reversed() {
    return order.stream().map(Rows.Order::reversed).toList();
  }

  private List<Parameter> values(Input.Leaf cursor) {
    var values = new ArrayList<Parameter>();
    for (int i = 0; i < order.size(); i++) {
      values.add(scope.binder().parameter(new Source.InCursor(cursor.source(), digest, i)));
    }
    return values;
  }
}
