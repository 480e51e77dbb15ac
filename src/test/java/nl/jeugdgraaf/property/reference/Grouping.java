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
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.property.reference.RelatedNodes.Link;
import nl.jeugdgraaf.property.reference.Totals.Member;

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

  /// The id of a node in a key.
  ///
  /// @param entity as what the node was asked
  /// @param node the node
  /// @param asked the day that it was asked on
  record KeyId(NodeEntity entity, Graph.Node node, AskedDay asked) {
    String text() {
      return ReferenceId.of(node, asked.inIds());
    }
  }

  /// A group.
  ///
  /// @param keys by the response keys of `key` and `edgeKey`
  /// @param totals its members
  record Group(SequencedMap<String, Object> keys, Totals totals) {}

  /// One of the ways from a member to values of its key.
  ///
  /// @param value a value, or values by response key
  /// @param passed the nodes on the way, or nothing where it ended, by the names of the fields that
  ///   lead there from the member; of fields with one name the first counts
  private record Way<T>(T value, Map<List<String>, Optional<Graph.Node>> passed) {
    static <T> Way<T> to(T value) {
      return new Way<>(value, Map.of());
    }
  }

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
    var members = new LinkedHashMap<SequencedMap<String, Object>, LinkedHashSet<Member>>();
    for (var row : totals.rows()) {
      var ways = new LinkedHashMap<String, List<Way<Object>>>();
      for (var field : selected) {
        switch (field.getName()) {
          case "key" ->
              ways.put(
                  field.getResultKey(),
                  keys(new Place(totals.view(), List.of()), totals.type().target(), row, field));
          case "edgeKey" -> ways.put(field.getResultKey(), List.of(Way.to(edgeKey(row, field))));
          default -> {}
        }
      }
      products(ways)
          .forEach(way ->
              members
                  .computeIfAbsent(way.value(), _ -> new LinkedHashSet<>())
                  .add(new Member(row, way.passed())));
    }
    var groups = new ArrayList<Group>();
    members.forEach((keys, rows) ->
        groups.add(
            new Group(
                keys,
                new Totals(totals.view(), totals.type(), List.copyOf(rows), totals.where()))));
    return groups;
  }

  private Key edgeKey(Link row, SelectedField key) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : fields(key)) {
      var edge = totals.type().edge();
      var value = bucket(field, GraphOnDay.value(edge, field.getName(), row));
      values.put(
          field.getResultKey(), Folding.collated(value, GraphOnDay.type(edge, field.getName())));
    }
    return new Key(values);
  }

  /// Where in a key something stands.
  ///
  /// @param view the graph on the day that is asked there
  /// @param path names of the fields that lead there
  private record Place(GraphOnDay view, List<String> path) {
    Place below(SelectedField field) {
      var longer = new ArrayList<>(path);
      longer.add(field.getName());
      return new Place(view.or(field.getArguments().get("asOf")), List.copyOf(longer));
    }
  }

  /// Returns every way to a key that a node has.
  private List<Way<Object>> keys(Place place, NodeEntity entity, Link row, SelectedField key) {
    var ways = new LinkedHashMap<String, List<Way<Object>>>();
    for (var field : fields(key)) {
      ways.put(field.getResultKey(), values(place, entity, row.node(), field));
    }
    return products(ways).stream()
        .map(way -> new Way<Object>(new Key(way.value()), way.passed()))
        .toList();
  }

  private List<Way<Object>> values(
      Place place, NodeEntity entity, Graph.Node node, SelectedField field) {
    var name = field.getName();
    var relationship = entity.relationships().get(name);
    if (relationship != null) {
      return related(place.below(field), relationship, node, field);
    }
    return switch (name) {
      case "typename" -> List.of(Way.to(node.type().name()));
      case "id" -> List.of(Way.to(new KeyId(entity, node, place.view().asked())));
      default ->
          each(place.view().value(entity, name, node), GraphOnDay.type(entity, name)).stream()
              .map(value ->
                  Way.to(Folding.collated(bucket(field, value), GraphOnDay.type(entity, name))))
              .toList();
    };
  }

  /// Returns each different value of a list, or null where there is none; a single value is itself.
  private static List<Object> each(Object value, ValueType type) {
    var values = type.list() && value instanceof List<?> list ? list : List.of();
    return type.list() && !values.isEmpty()
        ? List.copyOf(new LinkedHashSet<Object>(values))
        : Collections.singletonList(type.list() ? null : value);
  }

  private List<Way<Object>> related(
      Place place, RelationshipField relationship, Graph.Node node, SelectedField field) {
    var view = place.view();
    var links =
        NodeFields.everyPeriod(field.getArguments())
            ? view.ever(node, relationship)
            : view.related(node, relationship);
    var ways = new LinkedHashSet<Way<Object>>();
    for (var link : links) {
      for (var way : keys(place, view.target(relationship), link, field)) {
        var passed = new LinkedHashMap<List<String>, Optional<Graph.Node>>();
        passed.put(place.path(), Optional.of(link.node()));
        way.passed().forEach(passed::putIfAbsent);
        ways.add(new Way<>(way.value(), passed));
      }
    }
    return ways.isEmpty()
        ? List.of(nowhere(place, view.target(relationship), field))
        : List.copyOf(ways);
  }

  /// The way to nothing: no node is passed at any of the fields.
  private Way<Object> nowhere(Place place, NodeEntity entity, SelectedField field) {
    var passed = new LinkedHashMap<List<String>, Optional<Graph.Node>>();
    passed.put(place.path(), Optional.empty());
    for (var inner : fields(field)) {
      var relationship = entity.relationships().get(inner.getName());
      if (relationship != null) {
        nowhere(place.below(inner), place.view().target(relationship), inner)
            .passed()
            .forEach(passed::putIfAbsent);
      }
    }
    return new Way<>(null, passed);
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

  /// Returns every choice of one way for each name.
  private static List<Way<SequencedMap<String, Object>>> products(
      SequencedMap<String, List<Way<Object>>> ways) {
    List<Way<SequencedMap<String, Object>>> products = List.of(Way.to(new LinkedHashMap<>()));
    for (var each : ways.entrySet()) {
      var longer = new ArrayList<Way<SequencedMap<String, Object>>>();
      for (var product : products) {
        for (var way : each.getValue()) {
          var values = new LinkedHashMap<>(product.value());
          values.put(each.getKey(), way.value());
          var passed = new LinkedHashMap<>(product.passed());
          way.passed().forEach(passed::putIfAbsent);
          longer.add(new Way<>(values, passed));
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

  private int compareKeys(SequencedMap<String, Object> left, SequencedMap<String, Object> right) {
    for (var each : left.entrySet()) {
      var order = compareValues(each.getValue(), right.get(each.getKey()));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int compareValues(Object left, Object right) {
    if (left instanceof KeyId ours && right instanceof KeyId theirs) {
      return new Sorting(totals.view()).keys(ours.entity()).compare(ours.node(), theirs.node());
    }
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
