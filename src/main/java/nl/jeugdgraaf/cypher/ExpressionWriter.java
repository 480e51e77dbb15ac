package nl.jeugdgraaf.cypher;

import java.util.List;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SortItem;

/// Writes values.
///
/// Where a function would fail on a stored value of the wrong type, the value is tested first: a
/// wrong value is as good as none, and no error of the whole.
final class ExpressionWriter {
  private ExpressionWriter() {}

  static Expression of(Term term) {
    return switch (term) {
      case Property property -> property(property);
      case nl.jeugdgraaf.plan.Parameter parameter -> Cypher.parameter(parameter.name());
      case Term.Bucketed(var day, var unit) ->
          Cypher.raw(
              "CASE WHEN $E IS :: DATE NOT NULL THEN date.truncate($E, $E) END",
              of(day),
              of(unit),
              of(day));
      case Term.Count(Rows.UnwindNodes(var found, var portion)) when portion.isEmpty() ->
          Cypher.size(Cypher.name(found.list().name()));
      case Term.Count(var rows) ->
          Cypher.count(new RowsWriter().read(rows).returning(Cypher.literalOf(1)).build());
      case Term.Days(var from, var to) ->
          Cypher.raw(
              "CASE WHEN $E IS :: DATE AND $E IS :: DATE THEN duration.inDays($E, $E).days END",
              of(from),
              of(to),
              of(from),
              of(to));
      case Term.ElementId(var edge) -> Cypher.raw("elementId($E)", Cypher.name(edge.name()));
      case Term.MapEntry(var map, var key) -> Cypher.property(map.name(), key);
      case Term.First(var rows, var inner) ->
          Cypher.head(Cypher.collect(RowsWriter.ofOne().read(rows).returning(of(inner)).build()));
      case Term.Lower(var text) ->
          Cypher.raw("CASE WHEN $E IS :: STRING THEN toLower($E) END", of(text), of(text));
      case Term.Named(var name) -> Cypher.name(name);
      case Term.PathLength(var path) -> Cypher.raw("length($E)", Cypher.name(path.name()));
      case Term.RelationshipType(var edge) -> Cypher.raw("type($E)", Cypher.name(edge.name()));
      case Term.Present(var node) -> Cypher.raw("$E IS NOT NULL", Cypher.name(node.name()));
      case Term.TypeName(var node, var types) ->
          Cypher.raw(
              "head([label IN labels($E) WHERE label IN $E])",
              Cypher.name(node.name()),
              Cypher.listOf(types.stream().<Expression>map(Cypher::literalOf).toList()));
    };
  }

  /// A value that the caller may not read is as good as none.
  private static Expression property(Property property) {
    var stored = Cypher.property(property.of().name(), property.attribute().property());
    return property.isOpen()
        ? stored
        : Cypher.raw("CASE WHEN $E THEN $E END", PredicateWriter.of(property.guard()), stored);
  }

  static SortItem sorted(nl.jeugdgraaf.plan.Rows.SortKey level) {
    var value = of(level.term());
    return level.descending() ? value.descending() : value.ascending();
  }

  /// Returns whether there is a value in every row that the schema allows. What one type of an
  /// interface must have, another may not know.
  static boolean isThere(Term term) {
    return switch (term) {
      case Property(var of, var attribute, var guard) ->
          guard.equals(Predicate.Always.TRUE)
              && attribute.equals(of.entity().attributes().get(attribute.name()))
              && attribute.type().required()
              && !attribute.type().list();
      case Term.Count _, Term.ElementId _, Term.TypeName _, Term.Present _ -> true;
      case Term.PathLength _, Term.RelationshipType _ -> true;
      case Term.Named _, Term.MapEntry _, nl.jeugdgraaf.plan.Parameter _ -> false;
      case Term.Bucketed _, Term.Days _, Term.First _, Term.Lower _ -> false;
    };
  }

  /// Returns a value to compute with: missing where it is of another type than promised.
  static Expression typed(Term term, Scalar.BuiltIn scalar) {
    var value = of(term);
    if (term instanceof Term.Days) {
      return value;
    }
    if (scalar == Scalar.BuiltIn.INT) {
      return Cypher.raw(
          "CASE WHEN $E IS :: INTEGER AND -2147483648 <= $E <= 2147483647 THEN $E END",
          value,
          value,
          value);
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
    return Cypher.raw("CASE WHEN $E IS :: " + type + " THEN $E END", value, value);
  }

  static List<Expression> all(List<? extends Term> terms) {
    return terms.stream().map(ExpressionWriter::of).toList();
  }
}
