package nl.jeugdgraaf.compile;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputShape;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// One page of a connection while its fields are compiled: the query that `edges` and `pageInfo`
/// share.
final class PageQuery {
  /// Rows that come in pages.
  ///
  /// @param reached the rows
  /// @param order in which they come
  /// @param name what tells the list from others, for its cursors
  /// @param given what else does, beside the arguments of the connection
  record PagedList(
      ConnectionRows reached, List<Rows.SortKey> order, String name, List<Input> given) {}

  private final Scope scope;
  private final Map<String, Input> arguments;
  private final ConnectionRows reached;
  private final Columns columns = new Columns();
  private final List<Rows.SortKey> order;
  private final ParameterSource.ListDigest digest;
  private final Shape.PageRows page;
  private Optional<Shape.CursorValues> place = Optional.empty();
  private boolean asksMore;

  /// @param scope what holds in the connection
  /// @param list the rows that come in pages
  /// @param arguments of the connection
  /// @param column position that is kept for the page
  PageQuery(Scope scope, PagedList list, Map<String, Input> arguments, int column) {
    oneWay(arguments);
    this.scope = scope;
    this.arguments = arguments;
    this.reached = list.reached();
    this.order = new ArrayList<>(list.order());
    this.digest = digest(list);
    var first = cursorOrCount(Argument.FIRST);
    var last = cursorOrCount(Argument.LAST);
    var backward = last.isPresent();
    this.page =
        new Shape.PageRows(
            column,
            scope
                .binder()
                .parameter(
                    size(backward ? last : first, backward ? Argument.LAST : Argument.FIRST)),
            backward,
            cursorOrCount(backward ? Argument.BEFORE : Argument.AFTER).isPresent());
  }

  /// Refuses wrong page arguments where nothing of the page is selected. Cursors are read when
  /// their parameters get values, in a statement that does not use them.
  ///
  /// @param list the rows that would come in pages
  static void check(Scope scope, Supplier<PagedList> list, Map<String, Input> arguments) {
    if (arguments.get(Argument.AFTER) instanceof Input.Leaf
        || arguments.get(Argument.BEFORE) instanceof Input.Leaf) {
      new PageQuery(scope, list.get(), arguments, 0).column();
      return;
    }
    oneWay(arguments);
    for (var name : List.of(Argument.FIRST, Argument.LAST)) {
      if (arguments.get(name) instanceof Input.Leaf count) {
        scope.binder().parameter(size(Optional.of(count), name));
      }
    }
  }

  private static void oneWay(Map<String, Input> arguments) {
    if (arguments.get(Argument.FIRST) instanceof Input.Leaf
        && arguments.get(Argument.LAST) instanceof Input.Leaf) {
      throw new ProblemException(
          Problem.of(Code.BAD_USER_INPUT, "first and last are both given; give only one.")
              .in(Argument.LAST));
    }
  }

  private ParameterSource.ListDigest digest(PagedList list) {
    var values = new ArrayList<ParameterSource>();
    var form = new StringBuilder(list.name());
    for (var given : list.given()) {
      form.append(InputShape.of(given, values));
    }
    for (var name : List.of(Argument.WHERE, Argument.PHRASE, Argument.SORT, Argument.AS_OF)) {
      form.append(InputShape.of(arguments.get(name), values));
    }
    return new ParameterSource.ListDigest(form.toString(), values);
  }

  private Optional<Input.Leaf> cursorOrCount(String name) {
    return Optional.ofNullable(arguments.get(name))
        .filter(Input.Leaf.class::isInstance)
        .map(Input.Leaf.class::cast);
  }

  private static ParameterSource size(Optional<Input.Leaf> given, String name) {
    return given.isPresent()
        ? new ParameterSource.RequireInRange(given.get().source(), name, 0, Limits.PAGE_ROWS_MAX)
        : new ParameterSource.Literal(Limits.PAGE_ROWS_MAX);
  }

  ConnectionRows reached() {
    return reached;
  }

  /// Returns the nested row of a relationship, for what is selected of it.
  Columns columns() {
    return columns;
  }

  Shape.PageRows page() {
    return page;
  }

  /// Returns what a cursor is made of; from then on the order leaves nothing open.
  Shape.CursorValues place() {
    if (place.isEmpty()) {
      total();
      var positions = order.stream().map(level -> columns.value(level.term())).toList();
      place = Optional.of(new Shape.CursorValues(positions, scope.binder().parameter(digest)));
    }
    return place.get();
  }

  /// Tells relationships apart that are alike in all by which they are sorted.
  private void total() {
    reached
        .relationship()
        .map(edge -> new Rows.SortKey(new Term.ElementId(edge), false))
        .filter(level -> !order.contains(level))
        .ifPresent(order::add);
  }

  /// Returns the shape of `pageInfo`.
  Shape info(SelectionCompiler selections, List<SelectionSet> selected) {
    return selections.object(
        ApiNames.PAGE_INFO,
        selected,
        inner ->
            switch (ApiField.of(ApiField.PageInfo.class, inner.name())) {
              case HAS_NEXT_PAGE -> new Shape.Field(inner.key(), more(true), true);
              case HAS_PREVIOUS_PAGE -> new Shape.Field(inner.key(), more(false), true);
              case START_CURSOR -> new Shape.Field(inner.key(), end(false), false);
              case END_CURSOR -> new Shape.Field(inner.key(), end(true), false);
            });
  }

  private Shape more(boolean next) {
    asksMore = true;
    return new Shape.PageInfo(page, new Shape.Fact.More(next));
  }

  private Shape end(boolean last) {
    return new Shape.PageInfo(page, new Shape.Fact.End(last, place()));
  }

  /// Returns the finished column.
  Column column() {
    var forward = cursorOrCount(Argument.AFTER);
    var backward = cursorOrCount(Argument.BEFORE);
    if (forward.isPresent() || backward.isPresent()) {
      total();
    }
    var conditions = new ArrayList<Predicate>();
    forward.ifPresent(
        cursor -> conditions.add(new Predicate.After(order, values(cursor), present())));
    backward.ifPresent(
        cursor -> conditions.add(new Predicate.After(reversed(), values(cursor), present())));
    Rows rows = reached.rows();
    if (!conditions.isEmpty()) {
      rows = new Rows.Filter(rows, Predicate.and(conditions));
    }
    rows = new Rows.Sort(rows, page.backward() ? reversed() : order);
    rows = new Rows.Limit(rows, page.size(), asksMore ? 1 : 0);
    return new Column.NestedRows(new Projection(rows, columns.list()));
  }

  private Set<Term> present() {
    return reached.rows() instanceof Rows.Filter(_, var where) ? where.present() : Set.of();
  }

  private List<Rows.SortKey> reversed() {
    return order.stream().map(Rows.SortKey::reversed).toList();
  }

  private List<Parameter> values(Input.Leaf cursor) {
    var values = new ArrayList<Parameter>();
    for (int i = 0; i < order.size(); i++) {
      values.add(
          scope.binder().parameter(new ParameterSource.CursorValue(cursor.source(), digest, i)));
    }
    return values;
  }
}
