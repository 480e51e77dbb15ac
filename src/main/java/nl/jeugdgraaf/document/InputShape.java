package nl.jeugdgraaf.document;

import java.util.List;
import nl.jeugdgraaf.plan.ParameterSource;
import org.jspecify.annotations.Nullable;

/// The form of an argument as text, its values apart: equal forms with equal values ask the same.
public final class InputShape {
  private InputShape() {}

  /// Returns the form, and adds its values in order.
  public static String of(@Nullable Input input, List<ParameterSource> values) {
    var form = new StringBuilder("|");
    write(input, form, values);
    return form.toString();
  }

  /// Returns the form that decides a condition: a list of values is one value, however long.
  public static String ofPlan(Input input) {
    var form = new StringBuilder();
    write(input, form);
    return form.toString();
  }

  private static void write(Input input, StringBuilder form) {
    switch (input) {
      case Input.Null _ -> form.append('0');
      case Input.Leaf _ -> form.append('?');
      case Input.Items(var items, _) when items.stream().allMatch(Input.Leaf.class::isInstance) ->
          form.append('?');
      case Input.Items(var items, _) -> {
        form.append('[');
        items.forEach(item -> write(item, form));
        form.append(']');
      }
      case Input.Fields(var fields) -> {
        form.append('{');
        fields.forEach((name, value) -> {
          form.append(name).append(':');
          write(value, form);
        });
        form.append('}');
      }
    }
  }

  private static void write(
      @Nullable Input input, StringBuilder form, List<ParameterSource> values) {
    switch (input) {
      case null -> form.append('-');
      case Input.Null _ -> form.append('0');
      case Input.Leaf leaf -> {
        form.append('?');
        values.add(leaf.source());
      }
      case Input.Items items -> {
        form.append('[');
        items.items().forEach(item -> write(item, form, values));
        form.append(']');
      }
      case Input.Fields fields -> {
        form.append('{');
        fields
            .fields()
            .forEach((name, value) -> {
              form.append(name).append(':');
              write(value, form, values);
            });
        form.append('}');
      }
    }
  }
}
