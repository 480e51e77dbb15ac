package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputShape;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Predicate;

/// `AND`, `OR` and `NOT` of any kind of condition.
final class LogicalOperators {
  private LogicalOperators() {}

  /// Compiles one object of conditions.
  interface Operand {
    Predicate compile(Input.Fields input, String at);
  }

  static Predicate predicate(Binder binder, String name, Input value, String at, Operand part) {
    var place = at + "." + name;
    return switch (name) {
      case InputField.AND ->
          Predicate.and(parts(value, place, part).stream().map(Part::compile).toList());
      case InputField.OR -> {
        var parts = parts(value, place, part);
        if (parts.isEmpty()) {
          throw ValueConditions.bad(
              place, "is empty, so nothing could match. Leave it out, or add a condition.");
        }
        yield Predicate.or(alternatives(binder, parts));
      }
      case InputField.NOT ->
          Predicate.not(part.compile(ValueConditions.object(value, place), place));
      default -> throw ApiField.unknown(place);
    };
  }

  /// One condition of several.
  ///
  /// @param input what it asks
  /// @param at where it stands
  /// @param operand compiles it
  private record Part(Input.Fields input, String at, Operand operand) {
    Predicate compile() {
      return operand.compile(input, at);
    }
  }

  private static List<Part> parts(Input value, String at, Operand operand) {
    if (!(value instanceof Input.Items list)) {
      throw ValueConditions.isNull(at);
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < list.items().size(); i++) {
      var place = at + "[" + i + "]";
      parts.add(new Part(ValueConditions.object(list.items().get(i), place), place, operand));
    }
    return parts;
  }

  /// Conditions of one form ask the same with other values, so that they are written once.
  private static List<Predicate> alternatives(Binder binder, List<Part> parts) {
    var forms = new LinkedHashMap<String, List<Part>>();
    for (var part : parts) {
      forms.computeIfAbsent(InputShape.ofCondition(part.input()), _ -> new ArrayList<>()).add(part);
    }
    return forms.values().stream()
        .map(same ->
            same.size() == 1
                ? same.getFirst().compile()
                : binder.alternatives(
                    same.stream().<Supplier<Predicate>>map(part -> part::compile).toList()))
        .toList();
  }
}
