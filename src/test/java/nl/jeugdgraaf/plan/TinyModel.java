package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;

/// Authors, books and publishers: a graph small enough to read the plans of a test at a glance.
///
/// One instance makes the variables and parameters of one plan, so that they are numbered from 0:
/// nodes `n0`, `n1`, relationships `r0`, parameters `$p0`.
public final class TinyModel {
  private static final String SCHEMA =
      """
      "An author (auteur)"
      type Author @node {
        "Its number (nummer)"
        key: ID! @key
        "Its name (naam)"
        name: String!
        "What the author wrote (boeken)"
        books: [Book!]! @relationship(type: "WROTE", direction: OUT)
      }

      "A book (boek)"
      type Book @node {
        "Its number (nummer)"
        isbn: ID! @key
        "What it is called (titel)"
        title: String!
        "When it came out (jaar)"
        year: Int
        "What it is about (trefwoorden)"
        subjects: [String!]
        "Who wrote it (auteurs)"
        authors: [Author!]! @relationship(type: "WROTE", direction: IN)
        "Who sells it (uitgevers)"
        publishers: [Publisher!]!
          @relationship(type: "PUBLISHES", direction: IN, properties: "Contract")
      }

      "A publisher (uitgever)"
      type Publisher @node {
        "Its code (code)"
        code: ID! @key
        "What it sells (fonds)"
        books: [Book!]! @relationship(type: "PUBLISHES", direction: OUT, properties: "Contract")
      }

      "What was agreed (contract)"
      type Contract @relationshipProperties @temporal {
        "The first day (begin)"
        validFrom: Date
        "The first day after it (einde)"
        validTo: Date
      }
      """;
  private static final Model MODEL =
      SchemaReader.read(List.of(new SchemaFile("tiny.graphqls", SCHEMA)));

  private final Binder binder;
  private final Parameter today;

  /// Starts a plan of somebody who may see everything.
  public TinyModel() {
    this(new Binder(MODEL));
  }

  private TinyModel(Binder binder) {
    this.binder = binder;
    this.today = binder.parameter(new ParameterSource.Today());
  }

  /// {@return the day for which everything is bound: parameter `$p0`}
  public Parameter today() {
    return today;
  }

  /// {@return a new variable}
  ///
  /// @param type `Author`, `Book` or `Publisher`
  public NodeVariable node(String type) {
    return binder.node(MODEL.node(type), today);
  }

  /// {@return a hop to a new variable}
  ///
  /// @param from where it starts
  /// @param field the field that leads to the other nodes
  public Hop hop(NodeVariable from, String field) {
    var fields = from.entity().relationships();
    return binder.hop(from, Objects.requireNonNull(fields.get(field)), today);
  }

  /// {@return a property of a variable}
  ///
  /// @param of the variable
  /// @param field which one
  public Property property(Variable of, String field) {
    return binder.property(of, Objects.requireNonNull(of.entity().attributes().get(field)));
  }

  /// {@return a new parameter}
  ///
  /// @param value its value; equal values are known to be equal
  public Parameter value(Object value) {
    return binder.parameter(new ParameterSource.Literal(value));
  }

  /// {@return a new name}
  public Term.Named name() {
    return binder.name();
  }

  /// {@return the condition that a property is equal to a new parameter}
  ///
  /// @param of whose property
  /// @param field which one
  /// @param value of the parameter
  public Predicate equal(Variable of, String field, Object value) {
    return compare(of, field, Predicate.Operator.EQ, value);
  }

  /// {@return a comparison of a property with a new parameter}
  ///
  /// @param of whose property
  /// @param field which one
  /// @param operator how they compare
  /// @param value of the parameter
  public Predicate compare(Variable of, String field, Predicate.Operator operator, Object value) {
    return new Predicate.Compare(property(of, field), operator, value(value));
  }

  /// {@return rows in one line, the outermost step first}
  ///
  /// @param rows the rows
  public static String text(Rows rows) {
    return PlanText.steps(rows).stream()
        .map(TextLayout::toString)
        .collect(Collectors.joining(" < "));
  }

  /// {@return a condition in one line}
  ///
  /// @param predicate the condition
  public static String text(Predicate predicate) {
    return PredicateText.of(predicate).toString();
  }
}
