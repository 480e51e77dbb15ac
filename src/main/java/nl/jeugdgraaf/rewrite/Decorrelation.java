package nl.jeugdgraaf.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.estimate.CostEstimate;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Plan.NodeSet;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;

/// Asks a nested quantifier once for each node, and not once for each way that leads to the node.
///
/// `SOME{n-r-m | SOME{m-s-k | p(k)}} -> SOME{n-r-m | m IN q}` with the set `q = Filter(Scan m,
/// SOME{m-s-k | p(k)})`, found before all else; the same for the other quantifiers and for totals.
///
/// Sound because what is asked of `m` depends on `m` and on parameters only. A set is found where
/// several nodes lead to one `m`, and where to find it reads less than to ask each time: three
/// quantifiers in each other over 170 products of one region ask 170 times three and not 170 to the
/// fourth, and a look-up by key finds no set. Nodes with data of persons are never found first:
/// there are many of them, and rarely do several nodes lead to one.
///
/// This is the decorrelation of subqueries (Neumann and Kemper, Unnesting Arbitrary Queries, 2015),
/// for one form. For one plan and one thread.
public final class Decorrelation {
  private final java.util.function.Predicate<NodeType> open;
  private final GraphSizes sizes;
  private final Map<Predicate, NodeSet> found = new HashMap<>();
  private final List<NodeSet> sets = new ArrayList<>();

  private Decorrelation(java.util.function.Predicate<NodeType> open, GraphSizes sizes) {
    this.open = open;
    this.sizes = sizes;
  }

  /// {@return a plan that gives the same rows, and asks nested quantifiers once for each node}
  ///
  /// @param plan the plan, rewritten by all laws
  /// @param open whether nodes of a type hold no data of persons
  /// @param sizes of the graph
  public static Plan of(Plan plan, java.util.function.Predicate<NodeType> open, GraphSizes sizes) {
    var decorrelation = new Decorrelation(open, sizes);
    var subjects = plan.subjects().map(query -> decorrelation.query(query, 1));
    var roots = plan.roots().stream().map(root -> decorrelation.query(root, 1)).toList();
    return new Plan(roots, subjects, decorrelation.sets);
  }

  /// @param times how often it is asked
  private Projection query(Projection query, double times) {
    var each = times * CostEstimate.rows(query.rows(), sizes);
    return new Projection(
        rows(query.rows(), times),
        query.columns().stream()
            .map(column -> column.mapNested(nested -> query(nested, each)))
            .toList());
  }

  private Rows rows(Rows rows, double times) {
    var inner = rows.mapChildren(child -> rows(child, times));
    return switch (inner) {
      case Rows.Filter(var source, var predicate) ->
          new Rows.Filter(source, ofRow(predicate, times * CostEstimate.rows(source, sizes)));
      case Rows.Group(var source, var member, var keys, var aggregates) -> {
        var each = times * CostEstimate.rows(source, sizes);
        yield new Rows.Group(
            source,
            member,
            keys,
            aggregates.stream()
                .map(one -> new Rows.Aggregate(one.name(), total(one.aggregation(), each)))
                .toList());
      }
      default -> inner;
    };
  }

  private Aggregation total(Aggregation aggregation, double times) {
    return aggregation instanceof Aggregation.CountRelated(var from, var related, var node)
        ? new Aggregation.CountRelated(from, rows(related, times), node)
        : aggregation;
  }

  /// What is asked of a row is asked once; what is asked inside of that, of the nodes around it,
  /// may be asked again and again.
  private Predicate ofRow(Predicate predicate, double times) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, var quantity) ->
          new Predicate.SemiJoin(hop, ofNode(asked, new Reached(hop, times(hop, times))), quantity);
      case Predicate.Exists(var rows) -> new Predicate.Exists(related(rows, times));
      default -> predicate.mapChildren(part -> ofRow(part, times));
    };
  }

  /// Rows of a total: what is asked of the node at the end of their hop.
  private Rows related(Rows rows, double times) {
    var inner = rows.mapChildren(child -> related(child, times));
    return inner instanceof Rows.Filter(Rows.Expand(var source, var hop), var predicate)
        ? new Rows.Filter(
            new Rows.Expand(source, hop), ofNode(predicate, new Reached(hop, times(hop, times))))
        : inner;
  }

  private double times(Hop hop, double times) {
    return times * sizes.of(hop);
  }

  /// A node to which a quantifier leads.
  ///
  /// @param hop leads to it
  /// @param times how often it is reached
  private record Reached(Hop hop, double times) {
    NodeVariable node() {
      return hop.to();
    }
  }

  private Predicate ofNode(Predicate predicate, Reached at) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, var quantity) -> {
        var next = new Reached(hop, times(hop, at.times()));
        var inner = new Predicate.SemiJoin(hop, ofNode(asked, next), quantity);
        yield isSame(hop.from(), at.node()) ? asked(inner, at) : inner;
      }
      case Predicate.Exists(var rows) -> {
        var inner = new Predicate.Exists(related(rows, at.times()));
        yield begins(rows, at.node()) ? asked(inner, at) : inner;
      }
      default -> predicate.mapChildren(part -> ofNode(part, at));
    };
  }

  /// Returns what is asked of a node, or that it is in the set of nodes for which that holds.
  private Predicate asked(Predicate predicate, Reached at) {
    var node = at.node();
    if (!at.hop().isShared()
        || !(node.entity() instanceof NodeType type && open.test(type))
        || node.labels().isEmpty()
        || !isClosed(predicate)) {
      return predicate;
    }
    var known = found.get(predicate);
    if (known != null) {
      return new Predicate.InList(node, known.name());
    }
    var scan = new Rows.Filter(new Rows.Scan(node), predicate);
    var rows = new AnchorAtKey().apply(new Projection(scan, List.of())).rows();
    if (at.times() * CostEstimate.reads(predicate, sizes) <= CostEstimate.reads(rows, sizes)) {
      return predicate;
    }
    var set = GuardRelaxation.keep(node, rows, sets.size());
    found.put(predicate, set);
    sets.add(set);
    return new Predicate.InList(node, set.name());
  }

  /// Returns whether nothing in a predicate is bound outside of it but the node of which it is
  /// asked: a law may have put a node of the rows where a hop ends.
  private static boolean isClosed(Predicate predicate) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, _) ->
          !hop.to().labels().isEmpty() && isClosed(asked);
      default -> predicate.children().stream().allMatch(Decorrelation::isClosed);
    };
  }

  private static boolean begins(Rows rows, NodeVariable node) {
    return rows instanceof Rows.Argument(var start)
        ? isSame(start, node)
        : !rows.children().isEmpty()
            && rows.children().stream().allMatch(child -> begins(child, node));
  }

  private static boolean isSame(NodeVariable one, NodeVariable other) {
    return one.name().equals(other.name());
  }
}
