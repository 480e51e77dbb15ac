package nl.jeugdgraaf.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A right schema becomes the model; a wrong one is refused with file, line, type and field.
class SchemaReaderTest {
  private static final String CITY =
      """
      "A city (stad)"
      type City @node {
        "Its code (code)"
        code: ID! @key
        %s
      }
      """;

  @Test
  void aRightSchemaBecomesTheModel() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var municipality = model.node("Municipality");
    assertEquals(List.of("Municipality", "Organisation", "RegieHolder"), municipality.labels());
    assertEquals("municipalities", municipality.plural());
    assertEquals(Attribute.Use.KEY, municipality.key().use());
    assertEquals("CBSCode!", municipality.key().type().text());
    var regie = Objects.requireNonNull(municipality.relationships().get("regieOver"));
    assertEquals(
        "HOLDS_REGIE OUT Regie Trajectory",
        "%s %s %s %s"
            .formatted(
                regie.type(),
                regie.direction(),
                regie.properties().name(),
                regie.target().entity()));
    assertTrue(regie.properties().temporal());
    assertEquals(
        RelationshipField.Direction.BOTH,
        Objects.requireNonNull(model.node("Product").relationships().get("namesakes")).direction());
    assertEquals(
        25, Objects.requireNonNull(model.interfaces().get("Statement")).implementations().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"wrongFields", "wrongTypes"})
  void aWrongSchemaIsRefused(String message, String text) {
    var refused =
        assertThrows(
            ProblemException.class,
            () -> SchemaReader.read(List.of(new SchemaFile("wrong.graphqls", text))));
    assertEquals(List.of(message), refused.problems().stream().map(Problem::message).toList());
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        field(
            "5 City.mayor: type Person is not defined",
            "\"The mayor (burgemeester)\" mayor: Person"),
        field(
            "5 City.name: needs a description with the Dutch term in parentheses", "name: String"),
        field(
            "5 City.twin: leads to nodes, so it needs @relationship",
            "\"A twin (zusterstad)\" twin: City"),
        field(
            "5 City.twins: a relationship is either a list, [City!]!, or one node or null, City",
            "\"Twins (zustersteden)\" twins: [City] @relationship(type: \"TWIN\", direction: OUT)"),
        field(
            "5 City.twin: @relationship needs type and direction",
            "\"A twin (zusterstad)\" twin: City @relationship(type: \"TWIN\")"),
        field(
            "5 City.twin: @relationship(direction) must be one of OUT, IN",
            "\"A twin (stad)\" twin: City @relationship(type: \"TWIN\", direction: UP)"),
        field(
            "5 City.twin: @relationship(type) must be a string of letters, digits and underscores",
            "\"A twin (stad)\" twin: City @relationship(type: \"TWIN`]\", direction: IN)"),
        field(
            "5 City.twin: properties: Link is not a type with @relationshipProperties",
            "\"Twin (stad)\" twin: City @relationship(type: \"T\", direction: IN, properties:"
                + " \"Link\")"),
        field(
            "5 City.names: a list must not contain null; write [String!]",
            "\"N (n)\" names: [String]"),
        field(
            "5 City.names: a list cannot be @key or @indexed",
            "\"N (n)\" names: [String!] @indexed"),
        field("5 City.name: @unique is not allowed on a field", "\"N (n)\" name: String @unique"),
        field(
            "5 City.name: must not have arguments; the server adds them",
            "\"N (n)\" name(a: Int): String"),
        field("5 City.code: is defined twice; rename one", "\"N (n)\" code: String"),
        field(
            "2 City.AND: the name is reserved for filters; choose another",
            "\"N (n)\" AND: String"));
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        file(
            "1 City: a type needs either @node or @relationshipProperties, not both",
            "\"A city (stad)\"\ntype City { \"Code (code)\" code: ID! }"),
        file(
            "2 City: needs a field with @key, which identifies its nodes",
            "\"A city (stad)\"\ntype City @node { \"Code (code)\" code: ID! }"),
        file(
            "2 City.code: a @key must not be null; add !",
            "\"A city (stad)\"\ntype City @node { \"Code (code)\" code: ID @key }"),
        file(
            "1 City: needs a description with the Dutch term in parentheses",
            "type City @node { \"Code (code)\" code: ID! @key }"),
        file(
            "2 City: implements Place, which is not an interface",
            "\"A city (stad)\"\ntype City implements Place @node { \"C (c)\" code: ID! @key }"),
        file(
            "1 Place: an interface needs @node",
            "\"P (p)\"\ninterface Place { \"N (n)\" name: String }\n" + CITY.formatted("")),
        file(
            "3 City.name: must be String with property name, as in Place",
            "\"P (p)\"\n"
                + "interface Place @node { \"N (n)\" name: String }\n"
                + "\"C (c)\" type City implements Place @node { \"C (c)\" code: ID! @key \"N (n)\""
                + " name: Int }"),
        file(
            "2 Link: @temporal needs the field validTo: Date",
            "\"L (l)\"\ntype Link @relationshipProperties @temporal { \"F (v)\" validFrom: Date }\n"
                + CITY.formatted("")),
        file("8 City: is defined twice; rename one", CITY.formatted("") + CITY.formatted("")),
        file(
            "1 definition: only object types, interfaces, enums and directives describe the graph",
            "\"A code (code)\"\nscalar Code"),
        file(
            "1 file: contains an operation; only type definitions belong here",
            "{ cities { code } }"));
  }

  private static Arguments field(String message, String field) {
    return file(message, CITY.formatted(field));
  }

  private static Arguments file(String message, String text) {
    return Arguments.of("schema/wrong.graphqls:" + message, text);
  }

  @Test
  void aFileThatIsNotGraphQlIsRefusedWithItsLine() {
    var refused =
        assertThrows(
            ProblemException.class,
            () ->
                SchemaReader.read(
                    List.of(
                        new SchemaFile("good.graphqls", CITY.formatted("")),
                        new SchemaFile("bad.graphqls", "\"A (a)\"\ntype City @node {{"))));
    assertTrue(
        refused
            .problems()
            .getFirst()
            .message()
            .startsWith("schema/bad.graphqls:2 file: is not valid GraphQL"),
        () -> refused.problems().toString());
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    var refused =
        assertThrows(
            ProblemException.class,
            () ->
                SchemaReader.read(
                    List.of(
                        new SchemaFile(
                            "wrong.graphqls", CITY.formatted("a: Nothing\n  b: Neither")))));
    assertEquals(2, refused.problems().size());
  }
}
