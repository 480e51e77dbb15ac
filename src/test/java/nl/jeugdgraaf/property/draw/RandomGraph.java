package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.property.reference.Graph;

/// Draws a graph that the model allows, and now and then values that it forbids.
public final class RandomGraph {
  private static final List<String> KEY_STARTS =
      List.of("", "k", "K", "\u00E9/", "a\"", "\\", "'", "\uD83D\uDE00");

  private final Model model;
  private final RandomSource draw;
  private final LocalDate today;
  private final RandomValues values;
  private final int wrongPercent;
  private final int missingPercent;
  private final boolean sharedKeys;
  private final List<Graph.Node> nodes = new ArrayList<>();

  /// Types of which there is always a node.
  private Set<String> always = Set.of();

  private final List<Graph.Edge> edges = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();

  private RandomGraph(Model model, long seed, LocalDate today, boolean clean) {
    this.model = model;
    this.draw = new RandomSource(seed);
    this.today = today;
    this.values = new RandomValues(draw, today);
    var dirt = clean ? 0 : draw.between(0, 9);
    this.sharedKeys = draw.chance(40) && !ExcludedFeatures.SHARED_KEYS.holds();
    this.wrongPercent = dirt >= 6 && !ExcludedFeatures.WRONG_VALUES.holds() ? 4 : 0;
    this.missingPercent = dirt >= 8 && !ExcludedFeatures.MISSING_VALUES.holds() ? 4 : 0;
  }

  /// Returns the graph of a seed.
  public static Graph of(Model model, long seed, LocalDate today) {
    return of(new RandomGraph(model, seed, today, false));
  }

  /// Returns the graph of a seed, in which the model forbids no value and none is missing that it
  /// promises.
  public static Graph clean(Model model, long seed, LocalDate today) {
    return of(new RandomGraph(model, seed, today, true));
  }

  /// Returns the graph of a seed, in which rules of access hold of some persons and not of others.
  public static Graph ofPersons(Model model, long seed, LocalDate today) {
    var random = new RandomGraph(model, seed, today, false);
    random.always = RandomTies.TYPES;
    var drawn = of(random);
    var edges = new ArrayList<>(drawn.edges());
    new RandomTies(model, random.draw, today).add(drawn.nodes(), edges);
    return new Graph(drawn.nodes(), List.copyOf(edges), today);
  }

  private static Graph of(RandomGraph random) {
    random.drawNodes();
    random.drawEdges();
    return new Graph(List.copyOf(random.nodes), List.copyOf(random.edges), random.today);
  }

  private void drawNodes() {
    int most = draw.between(2, 8);
    for (var type : model.nodes().values()) {
      int count = draw.chance(40) ? 0 : draw.between(1, most);
      int least = always.contains(type.name()) ? 2 : 0;
      for (int left = Math.max(least, count); left > 0; left--) {
        nodes.add(node(type, sharedKeys ? left : nodes.size()));
      }
    }
  }

  private Graph.Node node(NodeType type, int keyNumber) {
    var number = nodes.size();
    var properties = new LinkedHashMap<String, Object>();
    for (var attribute : type.attributes().values()) {
      if (attribute.key()) {
        properties.put(attribute.property(), key(attribute, keyNumber));
      } else if (DecidingDays.of(type).contains(attribute.name())) {
        putDecidingDay(properties, attribute);
      } else if (!DecidingDays.stated(type).contains(attribute.name()) || !draw.chance(30)) {
        putValue(properties, attribute);
      }
    }
    return new Graph.Node(number, type, properties);
  }

  /// Keys are unique in their type, in most graphs over all types, and their order is not the order
  /// of creation.
  private Object key(Attribute attribute, int number) {
    var mixed = (number * 37 + 11) % 1009;
    return switch (attribute.type().scalar()) {
      case Scalar.Code code ->
          switch (code) {
            case AGB -> "%08d".formatted(mixed);
            case CBS_CODE -> "%04d".formatted(mixed);
            case PRODUCT_CODE -> "%05d".formatted(mixed);
          };
      case Scalar.BuiltIn _, Scalar.Enumeration _ -> draw.from(KEY_STARTS) + mixed;
    };
  }

  /// Of nodes that are there, have ended and change their state today, there are few days around
  /// it.
  private void putDecidingDay(Map<String, Object> properties, Attribute attribute) {
    if (draw.chance(wrongPercent)) {
      properties.put(attribute.property(), values.wrong(attribute.type()));
    } else if (draw.chance(62)) {
      properties.put(attribute.property(), today.plusDays(draw.between(-5, 3)));
    }
  }

  private void putValue(Map<String, Object> properties, Attribute attribute) {
    var type = attribute.type();
    if (draw.chance(type.required() ? missingPercent : 30)) {
      return;
    }
    var value = draw.chance(wrongPercent) ? values.wrong(type) : values.stored(type);
    properties.put(attribute.property(), value);
  }

  private void drawEdges() {
    var kinds = kinds();
    kinds.forEach((type, of) -> model.lastField(type).ifPresent(last -> drawEnded(last, of)));
    drawChains();
    var types =
        kinds.keySet().stream()
            .filter(type -> !isOfChain(type))
            .filter(type -> model.lastField(type).isEmpty() || draw.chance(30))
            .toList();
    for (int left = nodes.size() * draw.between(1, 3); left > 0 && !types.isEmpty(); left--) {
      var type = draw.from(types);
      var kind = draw.from(kinds.get(type));
      var ends = ends(kind);
      var properties = properties(kind.edge());
      if (add(type, kind, ends, properties) && draw.chance(45)) {
        drawAnother(type, kind, ends);
      }
    }
  }

  private boolean isOfChain(String type) {
    return model.nodes().values().stream()
        .flatMap(node -> node.relationships().values().stream())
        .anyMatch(field -> field.isChain() && field.type().equals(type));
  }

  /// Relationships that chains follow: each node has one before it at most, and now and then they
  /// go in a circle.
  private void drawChains() {
    for (var type : model.nodes().values()) {
      for (var chain : type.relationships().values()) {
        if (chain.isChain() && chain.direction() == Direction.OUT) {
          var kind = kinds(type, chain).getFirst();
          var all = ofType(type.name());
          for (int i = 0; i < all.size(); i++) {
            if (draw.chance(85)) {
              var before = draw.chance(70) ? all.get(Math.max(i - 1, 0)) : draw.from(all);
              add(chain.type(), kind, new Graph.Ends(all.get(i), before), Map.of());
            }
          }
        }
      }
    }
  }

  /// Several relationships of one node, of which some end before it, some with it and some after.
  private void drawEnded(Model.LastField last, List<Kind> kinds) {
    var end = last.owner().attribute(last.end()).property();
    for (var owner : ofType(last.owner().name())) {
      for (int left = draw.between(0, 3); left > 0; left--) {
        var kind = draw.from(kinds);
        var other = draw.from(ofType(kind.from()));
        var properties = properties(kind.edge());
        var around = owner.properties().get(end) instanceof LocalDate day ? day : today;
        if (draw.chance(90)) {
          properties.put(RelationshipProperties.VALID_TO, around.plusDays(draw.between(-2, 1)));
        }
        putDay(properties, RelationshipProperties.VALID_FROM, around, -5, 0);
        add(last.field().type(), kind, new Graph.Ends(other, owner), properties);
      }
    }
  }

  /// Adds a relationship, unless there is one that nothing tells apart from it.
  private boolean add(String type, Kind kind, Graph.Ends ends, Map<String, Object> properties) {
    var isNew = kind.edge().isNone() || seen.add(identity(type, ends, kind.edge(), properties));
    if (isNew) {
      edges.add(new Graph.Edge(edges.size(), type, ends, properties));
    }
    return isNew;
  }

  /// Several relationships between the same two nodes, which differ in what orders them, or from
  /// one node to several.
  private void drawAnother(String type, Kind kind, Graph.Ends first) {
    var ends =
        switch (draw.between(0, 2)) {
          case 0 -> first;
          case 1 -> new Graph.Ends(first.from(), ends(kind).to());
          default -> new Graph.Ends(ends(kind).from(), first.to());
        };
    add(type, kind, ends, properties(kind.edge()));
  }

  /// What the order of a connection depends on; two relationships alike in it have no order.
  private static List<Object> identity(
      String type, Graph.Ends ends, RelationshipProperties edge, Map<String, Object> properties) {
    var identity = new ArrayList<Object>(List.of(type, ends.from().number(), ends.to().number()));
    if (edge.temporal()) {
      identity.add(properties.get(RelationshipProperties.VALID_FROM));
    }
    edge.keys().forEach(key -> identity.add(properties.get(key.property())));
    return identity;
  }

  private Graph.Ends ends(Kind kind) {
    var from = draw.from(ofType(kind.from()));
    var to = draw.from(ofType(kind.to()));
    return new Graph.Ends(from, to);
  }

  private List<Graph.Node> ofType(String type) {
    return nodes.stream().filter(node -> node.type().name().equals(type)).toList();
  }

  private Map<String, Object> properties(RelationshipProperties edge) {
    var properties = new LinkedHashMap<String, Object>();
    for (var attribute : edge.attributes().values()) {
      if (edge.temporal() && attribute.name().equals(RelationshipProperties.VALID_FROM)) {
        putDay(properties, RelationshipProperties.VALID_FROM, today, -6, 2);
      } else if (edge.temporal() && attribute.name().equals(RelationshipProperties.VALID_TO)) {
        putDay(properties, RelationshipProperties.VALID_TO, today, -2, 6);
      } else {
        putValue(properties, attribute);
      }
    }
    return properties;
  }

  private void putDay(
      Map<String, Object> properties, String name, LocalDate around, int least, int most) {
    if (draw.chance(65)) {
      properties.put(name, around.plusDays(draw.between(least, most)));
    }
  }

  /// The kinds of relationship between types of which there are nodes, by relationship type.
  private SequencedMap<String, List<Kind>> kinds() {
    var present = new HashSet<String>();
    nodes.forEach(node -> present.add(node.type().name()));
    var kinds = new LinkedHashMap<String, List<Kind>>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        for (var kind : kinds(entity, relationship)) {
          var known = kinds.computeIfAbsent(relationship.type(), _ -> new ArrayList<>());
          if (present.contains(kind.from())
              && present.contains(kind.to())
              && !known.contains(kind)) {
            known.add(kind);
          }
        }
      }
    }
    kinds.values().removeIf(List::isEmpty);
    return kinds;
  }

  private List<Kind> kinds(NodeEntity entity, RelationshipField relationship) {
    var kinds = new ArrayList<Kind>();
    for (var here : model.concrete(entity)) {
      for (var there : model.concrete(model.entity(relationship.target().entity()))) {
        var incoming = relationship.direction() == Direction.IN;
        var from = incoming ? there.name() : here.name();
        var to = incoming ? here.name() : there.name();
        kinds.add(new Kind(from, to, relationship.properties()));
      }
    }
    return kinds;
  }

  /// Relationships from one node type to another.
  private record Kind(String from, String to, RelationshipProperties edge) {}
}
