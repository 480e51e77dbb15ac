package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Subject;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Binder;
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
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// The ways from nodes to the youths whose data they are.
///
/// They are followed without guards: a caller who may not see a youth may still see data of it.
final class SubjectPaths {
  private final Model model;
  private final Permissions permissions;
  private final Binder binder;
  private @Nullable Parameter namedBelow;

  /// @param model the graph
  /// @param permissions say what is data of persons
  /// @param binder of the plan
  SubjectPaths(Model model, Permissions permissions, Binder binder) {
    this.model = model;
    this.permissions = permissions;
    this.binder = binder.ofAudit();
  }

  private Parameter namedBelow() {
    if (namedBelow == null) {
      namedBelow = binder.parameter(new ParameterSource.Literal(SubjectColumns.NAMED_BELOW));
    }
    return namedBelow;
  }

  /// Returns the binder that reads without guards.
  Binder binder() {
    return binder;
  }

  /// Returns how a type leads to youths.
  Optional<Subject> subject(NodeType type) {
    return permissions.subject(type);
  }

  /// Returns whether a node can be data of persons.
  boolean isPersonal(NodeVariable node) {
    return !types(node).isEmpty();
  }

  /// Returns whether a type, or the type of a `Type.attribute`, can be data of persons that the
  /// caller may see.
  boolean isPersonal(String coordinate) {
    int dot = coordinate.indexOf('.');
    return model.find(dot < 0 ? coordinate : coordinate.substring(0, dot)).stream()
        .flatMap(entity -> model.concrete(entity).stream())
        .anyMatch(type -> !permissions.node(type).never() && subject(type).isPresent());
  }

  private List<NodeType> types(NodeVariable node) {
    return model.concrete(node.entity()).stream()
        .filter(type -> subject(type).isPresent())
        .toList();
  }

  /// Returns nodes whose youths are all the youths of rows, and adds what these cover. Of two with
  /// the same youths it is the one that is nearer to them.
  ///
  /// @param bound what the rows bind
  /// @param covered names of nodes whose youths are told already
  List<NodeVariable> persons(BoundNodes bound, Set<String> covered) {
    var persons = new ArrayList<NodeVariable>();
    for (var node : bound.nodes()) {
      if (!isPersonal(node) || !covered.add(node.name())) {
        continue;
      }
      var hop = bound.hops().get(node.name());
      if (hop == null || !covered.contains(hop.from().name()) || !isSame(hop)) {
        persons.add(node);
      } else if (!bound.optional().contains(node.name()) && isNearer(node, hop.from())) {
        persons.replaceAll(it -> it.name().equals(hop.from().name()) ? node : it);
      }
    }
    return persons;
  }

  /// Returns whether a node leads to one youth in fewer steps than another does.
  private boolean isNearer(NodeVariable node, NodeVariable other) {
    return node.entity() instanceof NodeType one
        && other.entity() instanceof NodeType two
        && subject(one).isPresent()
        && subject(two).isPresent()
        && subject(one).get().path().size() < subject(two).get().path().size()
        && subject(two).get().path().stream()
            .findFirst()
            .map(two.relationships()::get)
            .filter(step -> !step.target().many())
            .isPresent();
  }

  /// Returns the persons among the nodes that steps from a node reach.
  List<NodeVariable> persons(Rows steps, NodeVariable from) {
    var covered = new HashSet<String>();
    if (isPersonal(from)) {
      covered.add(from.name());
    }
    return persons(BoundNodes.of(steps), covered);
  }

  /// Returns whether a relationship leads from a node to others of the same youths: it is a step of
  /// the way from one of them to its youths, and the same on every day.
  boolean isSame(Hop hop) {
    if (hop.isChain()
        || hop.relationship().entity().temporal()
        || !(hop.from().entity() instanceof NodeType from)
        || !(hop.to().entity() instanceof NodeType to)) {
      return false;
    }
    var own = subject(from);
    var other = subject(to);
    return own.isPresent()
        && other.isPresent()
        && (firstStep(from, own.get()).filter(it -> leads(it, hop)).isPresent()
            || firstStep(to, other.get())
                .filter(it -> !it.target().many() && leads(it, hop.reversed()))
                .isPresent());
  }

  private static Optional<RelationshipField> firstStep(NodeType from, Subject subject) {
    return subject.path().stream().findFirst().map(from.relationships()::get);
  }

  private static boolean leads(RelationshipField field, Hop hop) {
    return !field.isChain()
        && field.type().equals(hop.relationship().type())
        && field.direction() == hop.direction()
        && field.target().entity().equals(hop.to().entity().name());
  }

  /// Returns columns with the youths of a node: keys, or lists of rows of one key.
  List<Column> of(NodeVariable node) {
    return types(node).stream().map(type -> of(node, type)).toList();
  }

  private Column of(NodeVariable node, NodeType type) {
    var youths = youths(new Rows.Argument(node), node, type);
    if (!(youths.rows() instanceof Rows.Argument)) {
      return youths.column();
    }
    return new Column.Value(
        node.entity() instanceof InterfaceType
            ? new Term.Guarded(new Predicate.HasLabel(youths.youth()), youths.key())
            : youths.key());
  }

  /// Returns columns with all youths of the nodes that rows bind.
  List<Column> all(Rows rows, NodeVariable node) {
    return types(node).stream().map(type -> youths(rows, node, type).distinct().column()).toList();
  }

  /// Returns columns with the youths of the nodes that rows bind, but no more than decide whether
  /// they are named.
  List<Column> few(Rows rows, NodeVariable node) {
    return types(node).stream()
        .map(type -> youths(rows, node, type).distinct().limited(namedBelow()).column())
        .toList();
  }

  /// Rows that lead to youths.
  private record Youths(Rows rows, NodeVariable youth, Term key) {
    Youths distinct() {
      return new Youths(new Rows.Distinct(rows, youth), youth, key);
    }

    Youths limited(Parameter most) {
      return new Youths(new Rows.Limit(rows, most, 0), youth, key);
    }

    Column column() {
      return new Column.NestedRows(new Projection(rows, List.of(new Column.Value(key))));
    }
  }

  private Youths youths(Rows start, NodeVariable first, NodeType type) {
    var rows = start;
    var node = binder.as(first, type);
    var at = type;
    var path = subject(type).map(Subject::path).orElse(List.of());
    var isOther = first.entity() instanceof InterfaceType;
    if (path.isEmpty() && isOther && !(start instanceof Rows.Argument)) {
      rows = new Rows.Filter(rows, new Predicate.HasLabel(node));
    }
    for (var step : path) {
      var relationship = at.relationships().get(step);
      if (relationship == null) {
        throw new Bug("no relationship " + at.name() + "." + step);
      }
      var hop = binder.hopInAllPeriods(node, relationship, first.day());
      rows = new Rows.Expand(rows, hop);
      if (isOther) {
        rows = new Rows.Filter(rows, new Predicate.HasLabel(node));
        isOther = false;
      }
      node = hop.to();
      at = model.node(relationship.target().entity());
    }
    return new Youths(rows, node, binder.property(node, at.key()));
  }
}
