package nl.jeugdgraaf.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLNamedSchemaElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The public schema is checked in, so that a review sees what clients will see.
class PublicSchemaTest {
  private static final Path PRINTED = Path.of("schema", SchemaFile.PUBLIC);
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

  @Test
  void schemaStaysSmall() {
    var types = SCHEMA.graphQl().getAllTypesAsList().size();
    assertTrue(types < 800, () -> types + " types");
  }
}
