package nl.jeugdgraaf.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.jeugdgraaf.plan.ParameterSource;
import org.jspecify.annotations.Nullable;

/// The form of an argument as text, its values apart: equal forms with equal values ask the same.
public final class InputShape {
  private static final Pattern LIST_OF_VALUES = Pattern.compile("\\[\\?*]");

  private InputShape() {}

  /// Returns the form, and adds its values in order.
  public static String of(@Nullable Input input, List<ParameterSource> values) {
    var form = new StringBuilder("|");
    write(input, form, values);
    return form.toString();
  }

  /// Returns the form that decides a condition: a list of values is one value, however long.
  public static String ofCondition(Input input) {
    return LIST_OF_VALUES.matcher(of(input, new ArrayList<>())).replaceAll("?");
  }

  private static boolean isOfValues(Input.Items items) {
    return items.items().stream().allMatch(Input.Leaf.class::isInstance);
  }

  /// What may be left out is no part of the form, so that the same is asked with and without the
  /// place for it.
  private static ParameterSource digest(String name, Input value) {
    var values = new ArrayList<ParameterSource>();
    var form = new StringBuilder(name).append(':');
    write(value, form, values);
    return new ParameterSource.ListDigest(form.toString(), values);
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
      case Input.Items items when isOfValues(items) -> {
        // One value, because the plan serves lists of any length.
        form.append("[?]");
        values.add(items.source());
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
              var presence = fields.optional().get(name);
              if (presence == null) {
                form.append(name).append(':');
                write(value, form, values);
              } else {
                values.add(new ParameterSource.IfGiven(presence.sources(), digest(name, value)));
              }
            });
        form.append('}');
      }
    }
  }
}
