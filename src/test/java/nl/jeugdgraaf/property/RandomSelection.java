package nl.jeugdgraaf.property;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
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
  private static final List<Integer> FIELDS_MAX = List.of(6, 10, 20, 30, 60);
  private static final GraphQLInputType BOOLEAN = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);

  private final GraphQLSchema schema;
  private final Draw draw;
  private final RandomInput input;
  private final Present present;
  private final List<Fragment> fragments = new ArrayList<>();
  private final int depthMax;
  private final int fieldsMax;
  private int aliases;
  private int fields;
  private int names;

  RandomSelection(GraphQLSchema schema, Draw draw, RandomInput input, Present present) {
    this.schema = schema;
    this.draw = draw;
    this.input = input;
    this.present = present;
    this.fieldsMax = draw.from(FIELDS_MAX);
    this.depthMax = draw.between(3, DEPTH_MAX - 2);
  }

  /// A named fragment.
  ///
  /// @param name its name
  /// @param type type that it is on
  /// @param frame its response keys
  /// @param text its selection set
  /// @param extent how many fields lie in each other, and how many aliases it has
  private record Fragment(
      String name, GraphQLCompositeType type, Frame frame, String text, Extent extent) {}

  private record Extent(int depth, int aliases, int fields) {}

  /// Returns the selection set of the operation.
  String root() {
    return set(schema.getQueryType(), new Frame(), 1);
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

  private String set(GraphQLCompositeType type, Frame frame, int depth) {
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
    if (structural(type)) {
      return draw.between(1, 3);
    }
    return depth == 1 ? draw.between(2, 4) : draw.between(1, 5);
  }

  private void item(StringBuilder out, GraphQLCompositeType type, Frame frame, int depth) {
    var kind = draw.between(0, structural(type) || depth == 1 ? 400 : 99);
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

  private void field(StringBuilder out, GraphQLFieldsContainer type, Frame frame, int depth) {
    var definition = pick(type, depth);
    if (definition == null || fields >= fieldsMax) {
      return;
    }
    var composite = composite(definition);
    var call = definition.getName() + arguments(definition);
    var dated = structural(type) ? Without.DAYS_IN_CONNECTIONS : Without.DAYS_ON_FIELDS;
    if (draw.chance(structural(type) || composite ? 10 : 1) && !dated.holds()) {
      call += " @asOf(date: " + Literal.text(input.day(day())) + ")";
    }
    var signature = call + ": " + GraphQLTypeUtil.simplePrint(definition.getType());
    var key = key(type, definition, frame, signature);
    if (key == null) {
      return;
    }
    fields++;
    var alias = key.equals(definition.getName()) ? "" : key + ": ";
    var placed = new Frame.Field(name(type), alias + call, signature, definition.getName());
    write(out, definition, alias + call, frame.place(key, placed), depth);
  }

  private void write(
      StringBuilder out, GraphQLFieldDefinition definition, String head, Frame below, int depth) {
    out.append(' ').append(head).append(condition(8));
    if (composite(definition)) {
      var type = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
      out.append(' ').append(set(type, below, depth + 1));
    }
  }

  /// Selects a field once more, so that two selection sets must be merged.
  private void again(StringBuilder out, GraphQLCompositeType type, Frame frame, int depth) {
    var placed = frame.of(name(type));
    if (placed.isEmpty() || fields >= fieldsMax) {
      return;
    }
    fields++;
    var drawn = draw.from(placed);
    var field = drawn.getValue();
    if (field.head().startsWith(field.field()) || aliases < ALIASES_MAX) {
      aliases += field.head().startsWith(field.field()) ? 0 : 1;
      var definition = ((GraphQLFieldsContainer) type).getFieldDefinition(field.field());
      write(out, definition, field.head(), frame.place(drawn.getKey(), field), depth);
    }
  }

  private String key(
      GraphQLFieldsContainer type,
      GraphQLFieldDefinition definition,
      Frame frame,
      String signature) {
    var name = definition.getName();
    if (draw.chance(82) && frame.accepts(name, signature)) {
      return name;
    }
    if (aliases >= ALIASES_MAX) {
      return frame.accepts(name, signature) ? name : null;
    }
    aliases++;
    // An alias can be the name of another field.
    var alias = draw.chance(15) ? draw.from(type.getFieldDefinitions()).getName() : "a" + ++names;
    return frame.accepts(alias, signature) ? alias : "a" + ++names;
  }

  private GraphQLFieldDefinition pick(GraphQLFieldsContainer type, int depth) {
    var leaves = new ArrayList<GraphQLFieldDefinition>();
    var composites = new ArrayList<GraphQLFieldDefinition>();
    for (var field : type.getFieldDefinitions()) {
      (composite(field) ? composites : leaves).add(field);
    }
    var structural = structural(type);
    var deeper = depth < (structural ? DEPTH_MAX : depthMax) && !composites.isEmpty();
    if (deeper && (leaves.isEmpty() || draw.chance(structural ? 75 : 40))) {
      var leading = named(type, composites, present.fields());
      var rare = named(type, composites, present.undirected());
      if (!rare.isEmpty() && draw.chance(10)) {
        return draw.from(rare);
      }
      return draw.from(leading.isEmpty() || draw.chance(10) ? composites : leading);
    }
    return leaves.isEmpty() ? null : draw.from(leaves);
  }

  private static List<GraphQLFieldDefinition> named(
      GraphQLFieldsContainer type, List<GraphQLFieldDefinition> fields, Set<String> names) {
    return fields.stream()
        .filter(field -> names.contains(type.getName() + "." + field.getName()))
        .toList();
  }

  private String arguments(GraphQLFieldDefinition definition) {
    var texts = new ArrayList<String>();
    for (GraphQLArgument argument : definition.getArguments()) {
      var value = input.argument(argument.getName(), argument.getType());
      if (value != null) {
        texts.add(argument.getName() + ": " + Literal.text(value));
      }
    }
    return texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")";
  }

  private String condition(int percent) {
    if (!draw.chance(percent) || Without.CONDITIONS.holds()) {
      return "";
    }
    var kept = draw.chance(80);
    return draw.chance(50)
        ? " @include(if: " + Literal.text(input.truth(BOOLEAN, kept)) + ")"
        : " @skip(if: " + Literal.text(input.truth(BOOLEAN, !kept)) + ")";
  }

  private void inlineFragment(
      StringBuilder out, GraphQLCompositeType type, Frame frame, int depth) {
    if (draw.chance(20)) {
      out.append(" ...").append(condition(60)).append(' ').append(set(type, frame, depth));
      return;
    }
    var on = draw.from(overlapping(type));
    var text = set(on, frame, depth);
    out.append(" ... on ").append(name(on)).append(condition(12)).append(' ').append(text);
  }

  private void spread(StringBuilder out, GraphQLCompositeType type, Frame frame, int depth) {
    if (Without.FRAGMENTS.holds()) {
      return;
    }
    var fitting =
        fragments.stream().filter(fragment -> fits(fragment, type, frame, depth)).toList();
    if (!fitting.isEmpty() && draw.chance(70)) {
      var fragment = draw.from(fitting);
      frame.absorb(fragment.frame());
      aliases += fragment.extent().aliases();
      fields += fragment.extent().fields();
      out.append(" ...").append(fragment.name()).append(condition(10));
    } else if (depth > 1 && fragments.size() < 3 && draw.chance(50)) {
      newFragment(out, draw.from(overlapping(type)), frame, depth);
    }
  }

  private boolean fits(Fragment fragment, GraphQLCompositeType type, Frame frame, int depth) {
    return overlap(type, fragment.type())
        && depth + fragment.extent().depth() <= DEPTH_MAX
        && aliases + fragment.extent().aliases() <= ALIASES_MAX
        && frame.accepts(fragment.frame());
  }

  private void newFragment(StringBuilder out, GraphQLCompositeType on, Frame frame, int depth) {
    var own = new Frame(Optional.of(frame));
    int aliasesBefore = aliases;
    int fieldsBefore = fields;
    var text = set(on, own, depth);
    frame.absorb(own);
    var extent = new Extent(depthMax - depth + 1, aliases - aliasesBefore, fields - fieldsBefore);
    var fragment = new Fragment("F" + (fragments.size() + 1), on, own, text, extent);
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
    var there = all.stream().filter(other -> present.types().contains(other.getName())).toList();
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

  private GraphQLInputType day() {
    return schema.getDirective("asOf").getArgument("date").getType();
  }

  /// Types between a node and the nodes of its connection.
  private static boolean structural(GraphQLNamedType type) {
    return type.getName().endsWith("Connection")
        || type.getName().endsWith("Edge")
        || type.getName().endsWith("Aggregate")
        || type.getName().equals("ConnectionCount");
  }

  private static boolean composite(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType;
  }

  private static String name(GraphQLNamedType type) {
    return type.getName();
  }
}
