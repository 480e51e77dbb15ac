package nl.jeugdgraaf.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// The public schema is checked in, so that a review sees what clients will see.
class PublicSchemaTest {
  private static final Path PRINTED = Path.of("schema", SchemaFile.PUBLIC);

  /// `01: English (Dutch)`; the code is there where the list is one of the standard for youth care.
  private static final Pattern LABELLED =
      Pattern.compile("([0-9]+: )?[^()]+ \\((?!.*(iJw|ISO))[^()]+\\)\\.?");

  private static final ApiSchema SCHEMA = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));

  @Test
  void printedSchemaIsTheOneThatIsServed() throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PRINTED, SCHEMA.text());
    }
    assertEquals(Files.readString(PRINTED), SCHEMA.text(), () -> PRINTED + ": see -Dgolden=update");
  }

  @Test
  void everyTypeHasADescription() {
    for (var type : SCHEMA.graphQl().getAllTypesAsList()) {
      var builtIn = type.getName().startsWith("__");
      assertTrue(builtIn || hasDescription(type), () -> type.getName() + " has no description");
    }
  }

  private static boolean hasDescription(GraphQLNamedSchemaElement type) {
    return type.getDescription() != null && !type.getDescription().isBlank();
  }

  @Test
  void everyDescriptionInTheModelNamesTheDutchTerm() {
    for (var entity : SCHEMA.model().entities()) {
      assertTrue(
          entity.description().matches("(?s).*\\(.+\\).*"),
          () -> entity.name() + ": " + entity.description());
      entity
          .attributes()
          .values()
          .forEach(attribute ->
              assertTrue(
                  attribute.description().matches("(?s).*\\(.+\\).*"),
                  () -> entity.name() + "." + attribute.name()));
    }
  }

  /// So that a client reads Dutch labels of enum values from their descriptions.
  @Test
  void everyEnumValueEndsWithItsDutchName() {
    var other = new ArrayList<String>();
    for (var type : SCHEMA.graphQl().getAllTypesAsList()) {
      if (type instanceof GraphQLEnumType codes && !type.getName().startsWith("__")) {
        codes.getValues().stream()
            .filter(value -> !LABELLED.matcher(value.getDescription()).matches())
            .map(value -> type.getName() + "." + value.getName() + ": " + value.getDescription())
            .forEach(other::add);
      }
    }
    assertEquals(List.of(), other);
  }

  @Test
  void everyTypeIsReachedFromTheRoot() {
    assertEquals(Set.of(), SCHEMA.graphQl().getAdditionalTypes());
  }

  @Test
  void typesWhoseOnlyKeyIsNamedSoShareTheInputTypeOfTheirKey() {
    var query = SCHEMA.graphQl().getQueryType();
    UnaryOperator<String> by =
        field ->
            GraphQLTypeUtil.simplePrint(
                query.getFieldDefinition(field).getArgument("by").getType());
    assertEquals("KeyBy!", by.apply("trajectory"));
    assertEquals("KeyBy!", by.apply("youth"));
    assertEquals("RegionBy!", by.apply("region"));
    assertEquals("MunicipalityBy!", by.apply("municipality"));
  }

  @Test
  void schemaStaysSmall() {
    var types = SCHEMA.graphQl().getAllTypesAsList().size();
    assertTrue(types < 1_050, () -> types + " types");
  }

  /// Input types are shared by target, so that the schema grows with the types of a model and not
  /// with its relationships.
  @Test
  void schemaOfALargeModelStaysSmall() {
    var model = SchemaReader.read(List.of(new SchemaFile("large.graphqls", largeModel())));
    var relationships =
        model.entities().stream().mapToInt(entity -> entity.relationships().size()).sum();
    assertEquals(60, model.nodes().size());
    assertEquals(300, relationships);
    var types = ApiSchema.of(model).graphQl().getAllTypesAsList().size();
    System.out.println("60 types and 300 relationships make " + types + " types in the API");
    assertTrue(types < 1_500, () -> types + " types");
  }

  /// 60 node types, 6 kinds of relationship properties, 30 code lists; 150 relationship types, each
  /// a field on both of its ends. Half of the relationships have no properties; the others have
  /// those that the two ends, of one of 6 parts of the model, have in common.
  private static String largeModel() {
    var text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append("\"C (c)\" enum Code%d { \"A (a)\" A \"B (b)\" B }\n".formatted(i));
    }
    for (int i = 0; i < 6; i++) {
      text.append("\"E (e)\" type Edge%d @relationshipProperties @temporal {".formatted(i))
          .append(" \"F (f)\" validFrom: Date \"T (t)\" validTo: Date }\n");
    }
    for (int i = 0; i < 60; i++) {
      text.append("\"N (n)\" type Type%d @node { \"K (k)\" key: ID! @key".formatted(i))
          .append(" \"D (d)\" day: Date \"N (n)\" number: Int")
          .append(" \"C (c)\" code: Code%d\n".formatted(i % 30));
      for (int r = 0; r < 150; r++) {
        int from = r % 60;
        int to = (r * 7 + 13) % 60;
        var properties = r % 2 == 0 ? "" : ", properties: \"Edge%d\"".formatted(r % 12 / 2);
        if (from == i) {
          text.append(field("out" + r, to, r, "OUT", properties));
        }
        if (to == i) {
          text.append(field("in" + r, from, r, "IN", properties));
        }
      }
      text.append("}\n");
    }
    return text.toString();
  }

  private static String field(
      String name, int target, int type, String direction, String properties) {
    return "  \"R (r)\" %s: [Type%d!]! @relationship(type: \"R%d\", direction: %s%s)\n"
        .formatted(name, target, type, direction, properties);
  }
}
