package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.Predicate;

/// `AND`, `OR` and `NOT` of any kind of condition.
final class LogicalOperators {
  private LogicalOperators() {}

  /// Compiles one object of conditions.
  interface Operand {
    Predicate compile(Input.Fields input, String at);
  }

  static Predicate predicate(String name, Input value, String at, Operand part) {
    var place = at + "." + name;
    return switch (name) {
      case InputField.AND -> Predicate.and(parts(value, place, part));
      case InputField.OR -> {
        var parts = parts(value, place, part);
        if (parts.isEmpty()) {
          throw ValueConditions.bad(
              place, "is empty, so nothing could match. Leave it out, or add a condition.");
        }
        yield Predicate.or(parts);
      }
      case InputField.NOT ->
          Predicate.not(part.compile(ValueConditions.object(value, place), place));
      default -> throw ApiField.unknown(place);
    };
  }

  private static List<Predicate> parts(Input value, String at, Operand part) {
    if (!(value instanceof Input.Items list)) {
      throw ValueConditions.isNull(at);
    }
    var parts = new ArrayList<Predicate>();
    for (int i = 0; i < list.items().size(); i++) {
      var place = at + "[" + i + "]";
      parts.add(part.compile(ValueConditions.object(list.items().get(i), place), place));
    }
    return parts;
  }
}
