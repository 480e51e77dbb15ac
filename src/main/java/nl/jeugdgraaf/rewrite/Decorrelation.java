package nl.jeugdgraaf.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Plan.NodeSet;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Asks a nested quantifier once for each node, and not once for each way that leads to the node.
///
/// `SOME{n-r-m | SOME{m-s-k | p(k)}} -> SOME{n-r-m | m IN q}` with the set `q = Filter(Scan m,
/// SOME{m-s-k | p(k)})`, found before all else; the same for the other quantifiers and for totals.
///
/// Sound because what is asked of `m` depends on `m` and on parameters only. A set is found where
/// several nodes lead to one `m`, so that the same would be asked again: three quantifiers in each
/// other over 170 products of one region ask 170 times three and not 170 to the fourth. Rows that
/// begin at a key are few, so there only quantifiers over many inside of quantifiers over many are
/// found first. Nodes with data of persons are never found first: there are many of them, and
/// rarely do several nodes lead to one.
///
/// This is the decorrelation of subqueries (Neumann and Kemper, Unnesting Arbitrary Queries, 2015),
/// for one form. For one plan and one thread.
public final class Decorrelation {
  private final java.util.function.Predicate<NodeType> small;
  private final Map<Predicate, NodeSet> found = new HashMap<>();
  private final List<NodeSet> sets = new ArrayList<>();

  private Decorrelation(java.util.function.Predicate<NodeType> small) {
    this.small = small;
  }

  /// {@return a plan that gives the same rows, and asks nested quantifiers once for each node}
  ///
  /// @param plan the plan, rewritten by all laws
  /// @param small whether all nodes of a type may be looked at for one answer
  public static Plan of(Plan plan, java.util.function.Predicate<NodeType> small) {
    var decorrelation = new Decorrelation(small);
    var subjects = plan.subjects().map(decorrelation::root);
    var roots = plan.roots().stream().map(decorrelation::root).toList();
    return new Plan(roots, subjects, decorrelation.sets);
  }

  private Projection root(Projection root) {
    return query(root, true);
  }

  /// @param few whether the rows of the query around it are few
  private Projection query(Projection query, boolean few) {
    var isFew = few && isFew(query.rows());
    return new Projection(
        rows(query.rows(), isFew),
        query.columns().stream()
            .map(column -> column.mapNested(nested -> query(nested, isFew)))
            .toList());
  }

  private static boolean isFew(Rows rows) {
    return !(rows instanceof Rows.Scan) && rows.children().stream().allMatch(Decorrelation::isFew);
  }

  private Rows rows(Rows rows, boolean few) {
    var inner = rows.mapChildren(child -> rows(child, few));
    return switch (inner) {
      case Rows.Filter(var source, var predicate) -> new Rows.Filter(source, ofRow(predicate, few));
      case Rows.Group(var source, var member, var keys, var aggregates) ->
          new Rows.Group(
              source,
              member,
              keys,
              aggregates.stream()
                  .map(one -> new Rows.Aggregate(one.name(), total(one.aggregation(), few)))
                  .toList());
      default -> inner;
    };
  }

  private Aggregation total(Aggregation aggregation, boolean few) {
    return aggregation instanceof Aggregation.CountRelated(var from, var related, var node)
        ? new Aggregation.CountRelated(from, rows(related, few), node)
        : aggregation;
  }

  /// What is asked of a row is asked once; what is asked inside of that, of the nodes around it,
  /// may be asked again and again.
  private Predicate ofRow(Predicate predicate, boolean few) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, var quantity) ->
          new Predicate.SemiJoin(
              hop, ofNode(asked, new Reached(hop, few, hop.leadsToMany())), quantity);
      case Predicate.Exists(var rows) -> new Predicate.Exists(related(rows, few));
      default -> predicate.mapChildren(part -> ofRow(part, few));
    };
  }

  /// Rows of a total: what is asked of the node at the end of their hop.
  private Rows related(Rows rows, boolean few) {
    var inner = rows.mapChildren(child -> related(child, few));
    return inner instanceof Rows.Filter(Rows.Expand(var source, var hop), var predicate)
        ? new Rows.Filter(
            new Rows.Expand(source, hop),
            ofNode(predicate, new Reached(hop, few, hop.leadsToMany())))
        : inner;
  }

  /// A node to which a quantifier leads.
  ///
  /// @param hop leads to it
  /// @param few whether the rows are few from which all began
  /// @param fanned whether a hop to many nodes led to it
  private record Reached(Hop hop, boolean few, boolean fanned) {
    NodeVariable node() {
      return hop.to();
    }

    Reached over(Hop next) {
      return new Reached(next, few, fanned || next.leadsToMany());
    }
  }

  private Predicate ofNode(Predicate predicate, Reached at) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, var quantity) -> {
        var inner = new Predicate.SemiJoin(hop, ofNode(asked, at.over(hop)), quantity);
        yield isSame(hop.from(), at.node()) && isAskedAgain(inner, at)
            ? once(inner, at.node())
            : inner;
      }
      case Predicate.Exists(var rows) -> {
        var inner = new Predicate.Exists(related(rows, at.few()));
        yield begins(rows, at.node()) && isAskedAgain(inner, at) ? once(inner, at.node()) : inner;
      }
      default -> predicate.mapChildren(part -> ofNode(part, at));
    };
  }

  private boolean isAskedAgain(Predicate predicate, Reached at) {
    return at.hop().isShared()
        && (!at.few() || (at.fanned() && fansOut(predicate)))
        && at.node().entity() instanceof NodeType type
        && small.test(type)
        && !at.node().labels().isEmpty()
        && isClosed(predicate);
  }

  private Predicate once(Predicate predicate, NodeVariable node) {
    var set =
        found.computeIfAbsent(
            predicate,
            asked -> {
              var all = new Projection(new Rows.Filter(new Rows.Scan(node), asked), List.of());
              var made =
                  new NodeSet(
                      new Term.Named("s" + sets.size()), new AnchorAtKey().apply(all).rows(), node);
              sets.add(made);
              return made;
            });
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

  private static boolean fansOut(Predicate predicate) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var asked, _) -> hop.leadsToMany() || fansOut(asked);
      case Predicate.Exists _ -> true;
      default -> predicate.children().stream().anyMatch(Decorrelation::fansOut);
    };
  }

  private static boolean isSame(NodeVariable one, NodeVariable other) {
    return one.name().equals(other.name());
  }
}
