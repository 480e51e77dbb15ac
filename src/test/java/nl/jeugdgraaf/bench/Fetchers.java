package nl.jeugdgraaf.bench;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.bench.Loaders.Edge;
import nl.jeugdgraaf.bench.Loaders.Node;
import nl.jeugdgraaf.bench.Loaders.Way;
import nl.jeugdgraaf.execute.SearchPhrase;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import org.jspecify.annotations.Nullable;

/// The fetcher of each field of the public schema, as far as the operations of the bench need it.
///
/// @param model the shape of the graph
@SuppressWarnings({"FutureReturnValueIgnored", "NullAway"}) // graphql-java takes futures, and null
record Fetchers(Model model) {
  private static final long PAGE_MAX = 10_000;

  private static final String BY_PRODUCT =
      " OPTIONAL MATCH (n)-[:OF_PRODUCT]->(q:Product) WITH q, count(*) AS nodes"
          + " ORDER BY nodes DESC, q.key LIMIT $first"
          + " RETURN {product: q{.key, .name}} AS key, nodes";
  private static final String BY_CATEGORY =
      " WITH n.category AS category, count(*) AS nodes ORDER BY category LIMIT $first"
          + " RETURN {category: category} AS key, nodes";

  private static final String YOUTHS_BY_SEGMENT =
      """
      MATCH (:Municipality {code: $code})<-[r:LIVES_IN]-(y:Youth)<-[:FOR]-(t:Trajectory)
        <-[:PART_OF]-(d:Delivery)
      WHERE %s AND (y.birthDate IS NULL OR y.birthDate <= $day)
        AND (t.signalledOn IS NULL OR t.signalledOn <= $day)
        AND (d.decidedOn IS NULL OR d.decidedOn <= $day)
      OPTIONAL MATCH (d)-[:IN_SEGMENT]->(s:Segment)
      WITH s, count(DISTINCT y) AS youths ORDER BY s IS NULL, s.key
      RETURN {segments: s{.key}} AS key, youths
      """
          .formatted(LoaderRules.VALID.formatted("r"));

  /// A part of a connection that is read when it is asked.
  @FunctionalInterface
  private interface Part {
    @Nullable Object of(DataFetchingEnvironment field);
  }

  /// Returns the fetcher of a field.
  DataFetcher<?> of(String parent, String field) {
    if (parent.equals("Query")) {
      return root(field);
    }
    var type = model.nodes().get(parent);
    if (type == null) {
      return Fetchers::part;
    }
    var relationship = type.relationships().get(field);
    if (relationship != null) {
      return one -> related(one, type, relationship);
    }
    var connected = type.relationships().get(field.replaceFirst("Connection$", ""));
    if (connected != null) {
      return one -> connection(one, type, connected);
    }
    if (type.computed().get(field) instanceof ComputedField.StateOfDay state) {
      return one -> state(type, state, source(one));
    }
    var attribute = type.attributes().get(field);
    var property = attribute == null ? field : attribute.property();
    return one -> source(one).values().get(property);
  }

  /// Returns the state of today, of states that ask nothing but days.
  private static @Nullable Object state(NodeType type, ComputedField.StateOfDay state, Node node) {
    var today = LocalDate.now(Loaders.ZONE);
    for (var stage : state.stages().reversed()) {
      if (node.values().get(type.attribute(stage.from()).property()) instanceof LocalDate day
          && !day.isAfter(today)) {
        return stage.value().orElse(null);
      }
    }
    var first = node.values().get(type.attribute(state.stages().getFirst().from()).property());
    return first == null
        ? node.values().get(type.attribute(state.otherwise().stated()).property())
        : state.otherwise().before().orElse(null);
  }

  private static Node source(DataFetchingEnvironment field) {
    return (Node) field.getSource();
  }

  private static Loaders loaders(DataFetchingEnvironment field) {
    return (Loaders) field.getLocalContext();
  }

  /// Reads a field of something other than a node.
  private static @Nullable Object part(DataFetchingEnvironment field) {
    var name = field.getField().getName();
    if (field.getSource() instanceof Edge(var node, var properties)) {
      return name.equals("node") ? node : properties;
    }
    var value = ((Map<?, ?>) field.getSource()).get(name);
    return value instanceof Part part ? part.of(field) : value;
  }

  private Object related(
      DataFetchingEnvironment field, NodeType type, RelationshipField relationship) {
    var columns = columns(field, "*", relationship.target().entity());
    var way = new Way(type, relationship, columns, false);
    var nodes = edges(field, way).thenApply(edges -> edges.stream().map(Edge::node).toList());
    return relationship.target().many()
        ? nodes
        : nodes.thenApply(all -> all.isEmpty() ? null : all.getFirst());
  }

  private CompletableFuture<List<Edge>> edges(DataFetchingEnvironment field, Way way) {
    Node node = source(field);
    return edges(field, way, node);
  }

  private CompletableFuture<List<Edge>> edges(DataFetchingEnvironment field, Way way, Node node) {
    var target = model.entity(way.relationship().target().entity());
    var sort = target instanceof NodeType nodes ? "n." + nodes.key().property() : "";
    return loaders(field).related(field, way, sort, key(way.type(), node));
  }

  private static Object key(NodeType type, Node node) {
    return node.values().get(type.key().property());
  }

  private Object connection(
      DataFetchingEnvironment field, NodeType type, RelationshipField relationship) {
    Node node = source(field);
    var parts = new HashMap<String, Object>();
    parts.put(
        "edges",
        (Part)
            edges -> {
              var columns = columns(edges, "node/*", relationship.target().entity());
              return edges(edges, new Way(type, relationship, columns, true), node)
                  .thenApply(all -> all.stream().limit(PAGE_MAX).toList());
            });
    parts.put(
        "totalCount",
        (Part)
            count ->
                loaders(count)
                    .count(count, new Way(type, relationship, "", true), key(type, node)));
    return parts;
  }

  /// Returns the stored properties behind the selected fields, the key among them.
  private String columns(DataFetchingEnvironment field, String where, String entity) {
    NodeEntity target = model.entity(entity);
    var selected = field.getSelectionSet().getFields(where).stream().map(SelectedField::getName);
    var keys = target instanceof NodeType type ? Stream.of(type.key().name()) : Stream.<String>of();
    return Stream.concat(selected, keys)
        .flatMap(name -> stored(target, name))
        .map(target.attributes()::get)
        .filter(attribute -> attribute != null)
        .map(Attribute::property)
        .distinct()
        .map("."::concat)
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> stored(NodeEntity target, String field) {
    var computed = target.computed().get(field);
    return computed == null ? Stream.of(field) : computed.reads().stream();
  }

  private DataFetcher<?> root(String field) {
    for (var type : model.nodes().values()) {
      var name = type.name().substring(0, 1).toLowerCase(Locale.ROOT) + type.name().substring(1);
      if (field.equals(name)) {
        return one -> one(one, type);
      } else if (field.equals(type.plural())) {
        return one -> list(one, type);
      } else if (field.equals(type.plural() + "Connection")) {
        return one -> page(one, type);
      } else if (field.equals(type.plural() + "Search")) {
        return one -> search(one, type);
      }
    }
    return _ -> {
      throw new UnsupportedOperationException("not in the bench: " + field);
    };
  }

  private Object one(DataFetchingEnvironment field, NodeType type) {
    Map<String, Object> by = field.getArgument("by");
    var statement =
        "MATCH (n:%s {%s: $key}) WHERE %s RETURN labels(n), n{%s}"
            .formatted(
                type.name(),
                type.key().property(),
                LoaderRules.condition(loaders(field).asker(), type.name()),
                columns(field, "*", type.name()));
    return nodes(field, statement, Map.of("key", by.values().iterator().next()))
        .thenApply(nodes -> nodes.isEmpty() ? null : nodes.getFirst());
  }

  private Object list(DataFetchingEnvironment field, NodeType type) {
    var key = "n." + type.key().property();
    var statement =
        "%s WHERE %s IS NOT NULL WITH n ORDER BY %s LIMIT $limit RETURN labels(n), n{%s}"
            .formatted(
                LoaderRules.start(loaders(field).asker(), type.name()),
                key,
                key,
                columns(field, "*", type.name()));
    int limit = field.getArgumentOrDefault("limit", Integer.MAX_VALUE);
    return nodes(field, statement, Map.of("limit", limit));
  }

  private static CompletableFuture<List<Node>> nodes(
      DataFetchingEnvironment field, String statement, Map<String, Object> values) {
    return loaders(field)
        .read(statement, values)
        .thenApply(rows -> rows.stream().map(row -> Loaders.node(row.get(0), row.get(1))).toList());
  }

  private Object page(DataFetchingEnvironment field, NodeType type) {
    if (field.getArgument("where") instanceof Map<?, ?> where) {
      return Map.of("groups", (Part) groups -> youthsBySegment(groups, where));
    }
    var start = LoaderRules.start(loaders(field).asker(), type.name());
    var parts = new LinkedHashMap<String, Object>();
    if (field.getSelectionSet().contains("edges")) {
      int first = field.getArgumentOrDefault("first", (int) PAGE_MAX);
      var key = "n." + type.key().property();
      var statement =
          "%s WHERE %s > $after WITH n ORDER BY %s LIMIT $rows RETURN labels(n), n{%s}"
              .formatted(start, key, key, columns(field, "edges/node/*", type.name()));
      var after = field.getArgumentOrDefault("after", "");
      var found = nodes(field, statement, Map.of("after", after, "rows", first + 1));
      parts.put("edges", found.thenApply(nodes -> edges(nodes, first)));
      parts.put("pageInfo", found.thenApply(nodes -> pageInfo(type, nodes, first)));
    }
    parts.put("totalCount", (Part) count -> total(count, start + " RETURN count(n)", Map.of()));
    parts.put("groups", (Part) groups -> groups(groups, type, start));
    return parts;
  }

  private static List<Edge> edges(List<Node> nodes, int first) {
    return nodes.stream().limit(first).map(node -> new Edge(node, Map.of())).toList();
  }

  private static Map<String, Object> pageInfo(NodeType type, List<Node> nodes, int first) {
    int size = Math.min(first, nodes.size());
    return size == 0
        ? Map.of("hasNextPage", false)
        : Map.of("hasNextPage", nodes.size() > first, "endCursor", key(type, nodes.get(size - 1)));
  }

  private static Object total(
      DataFetchingEnvironment field, String statement, Map<String, Object> values) {
    return loaders(field)
        .read(statement, values)
        .thenApply(rows -> rows.getFirst().get(0).asLong());
  }

  private static Object groups(DataFetchingEnvironment field, NodeType type, String start) {
    int first = field.getArgumentOrDefault("first", (int) PAGE_MAX);
    return loaders(field)
        .read(
            start + (type.name().equals("Product") ? BY_CATEGORY : BY_PRODUCT),
            Map.of("first", first))
        .thenApply(rows ->
            rows.stream()
                .map(row ->
                    Map.of(
                        "key", row.get("key").asMap(),
                        "count", Map.of("nodes", row.get("nodes").asLong())))
                .toList());
  }

  /// The only operation with a condition asks for deliveries of one municipality.
  private static Object youthsBySegment(DataFetchingEnvironment field, Map<?, ?> where) {
    Object code = where;
    for (var name : List.of("trajectory", "youth", "municipality", "code", "eq")) {
      code = ((Map<?, ?>) code).get(name);
    }
    return loaders(field)
        .read(YOUTHS_BY_SEGMENT, Map.of("code", code))
        .thenApply(rows ->
            rows.stream()
                .map(row ->
                    Map.of(
                        "key", row.get("key").asMap(),
                        "countDistinct", Map.of("youths", row.get("youths").asLong())))
                .toList());
  }

  private Object search(DataFetchingEnvironment field, NodeType type) {
    var start =
        "CALL db.index.fulltext.queryNodes('search', $phrase) YIELD node AS n, score WHERE n:"
            + type.name();
    String phrase = field.getArgument("phrase");
    int first = field.getArgumentOrDefault("first", (int) PAGE_MAX);
    Map<String, Object> values = Map.of("phrase", SearchPhrase.of(phrase).query(), "first", first);
    var page =
        "%s WITH n, score ORDER BY score DESC, n.%s LIMIT $first RETURN labels(n), n{%s}"
            .formatted(start, type.key().property(), columns(field, "edges/node/*", type.name()));
    return Map.of(
        "edges",
        nodes(field, page, values).thenApply(nodes -> edges(nodes, first)),
        "totalCount",
        (Part) count -> total(count, start + " RETURN count(n)", values));
  }
}
