package nl.jeugdgraaf.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// Where the value of a parameter comes from when a prepared operation is run.
public sealed interface Source {
  /// A value that stands in the document.
  ///
  /// @param value as the driver takes it
  record Literal(Object value) implements Source {}

  /// A value inside a variable.
  ///
  /// @param name of the variable, without the `$`
  /// @param path keys (`String`) and positions (`Integer`) that lead to the value
  record Variable(String name, List<Object> path) implements Source {
    /// Copies the list.
    public Variable {
      path = List.copyOf(path);
    }
  }

  /// A list whose values come from several places.
  ///
  /// @param values one source for each
  record Elements(List<Source> values) implements Source {
    /// Copies the list.
    public Elements {
      values = List.copyOf(values);
    }
  }

  /// Today in Europe/Amsterdam, on the day of the request.
  record Today() implements Source {}

  /// Returns the value for one run.
  ///
  /// @param variables values of the request, in the form that the schema gives them
  /// @param today the day of the request
  /// @return the value, as the driver takes it
  /// @throws Bug if the operation was prepared for other variables
  default Object value(Map<String, @Nullable Object> variables, LocalDate today) {
    return switch (this) {
      case Literal(var value) -> value;
      case Variable(var name, var path) -> inside(variables.get(name), path);
      case Elements(var values) ->
          values.stream().map(element -> element.value(variables, today)).toList();
      case Today _ -> today;
    };
  }

  private static Object inside(@Nullable Object value, List<Object> path) {
    var inner = value;
    for (var step : path) {
      inner =
          step instanceof Integer position
              ? ((List<?>) Objects.requireNonNull(inner)).get(position)
              : ((Map<?, ?>) Objects.requireNonNull(inner)).get(step);
    }
    if (inner == null) {
      throw new Bug("an operation was run with variables of another form");
    }
    return inner;
  }
}
