package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// The persons that conditions look at on the way from a node to others: whether a row is there,
/// and in which place, reveals something about them.
///
/// @param paths lead to youths
record SubjectConditions(SubjectPaths paths) {
  /// Persons that fit a condition.
  ///
  /// @param node the node of which the condition is asked
  /// @param steps leads from rows that bind it to rows that bind the person
  /// @param person the person
  record Fitting(NodeVariable node, UnaryOperator<Rows> steps, NodeVariable person) {}

  /// Returns the persons that fit a condition; those of the node itself are not among them.
  List<Fitting> of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.SemiJoin(var hop, var inner, _) -> of(hop, inner);
      case Predicate.Exists(var rows) -> of(rows);
      case Predicate.Compare(var term, _, var value) -> {
        var all = new ArrayList<>(of(term));
        all.addAll(of(value));
        yield all;
      }
      case Predicate.IsNull(var term) -> of(term);
      case Predicate.Or(var parts) -> parts.stream().flatMap(part -> of(part, parts)).toList();
      default -> predicate.children().stream().flatMap(child -> of(child).stream()).toList();
    };
  }

  /// A condition that is asked only where a value is given tells of nobody where none is.
  private Stream<Fitting> of(Predicate part, List<Predicate> alternatives) {
    var given =
        Predicate.and(
            alternatives.stream()
                .filter(it -> it instanceof Predicate.IsNull(Parameter _))
                .map(Predicate::not)
                .toList());
    return of(part).stream()
        .map(fitting ->
            new Fitting(
                fitting.node(),
                rows -> fitting.steps().apply(filtered(rows, given)),
                fitting.person()));
  }

  private List<Fitting> of(Hop hop, Predicate inner) {
    UnaryOperator<Rows> step = rows -> filtered(new Rows.Expand(rows, hop), kept(inner));
    var all = new ArrayList<Fitting>();
    if (paths.isPersonal(hop.to()) && !paths.isSame(hop)) {
      UnaryOperator<Rows> onTheWay = rows -> new Rows.Expand(rows, hop);
      all.add(new Fitting(hop.from(), hop.isChain() ? onTheWay : step, hop.to()));
    }
    for (var fitting : of(inner)) {
      UnaryOperator<Rows> further = rows -> fitting.steps().apply(step.apply(rows));
      all.add(new Fitting(hop.from(), further, fitting.person()));
    }
    return all;
  }

  private List<Fitting> of(Rows steps) {
    var from = BoundNodes.argument(steps);
    if (from.isEmpty()) {
      return List.of();
    }
    var reached = BoundNodes.from(new Rows.Argument(from.get()), steps);
    var all = new ArrayList<Fitting>();
    for (var person : paths.persons(reached, from.get())) {
      all.add(new Fitting(from.get(), rows -> BoundNodes.from(rows, reached), person));
    }
    for (var chain : BoundNodes.chains(reached)) {
      if (paths.isPersonal(chain.hop().to())) {
        all.add(new Fitting(from.get(), rows -> BoundNodes.from(rows, chain), chain.hop().to()));
      }
    }
    return all;
  }

  /// Returns the persons that a value is made of.
  List<Fitting> of(Term term) {
    return switch (term) {
      case Term.Count(var rows) -> of(rows);
      case Term.First(var rows, _) -> of(rows);
      case Term.Guarded(_, var inner) -> of(inner);
      case Term.Folded(var inner, _) -> of(inner);
      case Term.Collated(var folded) -> of(folded);
      case Term.Missing(var inner) -> of(inner);
      case Term.Bucketed(var inner, _) -> of(inner);
      default -> List.of();
    };
  }

  /// Returns whether the condition could only cease to hold if a person were not there: then the
  /// rows for which it holds lead to all persons about whom it reveals anything.
  boolean isMonotone(Predicate predicate) {
    return switch (predicate) {
      case Predicate.And(var parts) -> parts.stream().allMatch(this::isMonotone);
      case Predicate.Or(var parts) -> parts.stream().allMatch(this::isMonotone);
      case Predicate.Alternatives(var parts, _) -> parts.stream().allMatch(this::isMonotone);
      case Predicate.SemiJoin(_, var inner, var quantity)
          when quantity == Predicate.Quantity.SOME ->
          isMonotone(inner);
      case Predicate.Not(Predicate.Not(var part)) -> isMonotone(part);
      default -> of(predicate).isEmpty();
    };
  }

  /// Returns rows with all those that a condition took away because of a person.
  Rows candidates(Rows rows) {
    return rows instanceof Rows.Filter(var source, var predicate)
        ? filtered(candidates(source), kept(predicate))
        : rows.mapChildren(this::candidates);
  }

  private Predicate kept(Predicate predicate) {
    return Predicate.and(predicate.conjuncts().stream().filter(this::isMonotone).toList());
  }

  private static Rows filtered(Rows rows, Predicate predicate) {
    return predicate.equals(Predicate.Always.TRUE) ? rows : new Rows.Filter(rows, predicate);
  }
}
