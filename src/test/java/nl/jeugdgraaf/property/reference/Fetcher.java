package nl.jeugdgraaf.property.reference;

import graphql.execution.DataFetcherResult;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The one fetcher of every field: looks at what the parent is, and does what the field says.
///
/// The day on which relationships count travels down as the local context.
///
/// @param model the shape of the graph
public record Fetcher(Model model) implements DataFetcher<Object> {
  /// What an operation is asked of.
  ///
  /// @param days the graph of each day
  /// @param today the day that is asked where no other is
  public record Root(Function<LocalDate, RelatedNodes> days, LocalDate today) {}

  @Override
  public Object get(DataFetchingEnvironment field) {
    var day = day(field);
    var view = new GraphOnDay(field.<Root>getRoot().days(), day);
    var name = field.getFieldDefinition().getName();
    var data =
        switch (field.<Object>getSource()) {
          case Root _ -> new NodeFields(view).root(field);
          case Graph.Node node -> new NodeFields(view).member(node, field);
          case Connection connection -> connection(connection, day, field);
          case Connection.PageInfo info -> info.connection().pageInfo(name, day);
          case Link link -> link(link, name);
          case Graph.Edge edge -> {
            var type = model.relationshipProperties().get(typeName(field));
            yield StoredValues.output(
                GraphOnDay.value(type, name, edge.properties()), GraphOnDay.type(type, name));
          }
          case Changes changes -> changes.of(view, changes.node().type().relationships().get(name));
          case Changes.Change change -> change(change, name);
          default -> number(field, day);
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
        .orElseGet(() -> field.<Root>getRoot().today());
  }

  private static Object connection(
      Connection connection, LocalDate day, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    return switch (name) {
      case "edges" -> connection.edges(day);
      case "pageInfo" -> new Connection.PageInfo(connection);
      case "totalCount" -> connection.on().apply(day).rows().size();
      case "aggregate" -> new ConnectionAggregate(connection.on());
      case "groups" -> Grouping.of(connection.on().apply(day), field);
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
      case "on" -> change.on();
      case "kind" -> change.kind().name();
      case "before" -> change.before();
      case "after" -> change.after();
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  /// Fields of totals and groups.
  private Object number(DataFetchingEnvironment field, LocalDate day) {
    var name = field.getFieldDefinition().getName();
    return switch (field.<Object>getSource()) {
      case ConnectionAggregate aggregate -> aggregate.field(name);
      case Grouping.Group group ->
          name.equals("key") || name.equals("edgeKey")
              ? group.keys().get(resultKey(field))
              : new ConnectionAggregate(_ -> group.totals()).field(name);
      case Grouping.Key key -> keyValue(key, field);
      case ConnectionAggregate.Counts counts -> counts.on().apply(day).count(name);
      case ConnectionAggregate.DistinctCounts counts -> counts.on().apply(day).countDistinct(name);
      case ConnectionAggregate.Side side -> side.measure(name);
      case ConnectionAggregate.Measure measure ->
          measure.statistic(
              StatisticValues.named(name),
              Optional.ofNullable(field.<Double>getArgument("p")),
              day);
      default -> throw new IllegalStateException("no field " + name);
    };
  }

  private Object keyValue(Grouping.Key key, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    var value = key.values().get(resultKey(field));
    if (value == null || value instanceof Grouping.Key || name.equals("typename")) {
      return value;
    }
    var type = typeName(field).replaceFirst("Key$", "");
    var edge = model.relationshipProperties().get(type);
    return StoredValues.output(
        value, GraphOnDay.type(edge == null ? (Entity) model.entity(type) : edge, name));
  }

  private static String resultKey(DataFetchingEnvironment field) {
    return field.getMergedField().getResultKey();
  }

  private static String typeName(DataFetchingEnvironment field) {
    return ((GraphQLNamedType) field.getParentType()).getName();
  }
}
