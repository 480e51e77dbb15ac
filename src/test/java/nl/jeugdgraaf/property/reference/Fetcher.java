package nl.jeugdgraaf.property.reference;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The one fetcher of every field: looks at what the parent is, and does what the field says.
///
/// The day that is asked travels down as the local context.
///
/// @param model the shape of the graph
public record Fetcher(Model model) implements DataFetcher<Object> {
  /// What an operation is asked of.
  ///
  /// @param links the graph
  /// @param today the day that is asked where no other is
  record Root(RelatedNodes links, LocalDate today) {}

  @Override
  public Object get(DataFetchingEnvironment field) {
    if (field.getSource() instanceof Root root) {
      switch (field.getFieldDefinition().getName()) {
        case "node" -> {
          return identified(root, field.getArgument("id"));
        }
        case "nodes" -> {
          return field.<List<String>>getArgument("ids").stream()
              .map(id -> identified(root, id))
              .toList();
        }
        default -> {}
      }
    }
    var asked = asked(field);
    return result(value(field, asked), asked);
  }

  private static DataFetcherResult<Object> result(Object data, AskedDay asked) {
    return DataFetcherResult.newResult().data(data).localContext(asked).build();
  }

  /// Each node is asked on the day in its id.
  private static Object identified(Root root, String id) {
    var asked = AskedDay.today(root.today()).or(ReferenceId.day(id).orElse(null));
    var view = new GraphOnDay(root.links(), asked, true);
    var found =
        root.links().graph().nodes().stream()
            .filter(node -> ReferenceId.of(node, asked.inIds()).equals(id))
            .filter(view::isThere)
            .findFirst();
    return result(found.orElse(null), asked);
  }

  private static AskedDay asked(DataFetchingEnvironment field) {
    AskedDay above = field.getLocalContext();
    var around = above == null ? AskedDay.today(field.<Root>getRoot().today()) : above;
    return around.or(field.getArgument("asOf"));
  }

  private Object value(DataFetchingEnvironment field, AskedDay asked) {
    var view = new GraphOnDay(field.<Root>getRoot().links(), asked, true);
    var name = field.getFieldDefinition().getName();
    return switch (field.<Object>getSource()) {
      case Root _ -> new NodeFields(view).root(field);
      case Graph.Node node -> new NodeFields(view).member(node, field);
      case Connection connection -> connection(connection, field);
      case Connection.PageInfo info -> info.connection().pageInfo(name);
      case Link link -> link(link, name);
      case Graph.Edge edge -> {
        var type = model.relationshipProperties().get(typeName(field));
        yield StoredValues.output(
            GraphOnDay.value(type, name, edge.properties()), GraphOnDay.type(type, name));
      }
      case Changes changes -> changes.of(view, changes.node().type().relationships().get(name));
      case Changes.Listed listed ->
          name.equals("edges")
              ? listed.changes().stream().map(Changes.Row::new).toList()
              : listed.changes().size();
      case Changes.Row row -> name.equals("cursor") ? Connection.CURSOR : row.change();
      case Changes.Change change -> change(change, name);
      default -> number(field);
    };
  }

  private static Object connection(Connection connection, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    return switch (name) {
      case "edges" -> connection.edges();
      case "pageInfo" -> new Connection.PageInfo(connection);
      case "totalCount" -> connection.totals().rows().size();
      case "aggregate" -> new ConnectionAggregate(connection.totals());
      case "groups" -> Grouping.of(connection.totals(), field);
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  private static Object link(Link link, String name) {
    return switch (name) {
      case "cursor" -> Connection.CURSOR;
      case "node" -> link.node();
      case "properties" -> link.edge();
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  private static Object change(Changes.Change change, String name) {
    return switch (name) {
      case "of" -> change.of();
      case "on" -> change.on();
      case "kind" -> change.kind().name();
      case "before" -> change.before();
      case "after" -> change.after();
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  /// Fields of totals and groups.
  private Object number(DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    return switch (field.<Object>getSource()) {
      case ConnectionAggregate aggregate -> aggregate.field(name);
      case Grouping.Group group ->
          name.equals("key") || name.equals("edgeKey")
              ? group.keys().get(resultKey(field))
              : new ConnectionAggregate(group.totals()).field(name);
      case Grouping.Key key -> keyValue(key, field);
      case ConnectionAggregate.Counts counts -> counts.totals().count(name);
      case ConnectionAggregate.DistinctCounts counts -> counts.totals().countDistinct(name);
      case ConnectionAggregate.Side side -> side.measure(name);
      case ConnectionAggregate.Measure measure ->
          measure.statistic(
              StatisticValues.named(name), Optional.ofNullable(field.<Double>getArgument("p")));
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  private Object keyValue(Grouping.Key key, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    var value = key.values().get(resultKey(field));
    if (value == null || value instanceof Grouping.Key || name.equals("typename")) {
      return value;
    }
    if (value instanceof Grouping.KeyId id) {
      return id.text();
    }
    var type = typeName(field).replaceFirst("Key$", "");
    var edge = model.relationshipProperties().get(type);
    var stored = GraphOnDay.type(edge == null ? (Entity) model.entity(type) : edge, name);
    return StoredValues.output(
        value instanceof Folding.Collated(var text) ? text : value,
        new ValueType(stored.scalar(), false, stored.required()));
  }

  private static String resultKey(DataFetchingEnvironment field) {
    return field.getMergedField().getResultKey();
  }

  private static String typeName(DataFetchingEnvironment field) {
    return ((GraphQLNamedType) field.getParentType()).getName();
  }
}
