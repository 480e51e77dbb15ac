package nl.jeugdgraaf.property.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.reference.PagedConnection;
import nl.jeugdgraaf.property.reference.ReferenceId;

/// Makes the statement that deletes one row of a connection: its node at the root, and else the
/// relationship.
public final class Deletion {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Deletion() {}

  /// Returns the statement for a row.
  ///
  /// @param connection whose row it is
  /// @param row the edge as JSON
  /// @param model knows the keys
  public static Statement of(PagedConnection connection, String row, Model model) {
    var edge = read(row);
    var id = edge.get("node").get("id").asText();
    var type = model.node(ReferenceId.type(id));
    var parameters = new HashMap<String, Object>();
    parameters.put("key", ReferenceId.key(id));
    var node = "(n:`%s` {`%s`: $key})".formatted(type.name(), type.key().property());
    if (connection.place().holder().isEmpty()) {
      return new Statement("MATCH " + node + " DETACH DELETE n", parameters);
    }
    var held = connection.place().holder().get();
    var holder = held.node().type();
    parameters.put("holder", held.node().key());
    var text =
        new StringBuilder(
            "MATCH (h:`%s` {`%s`: $holder})-[r:`%s`]-%s WHERE true"
                .formatted(
                    holder.name(), holder.key().property(), held.relationship().type(), node));
    same(text, parameters, connection.type().edge(), edge.path("properties"));
    return new Statement(text + " DELETE r", parameters);
  }

  private static void same(
      StringBuilder text,
      Map<String, Object> parameters,
      RelationshipProperties type,
      JsonNode properties) {
    properties
        .properties()
        .forEach(each -> {
          var attribute = type.attributes().get(each.getKey());
          var property = "r.`" + attribute.property() + "`";
          if (each.getValue().isNull()) {
            text.append(" AND ").append(property).append(" IS NULL");
          } else {
            var value = each.getValue().asText();
            var day = attribute.type().scalar().typeName().equals("Date");
            parameters.put(each.getKey(), day ? LocalDate.parse(value) : value);
            text.append(" AND ").append(property).append(" = $").append(each.getKey());
          }
        });
  }

  private static JsonNode read(String row) {
    try {
      return JSON.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
