package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The variables of an operation: their definitions, and values for those that get one.
public final class RandomVariables {
  private final RandomSource draw;
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  public RandomVariables(RandomSource draw) {
    this.draw = draw;
  }

  /// What a position allows besides a value.
  ///
  /// @param empty whether null has a meaning there
  /// @param absent whether it can be left out
  record Position(boolean empty, boolean absent) {
    static final Position VALUE_ONLY = new Position(false, false);
  }

  /// Defines a variable for a position of a type, and returns it.
  ///
  /// @param type type of the position
  /// @param value what the position shall hold; without variables in it
  /// @param position what else it could hold
  Literal.Variable define(GraphQLInputType type, Object value, Position position) {
    var name = "v" + (definitions.size() + 1);
    var nullable = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type));
    var definition = "$" + name + ": " + nullable;
    var required = GraphQLTypeUtil.isNonNull(type);
    var kind = draw.between(0, 9);
    if (position.absent() && !required && kind <= 1) {
      // Neither a value nor a default: the position is as if it were not written.
      definitions.put(name, definition);
    } else if (position.empty() && !required && kind == 2) {
      definitions.put(name, definition + (draw.chance(50) ? " = " + Literal.text(value) : ""));
      values.put(name, null);
    } else if (value != null && kind <= 4) {
      var exclamation = required || draw.chance(50) ? "!" : "";
      definitions.put(name, definition + exclamation + " = " + Literal.text(value));
    } else {
      var exclamation = required || (value != null && draw.chance(30)) ? "!" : "";
      definitions.put(name, definition + exclamation);
      values.put(name, Literal.json(value));
    }
    return new Literal.Variable(name);
  }

  /// Returns the definitions, in brackets, of the variables that a text uses.
  String definitions(String text) {
    var used =
        definitions.entrySet().stream()
            .filter(entry -> uses(text, entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return used.isEmpty() ? "" : "(" + String.join(", ", used) + ")";
  }

  /// Returns values, by name, of the variables that a text uses.
  Map<String, Object> values(String text) {
    var used = new LinkedHashMap<>(values);
    used.keySet().removeIf(name -> !uses(text, name));
    return used;
  }

  private static boolean uses(String text, String name) {
    return Pattern.compile("\\$" + name + "\\b").matcher(text).find();
  }
}
