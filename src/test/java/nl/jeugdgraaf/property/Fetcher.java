package nl.jeugdgraaf.property;

import graphql.execution.DataFetcherResult;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.property.Links.Link;

/// The one fetcher of every field: looks at what the parent is, and does what the field says.
///
/// The day on which relationships count travels down as the local context.
///
/// @param model the shape of the graph
record Fetcher(Model model) implements DataFetcher<Object> {
  private static final String CONNECTION = "Connection";

  @Override
  public Object get(DataFetchingEnvironment field) {
    var day = day(field);
    var links = new Links(model, field.<Graph>getRoot());
    var name = field.getFieldDefinition().getName();
    var data =
        switch (field.<Object>getSource()) {
          case Graph _ -> root(links, day, name, field.getArguments());
          case Graph.Node node -> member(links, day, node, field);
          case Connection connection -> connection.field(typeName(field), name, day);
          case Link link -> name.equals("node") ? link.node() : link.edge();
          case Graph.Edge edge -> attribute(edgeType(field), name, edge.properties());
          default -> throw new IllegalStateException("no field " + name);
        };
    return DataFetcherResult.newResult().data(data).localContext(day).build();
  }

  private static LocalDate day(DataFetchingEnvironment field) {
    var directives = field.getQueryDirectives().getImmediateAppliedDirective("asOf");
    if (!directives.isEmpty()) {
      return directives.getFirst().getArgument("date").getValue();
    }
    LocalDate above = field.getLocalContext();
    return above == null ? operationDay(field) : above;
  }

  private static LocalDate operationDay(DataFetchingEnvironment field) {
    OperationDefinition operation = field.getOperationDefinition();
    return operation.getDirectives("asOf").stream()
        .map(directive -> directive.getArgument("date").getValue())
        .map(value ->
            value instanceof VariableReference variable
                ? (LocalDate) field.getVariables().get(variable.getName())
                : LocalDate.parse(((StringValue) value).getValue()))
        .findFirst()
        .orElseGet(() -> field.<Graph>getRoot().today());
  }

  private Object root(Links links, LocalDate day, String name, Map<String, Object> arguments) {
    for (var entity : model.entities()) {
      if (entity.plural().equals(name)) {
        return list(links, day, entity, links.nodes(entity), arguments);
      }
    }
    for (var type : model.nodes().values()) {
      var first = type.name().substring(0, 1).toLowerCase(Locale.ROOT);
      if (name.equals(first + type.name().substring(1))) {
        return byKey(links.nodes(type), type, (Map<?, ?>) arguments.get("by"));
      }
    }
    throw new IllegalStateException("no root field " + name);
  }

  private static Optional<Graph.Node> byKey(
      List<Graph.Node> nodes, NodeEntity type, Map<?, ?> key) {
    var only = key.entrySet().iterator().next();
    var property = type.attributes().get((String) only.getKey()).property();
    return nodes.stream()
        .filter(node -> only.getValue().equals(node.properties().get(property)))
        .findFirst();
  }

  private List<Graph.Node> list(
      Links links,
      LocalDate day,
      NodeEntity entity,
      List<Graph.Node> nodes,
      Map<String, Object> arguments) {
    var conditions = new Conditions(links, day);
    var offset = arguments.get("offset") instanceof Integer given ? given : 0;
    var limit = arguments.get("limit") instanceof Integer given ? given : Integer.MAX_VALUE;
    return nodes.stream()
        .filter(node -> conditions.node(entity, node, arguments.get("where")))
        .distinct()
        .sorted(Order.nodes(model, entity, arguments.get("sort")))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  private Object member(
      Links links, LocalDate day, Graph.Node node, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    if (node.type().attributes().containsKey(name)) {
      return attribute(node.type(), name, node.properties());
    }
    var relationship = node.type().relationships().get(name);
    if (relationship != null) {
      return related(links, day, node, relationship, field.getArguments());
    }
    var stem = name.substring(0, name.length() - CONNECTION.length());
    return connection(node, node.type().relationships().get(stem), field);
  }

  private Object related(
      Links links,
      LocalDate day,
      Graph.Node node,
      Relationship relationship,
      Map<String, Object> arguments) {
    var entity = model.entity(relationship.target().entity());
    var related = links.of(node, relationship, day).stream().map(Link::node).toList();
    var list = list(links, day, entity, related, arguments);
    return relationship.target().many() ? list : list.stream().findFirst();
  }

  /// What a connection has is read where `edges`, `totalCount` and the counts stand: a day on one
  /// of them, or between, is nearer than that of the connection.
  private Connection connection(
      Graph.Node node, Relationship relationship, DataFetchingEnvironment field) {
    var arguments = field.getArguments();
    var graph = field.<Graph>getRoot();
    return new Connection(
        day -> {
          var links = new Links(model, graph);
          var conditions = new Conditions(links, day);
          return links.of(node, relationship, day).stream()
              .filter(link -> conditions.link(relationship, link, arguments.get("where")))
              .sorted(Order.links(model, relationship, arguments.get("sort")))
              .toList();
        },
        arguments.get("first") instanceof Integer given ? given : Integer.MAX_VALUE);
  }

  private Entity edgeType(DataFetchingEnvironment field) {
    return model.edges().get(typeName(field));
  }

  private static String typeName(DataFetchingEnvironment field) {
    return ((GraphQLNamedType) field.getParentType()).getName();
  }

  private static Object attribute(Entity entity, String name, Map<String, Object> properties) {
    var attribute = entity.attributes().get(name);
    return Stored.output(properties.get(attribute.property()), attribute.type());
  }

  /// A connection.
  ///
  /// @param matching the relationships that match on a day
  /// @param first how many of them `edges` gives
  private record Connection(Function<LocalDate, List<Link>> matching, int first) {
    Object field(String type, String name, LocalDate day) {
      var all = matching.apply(day);
      return switch (name) {
        case "edges" ->
            type.equals("ConnectionCount") ? all.size() : all.stream().limit(first).toList();
        case "totalCount" -> all.size();
        case "aggregate", "count" -> this;
        case "nodes" -> new LinkedHashSet<>(all.stream().map(Link::node).toList()).size();
        default -> throw new IllegalStateException("no field " + name);
      };
    }
  }
}
