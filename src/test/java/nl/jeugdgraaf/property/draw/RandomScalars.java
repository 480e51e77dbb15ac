package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.ReferenceId;

/// Draws single values for arguments, mostly such as the graph has.
public final class RandomScalars {
  private final RandomSource draw;
  private final Graph graph;
  private final Optional<LocalDate> dayOfIds;
  private final RandomValues values;
  private final List<String> texts;

  /// Ids carry any day, or none.
  public RandomScalars(RandomSource draw, Graph graph) {
    this(draw, graph, Optional.empty());
  }

  /// @param draw chance
  /// @param graph where keys and texts come from
  /// @param dayOfIds the day that every id carries, if they shall carry one
  RandomScalars(RandomSource draw, Graph graph, Optional<LocalDate> dayOfIds) {
    this.draw = draw;
    this.graph = graph;
    this.dayOfIds = dayOfIds;
    this.values = new RandomValues(draw, graph.today());
    var stored = new LinkedHashSet<Object>(List.of("no such text"));
    graph.nodes().forEach(node -> stored.addAll(node.properties().values()));
    graph.edges().forEach(edge -> stored.addAll(edge.properties().values()));
    this.texts = RandomValues.TEXTS.stream().filter(stored::contains).toList();
  }

  /// Returns a value of a scalar.
  Object of(String name) {
    return switch (name) {
      case "String" -> texts.isEmpty() ? values.text() : draw.from(texts);
      case "ID" -> draw.chance(80) && !graph.nodes().isEmpty() ? key("ID") : values.text();
      case "Int" -> values.integer();
      case "Float" -> values.integer() / 4.0;
      case "Boolean" -> values.truth();
      case "Long" -> values.integer();
      case "Date" -> values.day();
      case "Duration" -> duration();
      case "DateTime" -> values.moment();
      case "AGB" -> key(name);
      case "CBSCode" -> key(name);
      case "ProductCode" -> spelled(draw.from(RandomValues.PRODUCT_CODES));
      default -> throw new IllegalStateException("no value of " + name);
    };
  }

  private String duration() {
    return draw.chance(10) ? "P" + draw.between(-1, 1) + "W" : "P" + draw.between(-3, 4) + "D";
  }

  /// Returns a day on which some periods begin, end, hold and do not.
  LocalDate dayOfPeriod() {
    return values.dayOfPeriod();
  }

  /// Returns the part of a text of a scalar.
  String part(String scalar) {
    if (scalar.equals("ID") && draw.chance(50)) {
      var text = (String) of("ID");
      return text.substring(
          0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length()))));
    }
    return values.part();
  }

  /// A key that a node of the graph has, or else one that none has.
  private Object key(String scalar) {
    var keys =
        graph.nodes().stream()
            .filter(node -> node.type().key().type().scalar().typeName().equals(scalar))
            .map(Graph.Node::key)
            .toList();
    if (!keys.isEmpty() && draw.chance(85)) {
      return draw.from(keys);
    }
    return switch (scalar) {
      case "AGB" -> values.code(Scalar.Code.AGB);
      case "CBSCode" -> values.code(Scalar.Code.CBS_CODE);
      default -> "missing";
    };
  }

  private String spelled(String code) {
    return switch (draw.between(0, 5)) {
      case 0 -> code.toLowerCase(Locale.ROOT);
      case 1 -> " " + code + "  ";
      default -> code;
    };
  }

  /// Returns a value of a key of a type, of a node of it where there is one.
  Object ownKey(String type, String attribute, String scalar) {
    var keys =
        graph.nodes().stream()
            .filter(node -> node.type().name().equals(type))
            .map(node -> node.properties().get(property(node, attribute)))
            .toList();
    return keys.isEmpty() || draw.chance(15) ? of(scalar) : draw.from(keys);
  }

  private static String property(Graph.Node node, String attribute) {
    return node.type().attributes().get(attribute).property();
  }

  /// Returns what identifies a node of the graph, or now and then of none, on some day.
  String id() {
    var day = dayOfIds;
    if (day.isEmpty() && draw.chance(50)) {
      day = Optional.of(dayOfPeriod());
    }
    return graph.nodes().isEmpty() || draw.chance(10)
        ? ReferenceId.of("Goal", "missing", day)
        : ReferenceId.of(draw.from(graph.nodes()), day);
  }
}
