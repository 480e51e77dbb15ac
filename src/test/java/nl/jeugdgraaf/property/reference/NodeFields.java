package nl.jeugdgraaf.property.reference;

import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The fields at the root, and those of nodes.
///
/// @param view the graph on the day that counts for the field
record NodeFields(GraphOnDay view) {
  private static final String CONNECTION = "Connection";

  /// Returns the value of a field at the root.
  Object root(DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    var arguments = field.getArguments();
    for (var entity : view.model().entities()) {
      if (entity.plural().equals(name)) {
        return list(entity, view.nodes(entity), arguments);
      }
      if ((entity.plural() + CONNECTION).equals(name)) {
        return connection(entity, arguments);
      }
    }
    for (var type : view.model().nodes().values()) {
      var first = type.name().substring(0, 1).toLowerCase(Locale.ROOT);
      if (name.equals(first + type.name().substring(1))) {
        return byKey(type, (Map<?, ?>) arguments.get("by"));
      }
    }
    throw new IllegalStateException("no root field " + name);
  }

  private Optional<Graph.Node> byKey(NodeEntity type, Map<?, ?> key) {
    var only = key.entrySet().iterator().next();
    return view.nodes(type).stream()
        .filter(node -> only.getValue().equals(view.value(type, (String) only.getKey(), node)))
        .findFirst();
  }

  private List<Graph.Node> list(
      NodeEntity entity, List<Graph.Node> nodes, Map<String, Object> arguments) {
    var conditions = new FilterEvaluator(view);
    var offset = arguments.get("offset") instanceof Integer given ? given : 0;
    var limit = arguments.get("limit") instanceof Integer given ? given : Integer.MAX_VALUE;
    return nodes.stream()
        .filter(node -> conditions.node(entity, node, arguments.get("where")).holds())
        .distinct()
        .sorted(new Sorting(view).nodes(entity, arguments.get("sort")))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  private Connection connection(NodeEntity entity, Map<String, Object> arguments) {
    var all = new LinkedHashMap<String, Object>();
    all.put("where", arguments.get("where"));
    all.put("sort", arguments.get("sort"));
    var rows = list(entity, view.nodes(entity), all).stream().map(Link::ofRoot).toList();
    var totals = Totals.of(view, ConnectionType.ofRoot(entity), rows, arguments.get("where"));
    return new Connection(totals, Connection.Page.of(arguments));
  }

  /// Returns the value of a field of a node.
  Object member(Graph.Node node, DataFetchingEnvironment field) {
    var name = field.getFieldDefinition().getName();
    var type = node.type();
    if (name.equals("id")) {
      return ReferenceId.of(node, view.asked().inIds());
    }
    if (name.equals("changes")) {
      return new Changes(node, field.getArgument("from"), field.getArgument("to"));
    }
    if (type.attributes().containsKey(name) || type.computed().containsKey(name)) {
      return StoredValues.output(view.value(type, name, node), GraphOnDay.type(type, name));
    }
    var relationship = type.relationships().get(name);
    if (relationship != null) {
      return related(node, relationship, field.getArguments());
    }
    var stem = name.substring(0, name.length() - CONNECTION.length());
    return connection(node, type.relationships().get(stem), field.getArguments());
  }

  /// Returns whether arguments ask for every period.
  static boolean everyPeriod(Map<String, Object> arguments) {
    return Boolean.TRUE.equals(arguments.get("history"));
  }

  private Object related(
      Graph.Node node, RelationshipField relationship, Map<String, Object> arguments) {
    var links =
        everyPeriod(arguments) ? view.ever(node, relationship) : view.related(node, relationship);
    var list = list(view.target(relationship), links.stream().map(Link::node).toList(), arguments);
    return relationship.target().many() ? list : list.stream().findFirst();
  }

  private Connection connection(
      Graph.Node node, RelationshipField relationship, Map<String, Object> arguments) {
    var where = arguments.get("where");
    var conditions = new FilterEvaluator(view);
    var reached =
        everyPeriod(arguments)
            ? view.ever(node, relationship)
            : conditions.reached(node, relationship, where);
    var rows =
        reached.stream()
            .filter(link -> conditions.link(relationship, link, where).holds())
            .sorted(new Sorting(view).links(relationship, arguments.get("sort")))
            .toList();
    var type = ConnectionType.of(view.model(), relationship);
    var totals = Totals.of(view, type, rows, null);
    return new Connection(totals, Connection.Page.of(arguments));
  }
}
