package nl.jeugdgraaf.bench;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.model.RelationshipProperties;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;

/// The statements of one request: one for each list at the root, and one for all nodes of a level
/// that ask for the same relationship.
///
/// @param driver the driver
/// @param asker who asks
/// @param registry the loaders of this request
record Loaders(Driver driver, Asker asker, DataLoaderRegistry registry) {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
  private static final List<String> OF_INTERFACES = List.of("Organisation", "RegieHolder");

  /// A node as it was read.
  ///
  /// @param type name of its type
  /// @param values of the columns that were asked, and its key
  record Node(String type, Map<String, Object> values) {}

  /// A relationship as it was read.
  ///
  /// @param node where it leads
  /// @param properties its properties
  record Edge(Node node, Map<String, Object> properties) {}

  /// What is read along a relationship.
  ///
  /// @param type of the nodes that have it
  /// @param relationship which one
  /// @param columns of the nodes where it leads, with commas in between
  /// @param isConnection whether each relationship counts, and not each node once
  record Way(NodeType type, RelationshipField relationship, String columns, boolean isConnection) {
    private String pattern() {
      var before = relationship.direction() == Direction.IN ? "<-" : "-";
      var after = relationship.direction() == Direction.OUT ? "->" : "-";
      return "UNWIND $keys AS key MATCH (s:%s {%s: key})%s[r:%s]%s(n:%s) WHERE %s"
          .formatted(
              type.name(),
              type.key().property(),
              before,
              relationship.type(),
              after,
              relationship.target().entity(),
              period());
    }

    private String period() {
      return !relationship.properties().temporal()
          ? "true"
          : type.fields().uses().last().contains(relationship.name())
              ? LoaderRules.VALID_OR_LAST.formatted("s", relationship.type())
              : LoaderRules.VALID.formatted("r");
    }

    private String sort() {
      var sort = new ArrayList<String>();
      if (OF_INTERFACES.contains(relationship.target().entity())) {
        sort.addAll(List.of("n.agb", "n.key", "n.code"));
      }
      if (isConnection) {
        RelationshipProperties edge = relationship.properties();
        if (edge.temporal()) {
          sort.add("r.validFrom");
        }
        edge.keys().stream().map(Attribute::property).map("r."::concat).forEach(sort::add);
      }
      return String.join(", ", sort);
    }
  }

  /// Runs a statement on another thread.
  CompletableFuture<List<Record>> read(String statement, Map<String, Object> values) {
    return CompletableFuture.supplyAsync(() -> run(statement, values), THREADS);
  }

  private List<Record> run(String statement, Map<String, Object> values) {
    var parameters = new HashMap<>(values);
    parameters.put("day", LocalDate.now(ZONE));
    parameters.put("organisation", asker.organisation());
    try (var session = driver.session(READING)) {
      return session.run(statement, parameters).list();
    }
  }

  /// Returns what is related to one node, loaded together with that of others.
  CompletableFuture<List<Edge>> related(
      DataFetchingEnvironment field, Way way, String sortKey, Object key) {
    var name = way.type().name() + way.relationship().name() + way.columns() + way.isConnection();
    registry.computeIfAbsent(
        name, _ -> DataLoaderFactory.newDataLoader(batch(statement(way, sortKey), this::edges)));
    DataLoader<Object, List<Edge>> loader =
        Objects.requireNonNull(field.<Object, List<Edge>>getDataLoader(name));
    return loader.load(key);
  }

  /// Returns how many relationships one node has, counted together with those of others.
  CompletableFuture<Long> count(DataFetchingEnvironment field, Way way, Object key) {
    var name = way.type().name() + way.relationship().name() + " count";
    var statement =
        "%s AND %s RETURN key, count(r) AS found"
            .formatted(
                way.pattern(), LoaderRules.condition(asker, way.relationship().target().entity()));
    registry.computeIfAbsent(
        name,
        _ ->
            DataLoaderFactory.newDataLoader(
                batch(statement, found -> found == null ? 0L : found.asLong())));
    DataLoader<Object, Long> loader =
        Objects.requireNonNull(field.<Object, Long>getDataLoader(name));
    return loader.load(key);
  }

  private String statement(Way way, String sortKey) {
    var sort = List.of(sortKey, way.sort()).stream().filter(text -> !text.isEmpty());
    return "%s AND %s WITH %s ORDER BY %s RETURN key, collect([labels(n), n{%s}, %s]) AS found"
        .formatted(
            way.pattern(),
            LoaderRules.condition(asker, way.relationship().target().entity()),
            way.isConnection() ? "key, n, r" : "DISTINCT key, n",
            sort.collect(Collectors.joining(", ")),
            way.columns(),
            way.isConnection() ? "properties(r)" : "{}");
  }

  private <V> BatchLoader<Object, V> batch(String statement, Function<@Nullable Value, V> reader) {
    return keys ->
        read(statement, Map.of("keys", List.copyOf(keys)))
            .thenApply(rows -> inOrder(keys, rows, reader));
  }

  private static <V> List<V> inOrder(
      Collection<Object> keys, List<Record> rows, Function<@Nullable Value, V> reader) {
    var found = new HashMap<Object, Value>();
    rows.forEach(row -> found.put(row.get("key").asObject(), row.get("found")));
    return keys.stream().map(key -> reader.apply(found.get(key))).toList();
  }

  private List<Edge> edges(@Nullable Value found) {
    return found == null
        ? List.of()
        : found.asList(edge -> new Edge(node(edge.get(0), edge.get(1)), edge.get(2).asMap()));
  }

  /// Returns a node out of its labels and its columns.
  static Node node(Value labels, Value columns) {
    var type =
        labels.asList(Value::asString).stream()
            .filter(label -> !OF_INTERFACES.contains(label))
            .findFirst()
            .orElseThrow();
    return new Node(type, columns.asMap());
  }
}
