package nl.jeugdgraaf.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.RelationshipField;
import org.junit.jupiter.api.Test;

/// A right schema becomes the model.
class BuiltInSchemaTest {
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
        28, Objects.requireNonNull(model.interfaces().get("Statement")).implementations().size());
  }
}
