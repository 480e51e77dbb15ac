package nl.jeugdgraaf.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /// @param optional of those that another run may leave out: when they are given, by name
  record Fields(SequencedMap<String, Input> fields, Map<String, Presence> optional)
      implements Input {
    /// Copies the maps.
    public Fields {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
      optional = Map.copyOf(optional);
    }

    /// Creates an object that is the same in each run.
    ///
    /// @param fields what is given, by name
    public Fields(SequencedMap<String, Input> fields) {
      this(fields, Map.of());
    }
  }

  /// When a part of an object is given.
  ///
  /// @param sources it is given where one of these has a value
  /// @param implied whether nothing is asked by it where all in it is left out
  record Presence(List<ParameterSource> sources, boolean implied) {
    /// Copies the list.
    public Presence {
      sources = List.copyOf(sources);
    }
  }
}
