package nl.jeugdgraaf.plan;

import java.util.List;

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
}
