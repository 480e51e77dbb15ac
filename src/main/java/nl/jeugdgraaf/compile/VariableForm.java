package nl.jeugdgraaf.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What of the variables decides the plan: which are there, how objects nest, what is null, what is
/// true, which way is up. Everything else is a value that a prepared plan gets as a parameter.
public final class VariableForm {
  private VariableForm() {}

  /// Returns the form of variables: equal forms have equal plans for the same operation.
  ///
  /// @param variables values in the form that the schema gives them
  /// @return a text to compare
  public static String of(Map<String, @Nullable Object> variables) {
    var form = new StringBuilder();
    write(variables, form);
    return form.toString();
  }

  private static void write(@Nullable Object value, StringBuilder form) {
    switch (value) {
      case null -> form.append('0');
      case Map<?, ?> map -> {
        form.append('{');
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, inner) -> sorted.put(name.toString(), inner));
        sorted.forEach((name, inner) -> {
          form.append(name).append(':');
          write(inner, form);
        });
        form.append('}');
      }
      case List<?> list -> {
        form.append('[');
        list.stream()
            .filter(element -> element instanceof Map || element == null)
            .forEach(element -> write(element, form));
        form.append(']');
      }
      case Boolean truth -> form.append(truth ? '+' : '-');
      case Integer number when number < 0 -> form.append('<');
      case String text when text.equals("ASC") -> form.append('/');
      case String text when text.equals("DESC") -> form.append('\\');
      default -> form.append('v');
    }
  }
}
