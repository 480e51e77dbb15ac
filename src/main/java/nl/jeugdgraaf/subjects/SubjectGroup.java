package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.SubjectColumns;
import nl.jeugdgraaf.plan.Term;

/// A query of totals or groups, and what is left out of its groups.
///
/// @param group the groups
/// @param having what must hold of a group
/// @param isCut whether groups are left out by their place in an order by totals
record SubjectGroup(Rows.Group group, Predicate having, boolean isCut) {
  /// Returns the groups that rows are, if they are groups.
  static Optional<SubjectGroup> of(Rows rows) {
    var having = Predicate.and(List.of());
    List<Rows.SortKey> order = List.of();
    boolean skips = false;
    boolean limits = false;
    var at = rows;
    while (true) {
      switch (at) {
        case Rows.Limit(var source, var count, _) -> {
          limits |= !count.source().equals(new ParameterSource.Literal(Limits.PAGE_ROWS_MAX));
          at = source;
        }
        case Rows.Skip(var source, _) -> {
          skips = true;
          at = source;
        }
        case Rows.Sort(var source, var keys) -> {
          order = keys;
          at = source;
        }
        case Rows.Filter(var source, var predicate) -> {
          having = predicate;
          at = source;
        }
        case Rows.Group group -> {
          return Optional.of(new SubjectGroup(group, having, isCut(group, order, limits, skips)));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  /// A group with a larger number comes first; where a person goes, no other group takes its place.
  private static boolean isCut(
      Rows.Group group, List<Rows.SortKey> order, boolean limits, boolean skips) {
    return order.stream()
        .anyMatch(level ->
            group.aggregates().stream()
                .filter(total -> total.name().equals(level.term()))
                .anyMatch(total ->
                    skips || (limits && !(level.descending() && counts(total.aggregation())))));
  }

  private static boolean counts(Aggregation aggregation) {
    return !(aggregation instanceof Aggregation.OfValues);
  }

  /// Returns whether groups are left out because of their totals. Without a key there is one group,
  /// which is left out where it is empty; that reveals nothing about anybody.
  boolean hidesSome() {
    var asked =
        having.conjuncts().stream()
            .filter(part -> !part.equals(Predicate.Always.TRUE))
            .filter(part -> !group.keys().isEmpty() || !isNotEmpty(part))
            .toList();
    return isCut || !asked.isEmpty();
  }

  private static boolean isNotEmpty(Predicate predicate) {
    return predicate instanceof Predicate.Compare(_, var operator, Parameter(_, var value))
        && operator == Predicate.Operator.GT
        && value.equals(new ParameterSource.Literal(0));
  }

  /// Returns rows with another group in the place of theirs.
  static Rows with(Rows rows, Rows.Group group) {
    return rows instanceof Rows.Group ? group : rows.mapChildren(child -> with(child, group));
  }

  /// The columns of groups, and the nodes that each group keeps for them.
  static final class Columns {
    private final SubjectPaths paths;
    private final Rows.Group group;
    private final SubjectQuery own;

    /// The same columns, for a query of all groups.
    private final SubjectQuery alone = new SubjectQuery(List.of());

    private final Map<String, Rows.CollectedNodes> kept = new LinkedHashMap<>();
    private final List<Rows.Aggregate> aggregates = new ArrayList<>();

    Columns(SubjectPaths paths, Rows.Group group, SubjectQuery own) {
      this.paths = paths;
      this.group = group;
      this.own = own;
    }

    /// Adds the youths whose data the members are, or what is counted of them. A statistic is made
    /// of the values of all, so then all are named.
    ///
    /// @param covered names of nodes whose youths are told already
    void members(Set<String> covered) {
      var isStatistic =
          group.aggregates().stream()
              .anyMatch(it -> it.aggregation() instanceof Aggregation.OfValues);
      for (var node : paths.persons(BoundNodes.of(group.source()), covered)) {
        var nodes = nodes(node);
        if (isStatistic) {
          named(paths.all(nodes, node));
        } else {
          counted(paths.few(nodes, node), Optional.of(new Column.Value(new Term.Count(nodes))));
        }
      }
      for (var chain : BoundNodes.chains(group.source())) {
        chain(chain.hop(), isStatistic);
      }
      for (var total : group.aggregates()) {
        if (total.aggregation() instanceof Aggregation.CountRelated(var from, var steps, _)) {
          for (var node : paths.persons(steps, from)) {
            counted(paths.few(BoundNodes.from(nodes(from), steps), node), Optional.empty());
          }
        }
      }
    }

    /// Adds the youths of all that a chain reaches from the members, or from the node of the query
    /// around the groups.
    private void chain(Hop hop, boolean isStatistic) {
      if (!paths.isPersonal(hop.to())) {
        return;
      }
      var start =
          BoundNodes.of(group.source()).contains(hop.from())
              ? nodes(hop.from())
              : new Rows.Argument(hop.from());
      var reached = new Rows.Expand(start, hop);
      if (isStatistic) {
        named(paths.all(reached, hop.to()));
      } else {
        counted(paths.few(reached, hop.to()), Optional.empty());
      }
    }

    /// Adds the persons for whom a condition holds of the members.
    void fitting(SubjectConditions.Fitting fitting) {
      var start = nodes(fitting.node());
      counted(paths.few(fitting.steps().apply(start), fitting.person()), Optional.empty());
    }

    private void named(List<Column> youths) {
      own.named(youths);
      alone.named(youths);
    }

    private void counted(List<Column> youths, Optional<Column> objects) {
      own.counted(youths, objects);
      alone.counted(youths, objects);
    }

    private Rows.UnwindNodes nodes(NodeVariable node) {
      var nodes =
          kept.computeIfAbsent(
              node.name(),
              _ -> {
                var list = paths.binder().name();
                aggregates.add(new Rows.Aggregate(list, new Aggregation.CollectNodes(node)));
                return new Rows.CollectedNodes(node, Optional.empty(), list);
              });
      return new Rows.UnwindNodes(nodes, Optional.empty());
    }

    /// Returns the groups with the nodes that they keep.
    Rows.Group group() {
      var all = new ArrayList<>(group.aggregates());
      all.addAll(aggregates);
      return new Rows.Group(group.source(), group.member(), group.keys(), all);
    }

    /// A query of all groups, also of those that are left out.
    record AllGroups(Column column, SubjectColumns subjects) {}

    Optional<AllGroups> ofAllGroups() {
      if (aggregates.isEmpty()) {
        return Optional.empty();
      }
      var all = new Rows.Group(group.source(), group.member(), group.keys(), aggregates);
      var column = new Column.NestedRows(new Projection(all, alone.columns()));
      return Optional.of(new AllGroups(column, alone.subjects()));
    }
  }
}
