package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;

/// `AND`, `OR` and `NOT` of any kind of condition.
final class Combined {
  private Combined() {}

  /// Compiles one object of conditions.
  interface Part {
    Where compile(Input.Fields input, String at);
  }

  static Where of(String name, Input value, String at, Part part) {
    var place = at + "." + name;
    return switch (name) {
      case "AND" -> Where.all(parts(value, place, part));
      case "OR" -> {
        var parts = parts(value, place, part);
        if (parts.isEmpty()) {
          throw ValueConditions.bad(
              place + " is an empty list, so nothing could fit; leave it out, or fill it.");
        }
        yield Where.any(parts);
      }
      case "NOT" -> Where.none(part.compile(ValueConditions.object(value, place), place));
      default -> throw new Bug("validation let " + place + " pass");
    };
  }

  private static List<Where> parts(Input value, String at, Part part) {
    if (!(value instanceof Input.Items list)) {
      throw ValueConditions.isNull(at);
    }
    var parts = new ArrayList<Where>();
    for (int i = 0; i < list.items().size(); i++) {
      var place = at + "[" + i + "]";
      parts.add(part.compile(ValueConditions.object(list.items().get(i), place), place));
    }
    return parts;
  }
}
