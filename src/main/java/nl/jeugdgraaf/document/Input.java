package nl.jeugdgraaf.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import nl.jeugdgraaf.plan.ParameterSource;

/// An argument as a tree: its form decides the plan, its values become parameters.
public sealed interface Input {
  /// Null, written or given.
  record Null() implements Input {}

  /// A single value.
  ///
  /// @param value now, for what must be known to plan
  /// @param source where it comes from on each run
  record Leaf(Object value, ParameterSource source) implements Input {}

  /// A list.
  ///
  /// @param items its elements
  /// @param source where the whole list comes from on each run
  record Items(List<Input> items, ParameterSource source) implements Input {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object.
  ///
  /// @param fields what is given, by name; absent fields are absent
  record Fields(SequencedMap<String, Input> fields) implements Input {
    /// Copies the map.
    public Fields {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
  }
}
