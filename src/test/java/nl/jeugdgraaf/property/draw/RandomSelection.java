package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws selection sets: fields with arguments, aliases, fragments, fields that merge.
final class RandomSelection {
  private static final int DEPTH_MAX = 11;
  private static final int ALIASES_MAX = 30;
  private static final int FRAGMENTS_MAX = 5;
  private static final List<Integer> FIELDS_MAX = List.of(6, 10, 20, 30, 60);
  private static final Set<String> CURSORS = Set.of("cursor", "startCursor", "endCursor");
  private static final List<String> STRUCTURAL =
      List.of("Connection", "Edge", "Aggregate", "ConnectionCount");
  private static final List<String> NARROW =
      List.of("Statistics", "CountDistinct", "PageInfo", "Changes", "Change", "State");

  private final GraphQLSchema schema;
  private final RandomSource draw;
  private final RandomArguments call;
  private final KeyBreadth breadth;
  private final Drawable menu;
  private final List<DrawnFragment> fragments = new ArrayList<>();
  private final int depthMax;
  private final int fieldsMax;
  private int aliases;
  private int fields;
  private int names;
  private int deepest;
  private int fragmentsBegun;

  /// In a group every selected value must be there, because its path can sort the groups.
  private boolean grouping;

  RandomSelection(GraphQLSchema schema, RandomSource draw, RandomArguments call) {
    this.schema = schema;
    this.draw = draw;
    this.call = call;
    this.breadth = new KeyBreadth(schema, DEPTH_MAX);
    this.menu = call.menu();
    this.fieldsMax = draw.from(FIELDS_MAX);
    this.depthMax = draw.between(3, DEPTH_MAX - 2);
  }

  /// Returns the selection set of the operation.
  String root() {
    return set(schema.getQueryType(), new ResponseKeys(), 1);
  }

  /// Returns the definitions of the named fragments, after the selection set was drawn.
  String fragments() {
    var text = new StringBuilder();
    for (var fragment : fragments) {
      text.append(
          "\nfragment %s on %s %s"
              .formatted(fragment.name(), name(fragment.type()), fragment.text()));
    }
    return text.toString();
  }

  private String set(GraphQLCompositeType type, ResponseKeys frame, int depth) {
    deepest = Math.max(deepest, depth);
    var text = new StringBuilder();
    for (int left = count(type, depth); left > 0; left--) {
      item(text, type, frame, depth);
    }
    if (text.isEmpty()) {
      field(text, (GraphQLFieldsContainer) type, frame, depth);
    }
    if (text.isEmpty()) {
      text.append(" __typename");
    }
    return "{" + text + " }";
  }

  private int count(GraphQLCompositeType type, int depth) {
    if (inner(type)) {
      return draw.between(1, type.getName().endsWith("Aggregate") ? 4 : 3);
    }
    return depth == 1 ? draw.between(2, 4) : draw.between(1, 5);
  }

  private void item(StringBuilder out, GraphQLCompositeType type, ResponseKeys frame, int depth) {
    var kind = draw.between(0, inner(type) || depth == 1 ? 400 : 99);
    if (kind < 5) {
      out.append(" __typename");
    } else if (kind < (type instanceof GraphQLInterfaceType ? 40 : 12)) {
      inlineFragment(out, type, frame, depth);
    } else if (kind < 47) {
      spread(out, type, frame, depth);
    } else if (kind < 55) {
      again(out, type, frame, depth);
    } else {
      field(out, (GraphQLFieldsContainer) type, frame, depth);
    }
  }

  private void field(
      StringBuilder out, GraphQLFieldsContainer type, ResponseKeys frame, int depth) {
    var definition = pick(type, depth);
    if (definition == null || fields >= fieldsMax) {
      return;
    }
    if (definition.getName().equals("groups")) {
      groups(out, type, definition, frame, depth);
      return;
    }
    var text = definition.getName() + call.arguments(type, definition);
    var widens = grouping && breadth.widens(type, text);
    if (widens && breadth.isFull(depth)) {
      return;
    }
    var signature = text + ": " + GraphQLTypeUtil.simplePrint(definition.getType());
    var key = key(type, definition, frame, signature);
    if (key == null) {
      return;
    }
    fields++;
    if (widens) {
      breadth.add(depth);
    }
    var alias = key.equals(definition.getName()) ? "" : key + ": ";
    var placed = new ResponseKeys.Field(name(type), alias + text, signature, definition.getName());
    write(out, definition, alias + text, frame.place(key, placed), depth);
  }

  /// Groups are drawn from within, because they are sorted by what is selected in them.
  private void groups(
      StringBuilder out,
      GraphQLFieldsContainer type,
      GraphQLFieldDefinition definition,
      ResponseKeys frame,
      int depth) {
    var free = frame.accepts("groups", "");
    if (!free && aliases >= ALIASES_MAX) {
      return;
    }
    fields++;
    var own = new ResponseKeys();
    breadth.clear();
    grouping = true;
    var set =
        set((GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType()), own, depth + 1);
    grouping = false;
    if (!menu.offers(ExcludedFeatures.BARE_GROUPS)) {
      set = set.replaceFirst("}$", "counted: count { nodes } }");
    }
    var text = "groups" + call.groupArguments(definition, own.paths(this::single));
    var named = free && draw.chance(82);
    var key = named ? "groups" : "a" + ++names;
    aliases += named ? 0 : 1;
    var head = named ? text : key + ": " + text;
    frame.place(key, new ResponseKeys.Field(name(type), head, text, "groups")).absorb(own);
    out.append(' ').append(head).append(call.condition(8)).append(' ').append(set);
  }

  private boolean single(ResponseKeys.Field field) {
    return !field.field().equals("id")
        && !composite(schema.getObjectType(field.parent()).getFieldDefinition(field.field()));
  }

  private String condition(int percent) {
    return grouping ? "" : call.condition(percent);
  }

  private void write(
      StringBuilder out,
      GraphQLFieldDefinition definition,
      String head,
      ResponseKeys below,
      int depth) {
    out.append(' ').append(head).append(condition(8));
    if (composite(definition)) {
      var type = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
      out.append(' ').append(set(type, below, depth + 1));
    }
  }

  /// Selects a field once more, so that two selection sets must be merged.
  private void again(StringBuilder out, GraphQLCompositeType type, ResponseKeys frame, int depth) {
    var placed = frame.of(name(type));
    if (placed.isEmpty() || fields >= fieldsMax) {
      return;
    }
    fields++;
    var drawn = draw.from(placed);
    var field = drawn.getValue();
    if (field.field().equals("groups")) {
      return;
    }
    if (field.head().startsWith(field.field()) || aliases < ALIASES_MAX) {
      aliases += field.head().startsWith(field.field()) ? 0 : 1;
      var definition = ((GraphQLFieldsContainer) type).getFieldDefinition(field.field());
      write(out, definition, field.head(), frame.place(drawn.getKey(), field), depth);
    }
  }

  private String key(
      GraphQLFieldsContainer type,
      GraphQLFieldDefinition definition,
      ResponseKeys frame,
      String signature) {
    var name = definition.getName();
    if (draw.chance(82) && frame.accepts(name, signature)) {
      return name;
    }
    if (CURSORS.contains(name)) {
      return null;
    }
    if (aliases >= ALIASES_MAX) {
      return frame.accepts(name, signature) ? name : null;
    }
    aliases++;
    // An alias can be the name of another field.
    var alias = draw.chance(15) ? draw.from(type.getFieldDefinitions()).getName() : "a" + ++names;
    return frame.accepts(alias, signature) && !CURSORS.contains(alias) ? alias : "a" + ++names;
  }

  private GraphQLFieldDefinition pick(GraphQLFieldsContainer type, int depth) {
    var leaves = new ArrayList<GraphQLFieldDefinition>();
    var composites = new ArrayList<GraphQLFieldDefinition>();
    for (var field : type.getFieldDefinitions()) {
      if (menu.offers(type, field) && (!grouping || menu.offersInGroup(type, field))) {
        (composite(field) ? composites : leaves).add(field);
      }
    }
    if (structural(type)) {
      return weighted(leaves, depth < DEPTH_MAX ? composites : List.of());
    }
    var deeper = depth < (inner(type) ? DEPTH_MAX : depthMax) && !composites.isEmpty();
    if (deeper && (leaves.isEmpty() || draw.chance(40))) {
      var leading = composites.stream().filter(field -> menu.leads(type, field.getName())).toList();
      var rare = composites.stream().filter(field -> menu.isRare(type, field.getName())).toList();
      if (!rare.isEmpty() && draw.chance(depth == 1 ? 10 : 35)) {
        return draw.from(rare);
      }
      return draw.from(leading.isEmpty() || draw.chance(10) ? composites : leading);
    }
    var decided = leaves.stream().filter(leaf -> menu.isDecided(type, leaf.getName())).toList();
    if (!decided.isEmpty() && draw.chance(50)) {
      return draw.from(decided);
    }
    return leaves.isEmpty() ? null : draw.from(leaves);
  }

  private GraphQLFieldDefinition weighted(
      List<GraphQLFieldDefinition> leaves, List<GraphQLFieldDefinition> composites) {
    var urn = new ArrayList<GraphQLFieldDefinition>();
    for (var field : leaves) {
      urn.add(field);
    }
    for (var field : composites) {
      var weight =
          switch (field.getName()) {
            case "edges", "node" -> 6;
            case "key" -> grouping ? 8 : 1;
            case "edgeKey" -> grouping ? 4 : 1;
            case "groups" -> 5;
            case "aggregate", "edge", "properties" -> 4;
            default -> 3;
          };
      for (int left = weight; left > 0; left--) {
        urn.add(field);
      }
    }
    return urn.isEmpty() ? null : draw.from(urn);
  }

  private void inlineFragment(
      StringBuilder out, GraphQLCompositeType type, ResponseKeys frame, int depth) {
    if (draw.chance(20)) {
      out.append(" ...").append(condition(60)).append(' ').append(set(type, frame, depth));
      return;
    }
    var on = draw.from(overlapping(type));
    var text = set(on, frame, depth);
    out.append(" ... on ").append(name(on)).append(condition(12)).append(' ').append(text);
  }

  private void spread(StringBuilder out, GraphQLCompositeType type, ResponseKeys frame, int depth) {
    if (!menu.offers(ExcludedFeatures.FRAGMENTS)) {
      return;
    }
    var fitting =
        fragments.stream().filter(fragment -> fits(fragment, type, frame, depth)).toList();
    if (!fitting.isEmpty() && draw.chance(70)) {
      var fragment = draw.from(fitting);
      frame.absorb(fragment.keys());
      aliases += fragment.extent().aliases();
      fields += fragment.extent().fields();
      breadth.add(fragment.extent().many(), depth);
      deepest = Math.max(deepest, depth + fragment.extent().depth() - 1);
      out.append(" ...").append(fragment.name()).append(condition(10));
    } else if (depth > 1 && fragmentsBegun < FRAGMENTS_MAX && draw.chance(50)) {
      fragmentsBegun++;
      newFragment(out, draw.from(overlapping(type)), frame, depth);
    }
  }

  private boolean fits(
      DrawnFragment fragment, GraphQLCompositeType type, ResponseKeys frame, int depth) {
    return overlap(type, fragment.type())
        && depth + fragment.extent().depth() <= DEPTH_MAX
        && aliases + fragment.extent().aliases() <= ALIASES_MAX
        && grouping == fragment.extent().grouped()
        && breadth.fits(fragment.extent().many(), depth)
        && frame.accepts(fragment.keys());
  }

  private void newFragment(
      StringBuilder out, GraphQLCompositeType on, ResponseKeys frame, int depth) {
    var own = new ResponseKeys(Optional.of(frame));
    int aliasesBefore = aliases;
    int fieldsBefore = fields;
    int deepestBefore = deepest;
    var breadthBefore = breadth.now();
    deepest = depth;
    var text = set(on, own, depth);
    frame.absorb(own);
    var extent =
        new DrawnFragment.Extent(
            deepest - depth + 1,
            aliases - aliasesBefore,
            fields - fieldsBefore,
            grouping,
            breadth.since(breadthBefore, depth));
    deepest = Math.max(deepest, deepestBefore);
    var fragment = new DrawnFragment("F" + (fragments.size() + 1), on, own, text, extent);
    fragments.add(fragment);
    out.append(" ...").append(fragment.name()).append(condition(10));
  }

  private List<GraphQLCompositeType> overlapping(GraphQLCompositeType type) {
    var all = new ArrayList<GraphQLCompositeType>();
    for (GraphQLNamedType other : schema.getAllTypesAsList()) {
      if (other instanceof GraphQLFieldsContainer composite && overlap(type, composite)) {
        all.add(composite);
      }
    }
    var there =
        all.stream().filter(other -> menu.present().types().contains(other.getName())).toList();
    return there.isEmpty() || draw.chance(15) ? all : there;
  }

  private boolean overlap(GraphQLCompositeType one, GraphQLCompositeType other) {
    var common = new HashSet<>(possible(one));
    common.retainAll(possible(other));
    return !common.isEmpty();
  }

  private Set<String> possible(GraphQLCompositeType type) {
    var names = new HashSet<String>();
    if (type instanceof GraphQLInterfaceType common) {
      schema.getImplementations(common).forEach(object -> names.add(object.getName()));
    } else if (type instanceof GraphQLObjectType object) {
      names.add(object.getName());
    }
    return names;
  }

  /// Types between a node and the nodes of its connection.
  private static boolean structural(GraphQLNamedType type) {
    return STRUCTURAL.stream().anyMatch(type.getName()::endsWith);
  }

  /// Types that are no node, and not what a relationship says.
  private static boolean inner(GraphQLNamedType type) {
    return structural(type) || NARROW.stream().anyMatch(type.getName()::endsWith);
  }

  private static boolean composite(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType;
  }

  private static String name(GraphQLNamedType type) {
    return type.getName();
  }
}
