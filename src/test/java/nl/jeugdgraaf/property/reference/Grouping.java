package nl.jeugdgraaf.property.reference;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import nl.jeugdgraaf.model.DateBucket;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;

/// The groups of a connection: by the values of the key fields that are selected.
///
/// Every response key under `key` and `edgeKey` has values of its own. Where a relationship leads
/// to several nodes, a row is in a group for each of them; two relationships make every pair.
///
/// @param totals all rows
/// @param selected the selection set of a group
record Grouping(Totals totals, List<SelectedField> selected) {
  /// Values that the members of a group have in common, by response key, in selection order.
  record Key(SequencedMap<String, Object> values) {}

  /// A group.
  ///
  /// @param keys by the response keys of `key` and `edgeKey`
  /// @param totals its members
  record Group(SequencedMap<String, Object> keys, Totals totals) {}

  /// Returns the groups that a field asks for.
  static List<Group> of(Totals totals, DataFetchingEnvironment field) {
    var grouping = new Grouping(totals, field.getSelectionSet().getImmediateFields());
    var arguments = field.getArguments();
    var offset = arguments.get("offset") instanceof Integer given ? given : 0;
    var first = arguments.get("first") instanceof Integer given ? given : Integer.MAX_VALUE;
    return grouping.all().stream()
        .filter(group -> group.totals().fit(arguments.get("having")).holds())
        .sorted(grouping.order(arguments.get("sort")))
        .skip(offset)
        .limit(first)
        .toList();
  }

  private List<Group> all() {
    var members = new LinkedHashMap<SequencedMap<String, Object>, LinkedHashSet<Link>>();
    for (var row : totals.rows()) {
      var ways = new LinkedHashMap<String, List<Object>>();
      for (var field : selected) {
        switch (field.getName()) {
          case "key" ->
              ways.put(field.getResultKey(), keys(totals.type().target(), row.node(), field));
          case "edgeKey" -> ways.put(field.getResultKey(), List.of(edgeKey(row, field)));
          default -> {}
        }
      }
      products(ways)
          .forEach(keys -> members.computeIfAbsent(keys, _ -> new LinkedHashSet<>()).add(row));
    }
    var groups = new ArrayList<Group>();
    members.forEach((keys, rows) ->
        groups.add(new Group(keys, new Totals(totals.view(), totals.type(), List.copyOf(rows)))));
    return groups;
  }

  private Key edgeKey(Link row, SelectedField key) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : fields(key)) {
      var value = GraphOnDay.value(totals.type().edge(), field.getName(), row);
      values.put(field.getResultKey(), bucket(field, value));
    }
    return new Key(values);
  }

  /// Returns every key that a node has; one that reaches the same key twice has it once.
  private List<Object> keys(NodeEntity entity, Graph.Node node, SelectedField key) {
    var ways = new LinkedHashMap<String, List<Object>>();
    for (var field : fields(key)) {
      ways.put(field.getResultKey(), values(entity, node, field));
    }
    var keys = new LinkedHashSet<Object>();
    products(ways).forEach(values -> keys.add(new Key(values)));
    return List.copyOf(keys);
  }

  private List<Object> values(NodeEntity entity, Graph.Node node, SelectedField field) {
    var name = field.getName();
    var relationship = entity.relationships().get(name);
    if (relationship != null) {
      var target = totals.view().target(relationship);
      var related = new LinkedHashSet<Object>();
      for (var link : totals.view().related(node, relationship)) {
        related.addAll(keys(target, link.node(), field));
      }
      return related.isEmpty() ? Collections.singletonList(null) : List.copyOf(related);
    }
    return Collections.singletonList(
        name.equals("typename")
            ? node.type().name()
            : bucket(field, GraphOnDay.value((Entity) entity, name, node)));
  }

  private static List<SelectedField> fields(SelectedField key) {
    return key.getSelectionSet().getImmediateFields().stream()
        .filter(field -> !field.getName().startsWith("__"))
        .toList();
  }

  /// The first day of the stretch in which a day lies; other values lie in none.
  private static Object bucket(SelectedField field, Object value) {
    if (!(field.getArguments().get("bucket") instanceof String bucket)) {
      return value;
    }
    return value instanceof LocalDate day
        ? switch (DateBucket.valueOf(bucket)) {
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
          case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
          case YEAR -> day.withDayOfYear(1);
        }
        : null;
  }

  /// Returns every choice of one value for each name.
  private static List<SequencedMap<String, Object>> products(
      SequencedMap<String, List<Object>> ways) {
    List<SequencedMap<String, Object>> products = List.of(new LinkedHashMap<>());
    for (var way : ways.entrySet()) {
      var longer = new ArrayList<SequencedMap<String, Object>>();
      for (var product : products) {
        for (var value : way.getValue()) {
          var whole = new LinkedHashMap<>(product);
          whole.put(way.getKey(), value);
          longer.add(whole);
        }
      }
      products = longer;
    }
    return products;
  }

  /// By the paths given, then by the values of the keys in the order in which they are selected.
  private Comparator<Group> order(Object sort) {
    var order = new ArrayList<Comparator<Group>>();
    for (var given : sort == null ? List.of() : (List<?>) sort) {
      var by = (Map<?, ?>) given;
      var path = Arrays.asList(((String) by.get("field")).split("\\."));
      checked(path, selected);
      order.add(Sorting.directed(group -> value(group, path), (String) by.get("direction")));
    }
    order.add((left, right) -> compareKeys(left.keys(), right.keys()));
    return Sorting.joined(order);
  }

  /// Every step is a response key that is selected, the last one that of a single value.
  private static void checked(List<String> path, List<SelectedField> fields) {
    var below = named(fields, path.getFirst()).getSelectionSet().getImmediateFields();
    if (path.size() > 1) {
      checked(path.subList(1, path.size()), below);
    } else if (!below.isEmpty()) {
      throw new IllegalStateException(path + " is not a single value");
    }
  }

  private static int compareKeys(
      SequencedMap<String, Object> left, SequencedMap<String, Object> right) {
    for (var each : left.entrySet()) {
      var order = compareValues(each.getValue(), right.get(each.getKey()));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareValues(Object left, Object right) {
    return left instanceof Key(var ours) && right instanceof Key(var theirs)
        ? compareKeys(ours, theirs)
        : left instanceof Key
            ? -1
            : right instanceof Key ? 1 : ValueOrder.ASCENDING.compare(left, right);
  }

  private Object value(Group group, List<String> path) {
    var first = named(selected, path.getFirst());
    var rest = path.subList(1, path.size());
    if (first.getName().equals("key") || first.getName().equals("edgeKey")) {
      Object value = group.keys().get(path.getFirst());
      for (var step : rest) {
        value = value instanceof Key(var values) ? values.get(step) : null;
      }
      return value;
    }
    var second = named(first.getSelectionSet().getImmediateFields(), rest.getFirst());
    return switch (first.getName()) {
      case "count" -> group.totals().count(second.getName());
      case "countDistinct" -> group.totals().countDistinct(second.getName());
      default -> {
        var third = named(second.getSelectionSet().getImmediateFields(), rest.getLast());
        yield group
            .totals()
            .statistic(
                first.getName(),
                second.getName(),
                StatisticValues.named(third.getName()),
                Optional.ofNullable((Double) third.getArguments().get("p")));
      }
    };
  }

  private static SelectedField named(List<SelectedField> fields, String resultKey) {
    return fields.stream()
        .filter(field -> field.getResultKey().equals(resultKey))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(resultKey + " is not selected"));
  }
}
