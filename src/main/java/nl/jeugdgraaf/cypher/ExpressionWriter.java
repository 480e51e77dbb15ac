package nl.jeugdgraaf.cypher;

import static org.neo4j.cypherdsl.core.Cypher.caseExpression;

import java.util.Optional;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.SymbolicName;

/// Writes values.
///
/// The database does not enforce the types of the schema. Where a function would fail on a stored
/// value of another type, the type is tested first and such a value counts as missing, so that one
/// wrong value does not fail the whole statement.
final class ExpressionWriter {
  /// The name of a value in a condition on the values of a list; such conditions do not nest.
  static final String ELEMENT = "element";

  private ExpressionWriter() {}

  static Expression of(Term term) {
    return switch (term) {
      case Property property -> property(property);
      case nl.jeugdgraaf.plan.Parameter parameter ->
          AlternativesWriter.inRow(parameter).orElseGet(() -> parameter(parameter));
      case Term.Bucketed(var day, var unit) ->
          valueIf(
              RawCypher.isOfType(of(day), "DATE NOT NULL"),
              function("date.truncate", of(unit), of(day)));
      case Term.Collated(var folded) ->
          caseExpression()
              .when(isText(folded))
              .then(RawCypher.joined(folded(folded), of(folded.text())))
              .elseDefault(of(folded.text()));
      case Term.Count(Rows.UnwindNodes(var collected, var batch)) when batch.isEmpty() ->
          Cypher.size(Cypher.name(collected.list().name()));
      case Term.Count(var rows) ->
          Cypher.count(new RowsWriter().read(rows).returning(Cypher.literalOf(1)).build());
      case Term.Days(var from, var to) ->
          valueIf(RawCypher.areDates(of(from), of(to)), days(of(from), of(to)));
      case Term.Element _ -> Cypher.name(ELEMENT);
      case Term.ElementId(var relationship) ->
          function("elementId", Cypher.name(relationship.name()));
      case Term.MapEntry(var map, var key) -> Cypher.property(map.name(), key);
      case Term.First(var rows, var inner) ->
          Cypher.head(
              Cypher.collect(RowsWriter.ofFirstRow().read(rows).returning(of(inner)).build()));
      case Term.Folded folded -> valueIf(isText(folded), folded(folded));
      case Term.Guarded(var guard, var inner) -> valueIf(PredicateWriter.of(guard), of(inner));
      case Term.Missing(var inner) -> of(inner).isNull();
      case Term.Named(var name) -> Cypher.name(name);
      case Term.PathLength(var path) -> length(Cypher.name(path.name()));
      case Term.RelationshipType(var relationship) -> Cypher.type(Cypher.name(relationship.name()));
      case Term.Present(var node) -> Cypher.name(node.name()).isNotNull();
      case Term.Size(var list) -> Cypher.size(PredicateWriter.operand(list));
      case Term.StateOn state -> stateOn(state);
      case Term.TypeName(var node, var types) ->
          RawCypher.firstLabelAmong(
              Cypher.name(node.name()),
              Cypher.listOf(types.stream().<Expression>map(Cypher::literalOf).toList()));
    };
  }

  private static Expression parameter(nl.jeugdgraaf.plan.Parameter parameter) {
    return parameter.source().isOptional()
        ? Cypher.property(Cypher.parameter(nl.jeugdgraaf.plan.Parameter.OPTIONAL), parameter.name())
        : Cypher.parameter(parameter.name());
  }

  private static Condition isText(Term.Folded folded) {
    return RawCypher.isOfType(of(folded.text()), "STRING");
  }

  private static Expression folded(Term.Folded folded) {
    return RawCypher.folded(of(folded.text()), of(folded.replacements()));
  }

  /// The stages are asked from the last one back, so the first that has come is the state.
  private static Expression stateOn(Term.StateOn state) {
    var day = of(state.day());
    var last = state.stages().getLast();
    var choice = caseExpression().when(hasCome(last, day)).then(literal(last.value()));
    for (var stage : state.stages().reversed().subList(1, state.stages().size())) {
      choice = choice.when(hasCome(stage, day)).then(literal(stage.value()));
    }
    if (state.before().isPresent()) {
      var isAhead = of(state.stages().getFirst().from()).gt(day);
      choice = choice.when(isAhead).then(literal(state.before()));
    }
    return choice.elseDefault(of(state.stated()));
  }

  private static Condition hasCome(Term.Stage stage, Expression day) {
    var hasCome = of(stage.from()).lte(day);
    return stage.only().equals(Predicate.Always.TRUE)
        ? hasCome
        : hasCome.and(PredicateWriter.of(stage.only()));
  }

  private static Expression literal(Optional<String> value) {
    return value.<Expression>map(Cypher::literalOf).orElseGet(Cypher::literalNull);
  }

  /// Where the caller may not read a property, its value is missing.
  private static Expression property(Property property) {
    var stored = Cypher.property(property.of().name(), property.attribute().property());
    return property.isOpen() ? stored : valueIf(PredicateWriter.of(property.guard()), stored);
  }

  static SortItem sorted(Rows.SortKey key) {
    var value = of(key.term());
    return key.descending() ? value.descending() : value.ascending();
  }

  /// Returns whether the schema promises a value in every row. One type of an interface can lack
  /// what another type must have.
  static boolean isPromised(Term term) {
    return switch (term) {
      case Property(var of, var attribute, var guard) ->
          guard.equals(Predicate.Always.TRUE)
              && attribute.equals(of.entity().attributes().get(attribute.name()))
              && attribute.type().required()
              && !attribute.type().list();
      case Term.Collated(var folded) -> isPromised(folded.text());
      case Term.Count _, Term.ElementId _, Term.TypeName _, Term.Present _ -> true;
      case Term.Missing _, Term.Element _ -> true;
      case Term.PathLength _, Term.RelationshipType _ -> true;
      case Term.Named _, Term.MapEntry _, nl.jeugdgraaf.plan.Parameter _ -> false;
      case Term.Bucketed _, Term.Days _, Term.First _, Term.Folded _ -> false;
      case Term.Guarded _, Term.Size _, Term.StateOn _ -> false;
    };
  }

  /// Returns a value to compute with: missing where it is not of the type that the schema promises.
  static Expression typed(Term term, Scalar.BuiltIn scalar) {
    var value = of(term);
    if (term instanceof Term.Days) {
      return value;
    }
    if (scalar == Scalar.BuiltIn.INT) {
      return valueIf(RawCypher.isInt(value), value);
    }
    var type =
        switch (scalar) {
          case INT, LONG, DURATION -> "INTEGER";
          case FLOAT -> "INTEGER | FLOAT";
          case DATE -> "DATE";
          case DATE_TIME -> "ZONED DATETIME";
          case STRING, ID -> "STRING";
          case BOOLEAN -> "BOOLEAN";
        };
    return valueIf(RawCypher.isOfType(value, type), value);
  }

  /// Returns a value where the condition is true, and null elsewhere.
  static Expression valueIf(Condition condition, Expression value) {
    return caseExpression().when(condition).then(value);
  }

  /// Returns the number of days between two days.
  static Expression days(Expression from, Expression to) {
    return Cypher.property(function("duration.inDays", from, to), "days");
  }

  /// Returns the number of relationships of a path.
  static Expression length(SymbolicName path) {
    return function("length", path);
  }

  /// Returns the call of a function for which Cypher-DSL has no method that takes these arguments.
  static Expression function(String name, Expression... arguments) {
    return Cypher.call(name).withArgs(arguments).asFunction();
  }
}
