package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.property.draw.RandomVariables.Position;

/// Draws values for arguments: conditions, sorts, pages, keys.
///
/// What an input type is for shows in its name; its fields come from the schema.
public final class RandomInput {
  private static final int CONDITION_DEPTH_MAX = 4;
  private static final List<Integer> COUNTS = List.of(0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3);
  private static final List<Double> PARTS = List.of(0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0);
  private static final Set<String> COMBINING = Set.of("AND", "OR", "NOT");
  private static final Set<String> TEXTUAL = Set.of("contains", "startsWith", "endsWith");

  private final RandomSource draw;
  private final RandomScalars scalars;
  private final RandomVariables variables;
  private final Drawable menu;
  private int room = 60;

  public RandomInput(
      RandomSource draw, RandomScalars scalars, Drawable menu, RandomVariables variables) {
    this.draw = draw;
    this.scalars = scalars;
    this.menu = menu;
    this.variables = variables;
  }

  /// Returns a value for an argument; null where the argument shall be left out.
  Object argument(String name, GraphQLInputType type) {
    var wanted =
        switch (name) {
          case "where" -> 42;
          case "sort" -> 45;
          case "having" -> 35;
          case "limit", "first" -> 25;
          case "last" -> menu.offers(ExcludedFeatures.PAGES) ? 20 : 0;
          case "offset" -> 10;
          case "bucket" -> 60;
          case "asOf" -> menu.offers(ExcludedFeatures.DAYS_OF_FIELDS) ? 12 : 0;
          case "history" -> menu.offers(ExcludedFeatures.HISTORY) ? 20 : 0;
          case "by", "id", "ids", "p" -> 100;
          default -> 0;
        };
    if (!draw.chance(wanted)) {
      return null;
    }
    var optional = wanted < 100;
    if (draw.chance(15)) {
      var position = new Position(optional, optional);
      return variables.define(type, argumentValue(name, type, false), position);
    }
    return argumentValue(name, type, true);
  }

  private Object argumentValue(String name, GraphQLInputType type, boolean withVariables) {
    return switch (name) {
      case "limit", "first", "last" -> draw.chance(8) ? 0 : draw.between(1, 5);
      case "offset" -> draw.between(0, 2);
      case "p" -> draw.from(PARTS);
      case "id" -> scalars.id();
      case "asOf" -> draw.chance(8) ? empty(withVariables) : scalars.dayOfPeriod();
      case "history" -> draw.chance(8) ? empty(withVariables) : (Object) draw.chance(85);
      case "ids" -> {
        var ids = new ArrayList<Object>();
        for (int left = draw.between(1, 4); left > 0; left--) {
          ids.add(scalars.id());
        }
        yield ids;
      }
      default -> value(type, 0, withVariables);
    };
  }

  /// Null as a document writes it, because an argument without a value is left out; or the value of
  /// a variable.
  private static Object empty(boolean written) {
    return written ? new Literal.Name("null") : null;
  }

  /// Returns a value of a type, without variables.
  public Object literal(GraphQLInputType type) {
    return value(type, 0, false);
  }

  /// Returns a day for the argument `asOf` of all fields at the root.
  Object day(GraphQLInputType type) {
    var day = scalars.dayOfPeriod();
    return draw.chance(30) ? variables.define(type, day, new Position(true, true)) : day;
  }

  /// Returns two days, the earlier first; as variables so far apart that they stay in order when
  /// they get other values.
  List<Object> span(GraphQLInputType type) {
    var from = scalars.dayOfPeriod();
    if (draw.chance(25)) {
      return List.of(
          variables.define(type, from, Position.VALUE_ONLY),
          variables.define(type, from.plusDays(draw.between(4, 8)), Position.VALUE_ONLY));
    }
    return List.of(from, from.plusDays(draw.between(0, 8)));
  }

  /// Returns what groups are sorted by: paths of values that are selected.
  Object groupSort(GraphQLInputType type, List<String> paths) {
    var list = new ArrayList<Object>();
    for (int left = draw.between(1, 2); left > 0; left--) {
      var one = new LinkedHashMap<String, Object>(Map.of("field", draw.from(paths)));
      if (draw.chance(70)) {
        one.put("direction", new Literal.Name(draw.chance(50) ? "ASC" : "DESC"));
      }
      list.add(one);
    }
    return draw.chance(15) ? variables.define(type, list, Position.VALUE_ONLY) : list;
  }

  /// Returns a truth value for `@skip` and `@include`.
  Object truth(GraphQLInputType type, boolean truth) {
    return draw.chance(40) ? variables.define(type, truth, Position.VALUE_ONLY) : truth;
  }

  private Object value(GraphQLInputType type, int depth, boolean withVariables) {
    return switch (type) {
      case GraphQLNonNull required ->
          value((GraphQLInputType) required.getWrappedType(), depth, withVariables);
      case GraphQLList list -> list(list, depth, withVariables, 0);
      case GraphQLScalarType scalar -> scalars.of(scalar.getName());
      case GraphQLEnumType list ->
          new Literal.Name(
              draw.from(
                  list.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()));
      case GraphQLInputObjectType object -> object(object, depth, withVariables);
      default -> throw new IllegalStateException("no value of " + type);
    };
  }

  /// A list; one element can take the place of a list of it, as the specification says.
  private Object list(GraphQLList type, int depth, boolean withVariables, int least) {
    var element = (GraphQLInputType) type.getWrappedType();
    if (draw.chance(10)) {
      return value(element, depth, withVariables);
    }
    var list = new ArrayList<Object>();
    for (int left = draw.between(least, depth == 0 ? 3 : 2); left > 0; left--) {
      var value = value(element, depth, withVariables);
      var variable = withVariables && !holdsVariable(value) && draw.chance(6);
      list.add(variable ? variables.define(element, value, Position.VALUE_ONLY) : value);
    }
    return list;
  }

  private static boolean holdsVariable(Object value) {
    return switch (value) {
      case Literal.Variable _ -> true;
      case Map<?, ?> map -> map.values().stream().anyMatch(RandomInput::holdsVariable);
      case List<?> list -> list.stream().anyMatch(RandomInput::holdsVariable);
      case null, default -> false;
    };
  }

  private Object object(GraphQLInputObjectType type, int depth, boolean withVariables) {
    var name = type.getName();
    var fields = type.getFields().stream().filter(field -> menu.offers(type, field)).toList();
    if (type.isOneOf()) {
      var field = draw.from(fields);
      var node = name.substring(0, name.length() - "By".length());
      var key = scalars.ownKey(node, field.getName(), named(field));
      return only(field, key, withVariables);
    }
    if (name.endsWith("ConnectionSortByAggregate")) {
      return counted(type, fields, depth, withVariables);
    }
    if (name.endsWith("Sort")) {
      var field = sortField(type, fields, depth);
      return only(field, value(field.getType(), depth + 1, withVariables), withVariables);
    }
    var object = new LinkedHashMap<String, Object>();
    if (name.endsWith("ConnectionFilter") && draw.chance(20)) {
      fields.stream()
          .filter(field -> field.getName().equals("where") && depth < limit(type, field))
          .forEach(field -> object.put("where", fieldValue(type, field, depth, withVariables)));
    }
    var usable = fields.stream().filter(field -> depth < limit(type, field)).toList();
    var count = name.endsWith("Filter") ? 1 + (draw.chance(15) ? 1 : 0) : draw.from(COUNTS);
    for (int left = count; left > 0 && room > 0 && !usable.isEmpty(); left--) {
      room--;
      var field = pick(type, usable, depth);
      var value = fieldValue(type, field, depth, withVariables);
      object.put(field.getName(), value);
    }
    return object;
  }

  /// By how many are related: of all, or of those that fit a condition.
  private Object counted(
      GraphQLInputObjectType type,
      List<GraphQLInputObjectField> fields,
      int depth,
      boolean withVariables) {
    var object = new LinkedHashMap<String, Object>();
    for (var field : fields) {
      if (field.getName().equals("aggregate")) {
        object.put("aggregate", value(field.getType(), depth + 1, withVariables));
      } else if (draw.chance(40)) {
        object.put(field.getName(), fieldValue(type, field, 1, withVariables));
      }
    }
    return object;
  }

  /// By a value of its own, or by what is related: by how many, or by a value of the one.
  private GraphQLInputObjectField sortField(
      GraphQLInputObjectType type, List<GraphQLInputObjectField> fields, int depth) {
    var own = fields.stream().filter(field -> named(field).equals("SortDirection")).toList();
    var related = new ArrayList<>(fields);
    related.removeAll(own);
    if (own.isEmpty() || (!related.isEmpty() && depth < 3 && draw.chance(40))) {
      var kind = draw.from(related.stream().map(field -> nested(field)).distinct().toList());
      var same = related.stream().filter(field -> nested(field) == kind).toList();
      var leading = same.stream().filter(field -> menu.leads(type, field.getName())).toList();
      return draw.from(leading.isEmpty() || draw.chance(15) ? same : leading);
    }
    return draw.from(decidedOr(own, type));
  }

  /// Of few fields the value depends on the day; they are drawn more often than their number would
  /// have it.
  private List<GraphQLInputObjectField> decidedOr(
      List<GraphQLInputObjectField> fields, GraphQLInputObjectType type) {
    var decided = fields.stream().filter(it -> menu.isDecided(type, it.getName())).toList();
    return !decided.isEmpty() && draw.chance(40) ? decided : fields;
  }

  private static boolean nested(GraphQLInputObjectField field) {
    return named(field).endsWith("Sort");
  }

  /// An object with one key; it must have a value, so a variable must have one too.
  private Object only(GraphQLInputObjectField field, Object drawn, boolean withVariables) {
    var value = drawn;
    if (withVariables && !holdsVariable(value) && draw.chance(15)) {
      var required = GraphQLNonNull.nonNull(GraphQLTypeUtil.unwrapNonNull(field.getType()));
      value = variables.define(required, value, Position.VALUE_ONLY);
    }
    return new LinkedHashMap<>(Map.of(field.getName(), value));
  }

  /// How deep a field may stand: conditions lie in each other, but for those that end.
  private static int limit(GraphQLInputObjectType parent, GraphQLInputObjectField field) {
    var type = named(field);
    var combines = COMBINING.contains(field.getName());
    var ends =
        !combines
            && (type.endsWith("StatisticsWhere")
                || type.equals("ConnectionCountWhere")
                || (parent.getName().endsWith("ConnectionWhere")
                    && !field.getName().equals("node")));
    return !ends
            && (combines
                || type.endsWith("Where")
                || type.endsWith("RelationshipFilter")
                || type.endsWith("ConnectionFilter"))
        ? CONDITION_DEPTH_MAX
        : Integer.MAX_VALUE;
  }

  private GraphQLInputObjectField pick(
      GraphQLInputObjectType parent, List<GraphQLInputObjectField> fields, int depth) {
    var related = draw.chance(depth == 0 ? 45 : 25);
    var wanted =
        fields.stream()
            .filter(field -> related == (limit(parent, field) == CONDITION_DEPTH_MAX))
            .toList();
    var leading = wanted.stream().filter(field -> menu.leads(parent, field.getName())).toList();
    var rare = leading.stream().filter(field -> menu.isRare(parent, field.getName())).toList();
    if (!rare.isEmpty() && draw.chance(25)) {
      return draw.from(rare);
    }
    var most = leading.isEmpty() || draw.chance(35) ? decidedOr(wanted, parent) : leading;
    var left = most.isEmpty() ? fields : most;
    // By type first: of most types of filter there are few, of that for texts there are many.
    var kind = draw.from(left.stream().map(RandomInput::named).distinct().toList());
    return draw.from(left.stream().filter(field -> named(field).equals(kind)).toList());
  }

  private static String named(GraphQLInputObjectField field) {
    return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
  }

  private Object fieldValue(
      GraphQLInputObjectType parent,
      GraphQLInputObjectField field,
      int depth,
      boolean withVariables) {
    var empty = toOne(parent, field) || field.getName().equals("eq");
    if (empty && draw.chance(15)) {
      return null;
    }
    var asVariable = withVariables && draw.chance(12);
    var value = plain(parent, field, depth, withVariables && !asVariable);
    return asVariable ? variables.define(field.getType(), value, new Position(empty, true)) : value;
  }

  /// Whether it is about the one node of a field, for which null asks that there is none; what
  /// combines conditions, or narrows an interface to a type, starts with a capital.
  private static boolean toOne(GraphQLInputObjectType parent, GraphQLInputObjectField field) {
    return named(field).endsWith("Where")
        && !Character.isUpperCase(field.getName().charAt(0))
        && parent.getName().endsWith("Where")
        && !parent.getName().endsWith("ConnectionWhere")
        && !parent.getName().endsWith("AggregateWhere");
  }

  private Object plain(
      GraphQLInputObjectType parent,
      GraphQLInputObjectField field,
      int depth,
      boolean withVariables) {
    var name = field.getName();
    if (TEXTUAL.contains(name)) {
      return scalars.part(named(field));
    }
    if (parent.getName().startsWith("Period") && named(field).equals("Date")) {
      return scalars.dayOfPeriod();
    }
    if (name.equals("OR")) {
      var list = (GraphQLList) GraphQLTypeUtil.unwrapNonNull(field.getType());
      return list(list, depth + 1, withVariables, 1);
    }
    var below = limit(parent, field) == CONDITION_DEPTH_MAX ? depth + 1 : depth;
    return value(field.getType(), below, withVariables);
  }
}
