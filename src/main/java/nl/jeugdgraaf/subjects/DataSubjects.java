package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.SubjectColumns;

/// Finds by the plan of an operation about which youths its answer could reveal something. This is
/// the one place that decides whom the audit log names.
///
/// Each query of a plan gets columns with the youths whose data its rows are, whatever is shown of
/// the rows. Youths are also behind totals, groups and conditions: of those the columns hold just
/// enough to name them if there are fewer than [SubjectColumns#NAMED_BELOW].
public final class DataSubjects {
  private final SubjectPaths paths;
  private final SubjectConditions conditions;

  /// Finds the youths for one plan.
  ///
  /// @param model the graph
  /// @param permissions say what is data of persons
  /// @param binder of the plan
  public DataSubjects(Model model, Permissions permissions, Binder binder) {
    this.paths = new SubjectPaths(model, permissions, binder);
    this.conditions = new SubjectConditions(paths);
  }

  /// A plan with columns of youths.
  ///
  /// @param plan the plan
  /// @param columns which these are: for each of its roots, and after these for its query of
  ///   subjects
  public record Accounted(Plan plan, List<SubjectColumns> columns) {
    /// Copies the list.
    public Accounted {
      columns = List.copyOf(columns);
    }
  }

  /// Adds the youths to a plan.
  ///
  /// @param plan the plan as compiled
  /// @return a plan with the same rows, and more columns at the end of each
  public Accounted of(Plan plan) {
    var first = plan.roots().stream().findFirst().filter(DataSubjects::hasOneRow);
    var behind = new SubjectQuery(first.map(Projection::columns).orElse(List.of()));
    new IdentifierConditions(paths, behind).add(plan);
    var queries = new ArrayList<SubjectQuery>();
    var rows = new ArrayList<Rows>();
    for (var root : plan.roots()) {
      var isFirst = queries.isEmpty() && first.isPresent();
      queries.add(isFirst ? behind : new SubjectQuery(root.columns()));
      rows.add(account(root, Around.NOTHING, queries.getLast(), behind));
    }
    if (first.isEmpty() && !behind.columns().isEmpty()) {
      queries.add(behind);
    }
    var roots = new ArrayList<Projection>();
    for (int i = 0; i < rows.size(); i++) {
      roots.add(new Projection(rows.get(i), queries.get(i).columns()));
    }
    var subjects =
        queries.size() > rows.size()
            ? Optional.of(new Projection(new Rows.Unit(), behind.columns()))
            : Optional.<Projection>empty();
    return new Accounted(
        new Plan(roots, subjects, plan.sets()),
        queries.stream().map(SubjectQuery::subjects).toList());
  }

  /// The youths behind conditions come with the first row where there always is one: a query of
  /// their own costs as much again as a short answer.
  private static boolean hasOneRow(Projection query) {
    return query.rows() instanceof Rows.Unit || query.rows() instanceof Rows.Collect;
  }

  /// Returns what is data of persons.
  ///
  /// @param coordinates types, and `Type.attribute`
  /// @return those of types that can be data of persons that the caller may see
  public List<String> personal(List<String> coordinates) {
    return coordinates.stream().filter(paths::isPersonal).toList();
  }

  /// What is known from the queries around a query.
  ///
  /// @param covered names of nodes whose youths are named there
  /// @param collected rows of nodes that were gathered in a list, by its name
  private record Around(Set<String> covered, Map<String, Rows> collected) {
    private static final Around NOTHING = new Around(Set.of(), Map.of());
  }

  /// Adds the youths of one query.
  ///
  /// @param own gets those that its rows tell
  /// @param enclosing gets those that only a query around it can find
  /// @return its rows, which keep what the columns need
  private Rows account(Projection query, Around around, SubjectQuery own, SubjectQuery enclosing) {
    var group = SubjectGroup.of(query.rows());
    if (group.isPresent()) {
      return group(query, group.get(), around, own, enclosing);
    }
    var covered = new HashSet<>(around.covered());
    chains(query.rows(), covered, enclosing);
    var bound = BoundNodes.of(query.rows());
    paths.persons(bound, covered).forEach(node -> own.named(paths.of(node)));
    new Conditions(around.collected(), enclosing) {
      @Override
      void holds(SubjectConditions.Fitting fitting, Rows candidates) {
        if (bound.contains(fitting.node())) {
          own.counted(few(fitting, new Rows.Argument(fitting.node())), Optional.empty());
        } else {
          each(fitting, candidates, enclosing);
        }
      }

      @Override
      void decided(SubjectConditions.Fitting fitting, Rows candidates) {
        each(fitting, candidates, enclosing);
      }
    }.visit(query.rows());
    IdentifierConditions.ofId(paths, enclosing, query.rows());
    covered.addAll(path(query.rows(), own));
    var inside = new Around(covered, gathered(query.rows(), around.collected()));
    for (int i = 0; i < query.columns().size(); i++) {
      nested(query.columns().get(i), i, inside, own);
    }
    return query.rows();
  }

  /// Adds the youths of all that chains reach, once for the node where they start.
  private void chains(Rows rows, Set<String> covered, SubjectQuery enclosing) {
    for (var chain : BoundNodes.chains(rows)) {
      var node = chain.hop().to();
      if (paths.isPersonal(node) && covered.add(node.name())) {
        enclosing.named(paths.all(chain, node));
      }
    }
  }

  private void nested(Column column, int position, Around around, SubjectQuery own) {
    if (column instanceof Column.Value) {
      return;
    }
    var subjects = new ArrayList<SubjectColumns>();
    var accounted =
        column.mapNested(query -> {
          var inner = new SubjectQuery(query.columns());
          var rows = account(query, around, inner, own);
          subjects.add(inner.subjects());
          return new Projection(rows, inner.columns());
        });
    own.replace(position, accounted, subjects);
  }

  /// Adds the youths on a path, and returns the names of the nodes that are read of it.
  private Set<String> path(Rows rows, SubjectQuery own) {
    if (rows instanceof Rows.PathNodes(_, var node)) {
      return Set.of(node.name());
    }
    pathOf(rows)
        .ifPresent(path -> {
          var node = paths.binder().pathNode(path.from().node().day());
          if (paths.isPersonal(node)) {
            var nodes = new SubjectQuery(List.of());
            nodes.named(paths.of(node));
            var read = new Projection(new Rows.PathNodes(path.name(), node), nodes.columns());
            own.query(new Column.NestedRows(read), nodes.subjects());
          }
        });
    return Set.of();
  }

  private static Optional<Rows.Paths> pathOf(Rows rows) {
    return switch (rows) {
      case Rows.Paths path -> Optional.of(path);
      case Rows.Sort(var source, _) -> pathOf(source);
      case Rows.Limit(var source, _, _) -> pathOf(source);
      default -> Optional.empty();
    };
  }

  private static Map<String, Rows> gathered(Rows rows, Map<String, Rows> before) {
    var all = new HashMap<>(before);
    gather(rows, all);
    return all;
  }

  private static void gather(Rows rows, Map<String, Rows> all) {
    if (rows instanceof Rows.Collect(var source, var nodes)) {
      all.put(nodes.list().name(), source);
    }
    rows.children().forEach(child -> gather(child, all));
  }

  private Rows group(
      Projection query,
      SubjectGroup group,
      Around around,
      SubjectQuery own,
      SubjectQuery enclosing) {
    var columns = new SubjectGroup.Columns(paths, group.group(), own);
    columns.members(new HashSet<>(around.covered()));
    new Conditions(around.collected(), enclosing) {
      @Override
      void holds(SubjectConditions.Fitting fitting, Rows candidates) {
        columns.fitting(fitting);
      }

      @Override
      void decided(SubjectConditions.Fitting fitting, Rows candidates) {
        if (group.group().keys().isEmpty()) {
          enclosing.counted(few(fitting, candidates), Optional.empty());
        } else {
          each(fitting, candidates, enclosing);
        }
      }
    }.visit(group.group().source());
    if (group.hidesSome()) {
      columns.ofAllGroups().ifPresent(all -> enclosing.query(all.column(), all.subjects()));
    }
    return SubjectGroup.with(query.rows(), columns.group());
  }

  /// Adds the persons for each of the rows that could have been there or not: few behind one row
  /// are named, however many there are behind all.
  private void each(SubjectConditions.Fitting fitting, Rows candidates, SubjectQuery enclosing) {
    var row = new SubjectQuery(List.of());
    row.counted(few(fitting, new Rows.Argument(fitting.node())), Optional.empty());
    var query = new Projection(candidates, row.columns());
    enclosing.query(new Column.NestedRows(query), row.subjects());
  }

  private List<Column> few(SubjectConditions.Fitting fitting, Rows start) {
    return paths.few(fitting.steps().apply(start), fitting.person());
  }

  /// Rows before a page move the page where one of them goes.
  private void behindSkip(Rows skipped, SubjectQuery enclosing) {
    for (NodeVariable node : paths.persons(BoundNodes.of(skipped), new HashSet<>())) {
      enclosing.counted(paths.few(skipped, node), Optional.empty());
    }
  }

  /// Visits the conditions and orders by which rows are there.
  private abstract class Conditions {
    private final Map<String, Rows> collected;
    private final SubjectQuery enclosing;

    private Conditions(Map<String, Rows> collected, SubjectQuery enclosing) {
      this.collected = collected;
      this.enclosing = enclosing;
    }

    /// A condition that holds of each row.
    abstract void holds(SubjectConditions.Fitting fitting, Rows candidates);

    /// A condition or an order that also reveals something about rows that are not there.
    abstract void decided(SubjectConditions.Fitting fitting, Rows candidates);

    void visit(Rows rows) {
      visit(rows, false);
    }

    /// @param gathered whether the rows were put in a list: what holds of each of them is told
    ///   where they are taken out of it
    private void visit(Rows rows, boolean gathered) {
      switch (rows) {
        case Rows.Filter(var source, var predicate) -> {
          for (var part : predicate.conjuncts()) {
            var candidates = conditions.candidates(rows);
            for (var fitting : conditions.of(part)) {
              if (!conditions.isMonotone(part)) {
                decided(fitting, candidates);
              } else if (!gathered) {
                holds(fitting, candidates);
              }
            }
          }
          visit(source, gathered);
        }
        case Rows.Sort(var source, var order) -> {
          for (var level : order) {
            conditions.of(level.term()).forEach(it -> decided(it, conditions.candidates(source)));
          }
          visit(source, gathered);
        }
        case Rows.Skip(Rows.Sort sorted, var count) -> {
          behindSkip(new Rows.Limit(sorted, count, 0), enclosing);
          visit(sorted, gathered);
        }
        case Rows.UnwindNodes(var nodes, _) ->
            Optional.ofNullable(collected.get(nodes.list().name())).ifPresent(this::heldBefore);
        case Rows.Collect(var source, _) -> visit(source, true);
        case Rows other -> other.children().forEach(child -> visit(child, gathered));
      }
    }

    private void heldBefore(Rows rows) {
      switch (rows) {
        case Rows.Filter(var source, var predicate) -> {
          for (var part : predicate.conjuncts()) {
            if (conditions.isMonotone(part)) {
              conditions.of(part).forEach(fitting -> holds(fitting, rows));
            }
          }
          heldBefore(source);
        }
        case Rows other -> other.children().forEach(this::heldBefore);
      }
    }
  }
}
