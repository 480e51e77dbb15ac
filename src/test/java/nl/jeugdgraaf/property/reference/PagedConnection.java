package nl.jeugdgraaf.property.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.draw.Drawable;
import nl.jeugdgraaf.property.draw.ExcludedFeatures;
import nl.jeugdgraaf.property.draw.GraphContents;
import nl.jeugdgraaf.property.draw.Literal;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomInput;
import nl.jeugdgraaf.property.draw.RandomScalars;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.draw.RandomVariables;

/// A connection that is read page by page.
///
/// @param place where it is
/// @param type where it leads
/// @param where condition, empty for none
/// @param sort sort, empty for none
/// @param time arguments of the connection that say about which day and periods it asks
public record PagedConnection(
    Place place, ConnectionType type, String where, String sort, List<String> time) {

  private static final String PAGE =
      "query Page($first: Int, $after: String, $last: Int, $before: String)";

  /// Where a connection is: at the root, or at a node.
  ///
  /// @param field its name
  /// @param holder the node that has it, if one has
  public record Place(String field, Optional<Held> holder) {}

  /// A node and what it is related by.
  ///
  /// @param day the day in the id of the node, on which it is there
  public record Held(Graph.Node node, RelationshipField relationship, Optional<LocalDate> day) {}

  /// One row: what identifies it, and the text by which it is compared.
  public record Row(String cursor, String text) {}

  /// Some rows of the connection, and what `pageInfo` says.
  public record Rows(List<Row> rows, JsonNode info) {
    public List<String> texts() {
      return rows.stream().map(Row::text).toList();
    }
  }

  /// Draws a connection with rows in it, if the graph has any.
  ///
  /// @param plain whether it has no condition, and is sorted by values of its own only
  public static PagedConnection of(
      GraphQLSchema schema, Model model, Graph graph, RandomSource draw, boolean plain) {
    var present = GraphContents.in(model, graph);
    var menu = new Drawable(present, plain ? Set.of(ExcludedFeatures.RELATED_SORTS) : Set.of());
    var input =
        new RandomInput(draw, new RandomScalars(draw, graph), menu, new RandomVariables(draw));
    var held = draw.chance(50) ? Optional.<Held>empty() : held(model, graph, draw);
    var entity = entity(model, draw, present);
    var parent = held.map(it -> it.node().type().name()).orElse("Query");
    var field = held.map(it -> it.relationship().name()).orElse(entity.plural()) + "Connection";
    var type =
        held.map(it -> ConnectionType.of(model, it.relationship()))
            .orElse(ConnectionType.ofRoot(entity));
    var definition = schema.getObjectType(parent).getFieldDefinition(field);
    var where =
        draw.chance(plain ? 0 : 30)
            ? Literal.text(input.literal(definition.getArgument("where").getType()))
            : "";
    var sort =
        draw.chance(75)
            ? Literal.text(input.literal(definition.getArgument("sort").getType()))
            : "";
    var time = new ArrayList<String>();
    if (draw.chance(40)) {
      time.add("asOf: \"" + graph.today().plusDays(draw.between(-4, 4)) + "\"");
    }
    if (definition.getArgument("history") != null && draw.chance(50)) {
      time.add("history: true");
    }
    return new PagedConnection(new Place(field, held), type, where, sort, List.copyOf(time));
  }

  private static Optional<Held> held(Model model, Graph graph, RandomSource draw) {
    var links = new RelatedNodes(model, graph);
    var found = new ArrayList<Held>();
    var day =
        draw.chance(50)
            ? Optional.of(graph.today().plusDays(draw.between(-4, 4)))
            : Optional.<LocalDate>empty();
    var asked = AskedDay.today(graph.today()).or(day.orElse(null));
    for (var node : new GraphOnDay(links, asked, true).nodes()) {
      for (var relationship : node.type().relationships().values()) {
        for (int left = links.ever(node, relationship).size(); left > 1; left--) {
          found.add(new Held(node, relationship, day));
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(draw.from(found));
  }

  private static NodeEntity entity(Model model, RandomSource draw, GraphContents present) {
    var there =
        model.entities().stream().filter(it -> present.types().contains(it.name())).toList();
    return draw.from(there.isEmpty() ? List.copyOf(model.entities()) : there);
  }

  /// Returns the rows of a page; of all without arguments.
  public Rows read(EngineAnswers engine, Map<String, Object> page) {
    var response = engine.response(operation(page));
    if (response.has("errors")) {
      throw new IllegalStateException(operation(page).text() + "\n" + response);
    }
    var data = response.get("data");
    var connection = (place.holder().isPresent() ? data.get("node") : data).get("page");
    var rows = new ArrayList<Row>();
    for (var edge : connection.get("edges")) {
      var cursor = ((ObjectNode) edge).remove("cursor").asText();
      rows.add(new Row(cursor, edge.toString()));
    }
    return new Rows(rows, connection.get("pageInfo"));
  }

  /// Returns the operation that reads a page.
  public Operation operation(Map<String, Object> page) {
    var keys = type.edge().keys().stream().map(key -> key.name()).collect(Collectors.joining(" "));
    var properties = (type.edge().temporal() ? "validFrom validTo " : "") + keys;
    var arguments = new ArrayList<String>(time);
    if (!where.isEmpty()) {
      arguments.add("where: " + where);
    }
    if (!sort.isEmpty()) {
      arguments.add("sort: " + sort);
    }
    arguments.add("first: $first, after: $after, last: $last, before: $before");
    var text =
        ("page: %s(%s) { edges { cursor node { ... on Node { id } } %s } pageInfo {"
                + " hasNextPage hasPreviousPage startCursor endCursor } }")
            .formatted(
                place.field(),
                String.join(", ", arguments),
                properties.isBlank() ? "" : "properties { " + properties + " }");
    var whole =
        place
            .holder()
            .map(held ->
                "node(id: \"%s\") { ... on %s { %s } }"
                    .formatted(
                        ReferenceId.of(held.node(), held.day()), held.node().type().name(), text))
            .orElse(text);
    return new Operation(PAGE + " { " + whole + " }", "", new LinkedHashMap<>(page));
  }

  /// Returns whether a word occurs in the condition or the sort.
  public boolean mentions(String word) {
    return (where + sort).matches("(?s).*\\b" + word + "\\b.*");
  }

  /// Returns a page of the next or the last rows before a cursor.
  public static Map<String, Object> page(
      String size, int rows, String side, Optional<String> cursor) {
    var page = new HashMap<String, Object>(Map.of(size, rows));
    cursor.ifPresent(given -> page.put(side, given));
    return page;
  }
}
