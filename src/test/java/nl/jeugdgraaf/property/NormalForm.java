package nl.jeugdgraaf.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import nl.jeugdgraaf.property.reference.Connection;

/// JSON as both sides write it for comparison.
///
/// Only the server can make cursors, so one word takes the place of each; and two ways to add up
/// floating-point numbers differ in their last digits, so nine digits count.
public final class NormalForm {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> CURSORS = Set.of("cursor", "startCursor", "endCursor");
  private static final MathContext DIGITS = new MathContext(9);

  private NormalForm() {}

  /// Returns the text of what Jackson can write.
  public static String of(Object value) {
    try {
      return JSON.writeValueAsString(form(JSON.valueToTree(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode form(JsonNode node) {
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(each ->
              object.set(
                  each.getKey(),
                  CURSORS.contains(each.getKey()) && each.getValue().isTextual()
                      ? TextNode.valueOf(Connection.CURSOR)
                      : form(each.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(form(each)));
      return array;
    }
    if (node.isFloatingPointNumber()) {

      var rounded = node.decimalValue().round(DIGITS).stripTrailingZeros();
      return rounded.signum() == 0 ? JSON.getNodeFactory().numberNode(0) : whole(rounded);
    }
    return node;
  }

  private static JsonNode whole(BigDecimal number) {
    return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
  }
}
