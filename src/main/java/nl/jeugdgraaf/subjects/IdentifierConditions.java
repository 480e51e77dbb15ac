package nl.jeugdgraaf.subjects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Compare;
import nl.jeugdgraaf.plan.Predicate.Operator;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// The youths that a caller names by a value: who asks for a name, a birth date or a key looks for
/// a youth, whatever else is asked beside it, and whether it is seen or not.
final class IdentifierConditions {
  private final SubjectPaths paths;
  private final SubjectQuery query;
  private final Map<Identifier, List<ParameterSource>> equal = new LinkedHashMap<>();

  /// A field that identifies youths.
  ///
  /// @param type of the youths
  /// @param day that was asked
  /// @param attribute the field
  /// @param folding how values are compared without letter case and accents; absent where they
  ///   count
  private record Identifier(
      NodeType type, Term day, Attribute attribute, Optional<Parameter> folding) {}

  /// @param paths lead to youths
  /// @param query gets the youths
  IdentifierConditions(SubjectPaths paths, SubjectQuery query) {
    this.paths = paths;
    this.query = query;
  }

  /// Adds the youths that are named anywhere in a plan.
  void add(Plan plan) {
    plan.roots().forEach(this::gather);
    equal.forEach((identifier, values) -> {
      if (values.size() == 1 && identifier.attribute().key() && identifier.folding().isEmpty()) {
        byKey(identifier, values.getFirst());
        return;
      }
      var list = paths.binder().parameter(new ParameterSource.ListOf(values));
      named(List.of(new Identified(identifier, Operator.IN, list)));
    });
  }

  /// One youth by its key is a look-up, as most operations about one youth are.
  private void byKey(Identifier identifier, ParameterSource value) {
    var youth = paths.binder().node(identifier.type(), identifier.day());
    var key = paths.binder().property(youth, identifier.attribute());
    var found = new Rows.Lookup(youth, key, paths.binder().parameter(value));
    query.named(
        List.of(new Column.NestedRows(new Projection(found, List.of(new Column.Value(key))))));
  }

  private void gather(Projection projection) {
    gather(projection.rows());
    for (var column : projection.columns()) {
      column.nested().forEach(this::gather);
    }
  }

  private void gather(Rows rows) {
    switch (rows) {
      case Rows.Filter(_, var predicate) -> gather(predicate);
      case Rows.Lookup(_, var key, var value) -> gather(new Compare(key, Operator.EQ, value));
      case Rows.Sort(_, var order) -> order.forEach(level -> gather(level.term()));
      default -> {}
    }
    rows.children().forEach(this::gather);
  }

  private void gather(Term term) {
    switch (term) {
      case Term.Count(var rows) -> gather(rows);
      case Term.First(var rows, _) -> gather(rows);
      case Term.Collated(var folded) -> gather(folded.text());
      case Term.Missing(var inner) -> gather(inner);
      default -> {}
    }
  }

  private void gather(Predicate predicate) {
    var together = new LinkedHashMap<String, List<Identified>>();
    for (var part : predicate.conjuncts()) {
      identified(part)
          .ifPresentOrElse(
              found -> {
                if (found.operator() == Operator.EQ) {
                  equal
                      .computeIfAbsent(found.identifier(), _ -> new ArrayList<>())
                      .add(found.value().source());
                } else {
                  together.computeIfAbsent(name(part), _ -> new ArrayList<>()).add(found);
                }
              },
              () -> gatherInside(part));
    }
    together.values().forEach(this::named);
  }

  private void gatherInside(Predicate part) {
    switch (part) {
      case Predicate.Exists(var rows) -> gather(rows);
      case Compare(var term, _, _) -> gather(term);
      default -> part.children().forEach(this::gather);
    }
  }

  /// A comparison of an identifier.
  private record Identified(Identifier identifier, Operator operator, Parameter value) {}

  private Optional<Identified> identified(Predicate predicate) {
    return predicate instanceof Compare(var term, var compared, Parameter value)
        ? property(term)
            .flatMap(this::identifier)
            .map(found ->
                new Identified(
                    new Identifier(found.type(), found.day(), found.attribute(), folding(term)),
                    // Who excludes values names them too.
                    compared == Operator.NOT_IN ? Operator.IN : compared,
                    value))
        : Optional.empty();
  }

  private Optional<Identifier> identifier(Property property) {
    return property.of().entity() instanceof NodeType type
            && paths
                .subject(type)
                .filter(it -> it.identifiers().contains(property.attribute().name()))
                .isPresent()
        ? Optional.of(
            new Identifier(type, property.of().day(), property.attribute(), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Parameter> folding(Term term) {
    return term instanceof Term.Folded(_, var folding) ? Optional.of(folding) : Optional.empty();
  }

  private static Term folded(Property property, Identifier identifier) {
    return identifier
        .folding()
        .<Term>map(folding -> new Term.Folded(property, folding))
        .orElse(property);
  }

  private static Optional<Property> property(Term term) {
    return switch (term) {
      case Property property -> Optional.of(property);
      case Term.Folded(Property property, _) -> Optional.of(property);
      default -> Optional.empty();
    };
  }

  private static String name(Predicate predicate) {
    return predicate instanceof Compare(var term, _, _)
        ? property(term).map(found -> found.of().name()).orElse("")
        : "";
  }

  /// Adds the youths for whom comparisons hold: all where a value is given, else only few, since a
  /// stretch of days or a part of a name that fits many names nobody.
  private void named(List<Identified> comparisons) {
    var first = comparisons.getFirst().identifier();
    var youth = paths.binder().node(first.type(), first.day());
    var holds = new ArrayList<Predicate>();
    for (var comparison : comparisons) {
      var property = paths.binder().property(youth, comparison.identifier().attribute());
      holds.add(
          new Compare(
              folded(property, comparison.identifier()),
              comparison.operator(),
              comparison.value()));
    }
    var rows = new Rows.Filter(new Rows.Scan(youth), Predicate.and(holds));
    if (comparisons.stream().anyMatch(it -> it.operator() == Operator.IN)) {
      query.named(paths.all(rows, youth));
    } else {
      query.counted(paths.few(rows, youth), Optional.empty());
    }
  }

  /// Adds the youth that a row of ids names to the query of these rows.
  ///
  /// @param paths lead to youths
  /// @param query gets the youth
  /// @param rows a look-up by an id, and the condition that it is one of a youth
  static void ofId(SubjectPaths paths, SubjectQuery query, Rows rows) {
    if (rows instanceof Rows.Filter(Rows.Lookup(var node, _, Term.MapEntry id), var isOfType)
        && node.entity() instanceof NodeType type
        && paths.subject(type).filter(it -> it.path().isEmpty()).isPresent()) {
      var youth = paths.binder().node(type, node.day());
      var key = paths.binder().property(youth, type.key());
      var found = new Rows.Filter(new Rows.Lookup(youth, key, id), isOfType);
      query.named(
          List.of(new Column.NestedRows(new Projection(found, List.of(new Column.Value(key))))));
    }
  }
}
