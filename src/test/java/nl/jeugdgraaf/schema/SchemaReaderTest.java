package nl.jeugdgraaf.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A wrong schema is refused with file, line, type and field.
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

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "wrongFields",
    "wrongChains",
    "wrongTypes",
    "wrongDays",
    "daysInTheWrongPlace",
    "wrongStates"
  })
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
            "\"N (n)\" AND: String"),
        field(
            "2 City.id: the name is reserved for filters; choose another", "\"I (i)\" id: String"),
        field(
            "2 City.twins: @last needs a temporal relationship to one node, and @active on its"
                + " type",
            "\"Twins (zustersteden)\" twins: [City!]! @relationship(type: \"TWIN\", direction: OUT)"
                + " @last"));
  }

  static Stream<Arguments> wrongChains() {
    return Stream.of(
        field(
            "5 City.twins: steps must be from 2 up to and including 100",
            chain("twins: [City!]! @relationship(type: \"T\", direction: OUT, steps: 1)")),
        field(
            "5 City.twins: steps must be from 2 up to and including 100",
            chain("twins: [City!]! @relationship(type: \"T\", direction: OUT, steps: 101)")),
        field(
            "5 City.twin: steps needs a list, [City!]!",
            chain("twin: City @relationship(type: \"T\", direction: OUT, steps: 2)")),
        field(
            "5 City.twins: steps needs one direction; remove queryDirection",
            chain(
                "twins: [City!]! @relationship(type: \"T\", direction: OUT, queryDirection:"
                    + " UNDIRECTED, steps: 2)")),
        file(
            "5 City.towns: steps needs a relationship from a node type to itself",
            CITY.formatted(
                    chain("towns: [Town!]! @relationship(type: \"T\", direction: OUT, steps: 2)"))
                + CITY.formatted("").replace("City", "Town").replace("stad", "plaats")),
        file(
            "5 City.twins: steps needs a relationship without properties",
            CITY.formatted(
                    chain(
                        "twins: [City!]! @relationship(type: \"T\", direction: OUT, properties:"
                            + " \"Tie\", steps: 2)"))
                + "\"A tie (band)\" type Tie @relationshipProperties { \"N (n)\" note: String }"),
        field(
            "2 City.twins: steps needs a field that leads to one City by T, one way or the other",
            chain("twins: [City!]! @relationship(type: \"T\", direction: OUT, steps: 2)")),
        field(
            "2 City.twins: @step needs a relationship without steps",
            chain(
                "twins: [City!]! @relationship(type: \"T\", direction: OUT, steps: 2) @step \"The"
                    + " first (eerste)\" twin: City @relationship(type: \"T\", direction: IN)")));
  }

  private static String chain(String field) {
    return "\"Twins (steden)\" " + field;
  }

  static Stream<Arguments> wrongDays() {
    return Stream.of(
        city("2 City: @since needs a field", "@since", ""),
        city(
            "2 City: @since needs fields of type Date; founded is not one",
            "@since(field: \"founded\")",
            ""),
        city(
            "2 City: @since needs fields of type Date; founded is not one",
            "@since(field: \"founded\")",
            "\"F (g)\" founded: Int"),
        city(
            "2 City: @active needs from and to", "@active(from: \"from\")", "\"F (f)\" from: Date"),
        city(
            "2 City: @active needs fields of type Date; to is not one",
            "@active(from: \"from\", to: \"to\")",
            "\"F (f)\" from: Date \"T (t)\" to: [Date!]"),
        city(
            "2 City.name: @knownFrom needs fields of type Date; founded is not one",
            "",
            "\"N (n)\" name: String @knownFrom(day: \"founded\")"),
        city(
            "2 City.name: @knownFrom needs a stored field that can be null, without index",
            "",
            "\"F (g)\" founded: Date \"N (n)\" name: String! @knownFrom(day: \"founded\")"),
        city(
            "2 City.name: @knownFrom needs a stored field that can be null, without index",
            "",
            "\"F (g)\" founded: Date \"N (n)\" name: String @indexed @knownFrom(day:"
                + " \"founded\")"));
  }

  static Stream<Arguments> daysInTheWrongPlace() {
    return Stream.of(
        file(
            "3 City.name: @knownFrom is not possible on a field of an interface; remove it from"
                + " Place",
            "\"P (p)\"\n"
                + "interface Place @node { \"N (n)\" name: String }\n"
                + "\"C (c)\" type City implements Place @node { \"C (c)\" code: ID! @key \"F (g)\""
                + " founded: Date \"N (n)\" name: String @knownFrom(day: \"founded\") }"),
        file(
            "2 Link.kind: @knownFrom needs a field of a node; a relationship has a period",
            "\"L (l)\"\ntype Link @relationshipProperties { \"D (d)\" day: Date \"K (k)\" kind: Int"
                + " @knownFrom(day: \"day\") }\n"
                + CITY.formatted("")),
        file(
            "2 Link: @since is not allowed here",
            "\"L (l)\"\n"
                + "type Link @relationshipProperties @since(field: \"day\") { \"D (d)\" day: Date"
                + " }\n"
                + CITY.formatted("")),
        file(
            "3 Place: @active is not allowed here",
            "\"C (c)\" type City implements Place @node { \"C (c)\" code: ID! @key \"D (d)\" day:"
                + " Date }\n"
                + "\"P (p)\"\n"
                + "interface Place @node @active(from: \"day\", to: \"day\") { \"D (d)\" day: Date"
                + " }"));
  }

  static Stream<Arguments> wrongStates() {
    return Stream.of(
        state(
            "5 City.state: @state needs an enum as type, without !",
            "state: String @state(stages: [{from: \"day\", value: \"NEW\"}], stated: \"said\")"),
        state(
            "5 City.state: @state needs an enum as type, without !",
            "state: Age! @state(stages: [{from: \"day\", value: \"NEW\"}], stated: \"said\")"),
        state(
            "5 City.state: @state needs stages, and stated for where no day decides",
            "state: Age @state(stages: [{from: \"day\", value: \"NEW\"}])"),
        state(
            "5 City.state: @state needs stages, and stated for where no day decides",
            "state: Age @state(stages: [], stated: \"said\")"),
        state(
            "5 City.state: each stage of @state needs from, the name of a day",
            "state: Age @state(stages: [{from: \"day\"}, {value: \"OLD\"}], stated: \"said\")"),
        state(
            "5 City.state: LATE is not a value of Age",
            "state: Age @state(stages: [{from: \"day\", value: \"LATE\"}], stated: \"said\")"),
        state(
            "5 City.state: EARLY is not a value of Age",
            "state: Age @state(stages: [{from: \"day\"}], before: \"EARLY\", stated: \"said\")"),
        state(
            "2 City.state: @state needs fields of type Date; said is not one",
            "state: Age @state(stages: [{from: \"said\"}], stated: \"said\")"),
        state(
            "2 City.state: stated must be a stored field of type Age; day is not one",
            "state: Age @state(stages: [{from: \"day\"}], stated: \"day\")"),
        state(
            "5 City.state: only needs field and is",
            "state: Age @state(stages: [{from: \"day\", only: {field: \"said\"}}], stated:"
                + " \"said\")"),
        state(
            "2 City.state: only must name a stored field of an enum type and one of its values;"
                + " said = LATE is none",
            "state: Age @state(stages: [{from: \"day\", only: {field: \"said\", is: \"LATE\"}}],"
                + " stated: \"said\")"),
        state(
            "2 City.state: only must name a stored field of an enum type and one of its values;"
                + " day = NEW is none",
            "state: Age @state(stages: [{from: \"day\", only: {field: \"day\", is: \"NEW\"}}],"
                + " stated: \"said\")"));
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
            "1 definition: only object types, interfaces, enums, directives and their inputs"
                + " describe the graph",
            "\"A code (code)\"\nscalar Code"),
        file(
            "1 file: contains an operation; only type definitions belong here",
            "{ cities { code } }"));
  }

  private static Arguments field(String message, String field) {
    return file(message, CITY.formatted(field));
  }

  private static Arguments city(String message, String directive, String fields) {
    return file(message, CITY.formatted(fields).replace("@node", "@node " + directive));
  }

  private static Arguments state(String message, String state) {
    var fields = "\"D (d)\" day: Date \"S (s)\" said: Age \"S (s)\" ";
    return file(
        message,
        CITY.formatted(fields + state) + "\"A (a)\" enum Age { \"N (n)\" NEW \"O (o)\" OLD }\n");
  }

  private static Arguments file(String message, String text) {
    return Arguments.of("schema/wrong.graphqls:" + message, text);
  }

  /// What a directive does not take would be read as if it were not there.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "before: \"PLANNED\"|befor: \"PLANNED\"|@state: has no befor; it takes stages, before,"
            + " stated",
        "before: \"PLANNED\"|before: PLANNED|@state(before): must be in quotes",
        "{from: \"endedOn\", value: \"STOPPED\"}|{from: \"endedOn\", value:"
            + " STOPPED}|@state(stages)(value): must be in quotes",
        "{from: \"endedOn\", value: \"STOPPED\"}|{from: \"endedOn\", is:"
            + " \"STOPPED\"}|@state(stages): has no is; it takes from, value, only",
        "@since(field: \"decidedOn\")|@since(day: \"decidedOn\")|@since: has no day; it takes field"
      })
  void anArgumentThatADirectiveDoesNotTakeIsNamed(String right, String wrong, String message) {
    var files =
        SchemaFile.builtIn().stream()
            .map(it ->
                it.name().endsWith("deliveries.graphqls")
                    ? new SchemaFile(it.name(), it.text().replace(right, wrong))
                    : it)
            .toList();
    var refused = assertThrows(ProblemException.class, () -> SchemaReader.read(files));
    var messages = refused.problems().stream().map(Problem::message).toList();
    assertEquals(1, messages.size(), messages::toString);
    assertTrue(
        messages.getFirst().matches("schema/deliveries.graphqls:\\d+ " + Pattern.quote(message)),
        messages::toString);
  }

  /// Two fields that show who was last over the same relationships would contradict each other.
  @Test
  void aRelationshipHasOneFieldThatShowsWhoWasLast() {
    var files =
        SchemaFile.builtIn().stream()
            .map(it ->
                new SchemaFile(
                    it.name(),
                    it.text()
                        .replace(
                            "type: \"CONTACT_FOR\", direction: IN, properties: \"Membership\"",
                            "type: \"DELIVERS\", direction: IN, properties: \"Membership\"")))
            .toList();
    var refused = assertThrows(ProblemException.class, () -> SchemaReader.read(files));
    assertTrue(
        refused
            .problems()
            .getFirst()
            .message()
            .endsWith(
                "Trajectory.contact: @last is on Delivery.deliveredBy already, which follows the"
                    + " same relationships"),
        () -> refused.problems().toString());
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
