package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A document, the name of the operation to run, and values for its variables.
///
/// @param document GraphQL
/// @param name empty where the document has one operation
/// @param variables as JSON gives them; a value can be null
public record Operation(String document, String name, Map<String, Object> variables) {
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /// Returns the same operation with other values for its variables, so that a plan made for the
  /// first is used, or wrongly used, for the second.
  public Operation withOtherValues(RandomSource draw) {
    var others = new LinkedHashMap<String, Object>();
    variables.forEach((name, value) -> {
      var left = value == null || document.matches("(?s).*\\$" + name + ": [^$]* = .*");
      if (!left || draw.chance(50)) {
        others.put(name, other(value, draw));
      }
    });
    return new Operation(document, name, others);
  }

  /// Returns the same operation with fewer conditions: without a value for some variables that need
  /// none, and without some of the conditions inside others.
  public Operation withoutSomeConditions(RandomSource draw) {
    var left = new LinkedHashMap<String, Object>();
    variables.forEach((name, value) -> {
      var type = document.replaceFirst("(?s).*?\\$" + name + ": ([^,)=]*).*", "$1").strip();
      if (value instanceof Map<?, ?> map && type.matches("\\w+Where!?")) {
        var some = new LinkedHashMap<Object, Object>(map);
        some.keySet().removeIf(_ -> draw.chance(40));
        left.put(name, some);
      } else if (type.endsWith("!") || draw.chance(60)) {
        left.put(name, value);
      }
    });
    return new Operation(document, name, left);
  }

  /// Returns an operation that asks the same and has a value for each of its variables.
  public Operation withoutAbsentVariables() {
    return AbsentVariables.removed(this);
  }

  private static Object other(Object value, RandomSource draw) {
    return switch (value) {
      case Boolean truth -> !truth;
      case Integer number -> (number + 1) % 6;
      case String day when day.matches(DAY) ->
          LocalDate.parse(day).plusDays(draw.between(-2, 2)).toString();
      case List<?> list -> list.stream().map(part -> other(part, draw)).toList();
      case Map<?, ?> map -> {
        var others = new LinkedHashMap<Object, Object>();
        map.forEach((key, part) -> others.put(key, other(part, draw)));
        yield others;
      }
      case null, default -> value;
    };
  }

  /// Returns the operation as a reader of a failure needs it.
  public String text() {
    return document
        + (name.isEmpty() ? "" : "\noperationName " + name)
        + "\nvariables "
        + variables;
  }
}
