package nl.jeugdgraaf.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A field that is computed from stored values of its node.
public sealed interface ComputedField {
  /// {@return the field name in GraphQL}
  String name();

  /// {@return what it means}
  String description();

  /// {@return the type of its value: single, and possibly null}
  ValueType type();

  /// {@return names of the attributes that it reads}
  SequencedSet<String> reads();

  /// The time between two stored days. It has no value if one of the days is missing.
  ///
  /// @param name field name in GraphQL
  /// @param from name of the attribute that holds the first day
  /// @param to name of the attribute that holds the last day
  /// @param description what it means
  record DaysBetween(String name, String from, String to, String description)
      implements ComputedField {
    /// A whole number of days.
    public static final ValueType TYPE = new ValueType(Scalar.BuiltIn.DURATION, false, false);

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public SequencedSet<String> reads() {
      return new LinkedHashSet<>(List.of(from, to));
    }
  }

  /// The state of a node on the day that is asked.
  ///
  /// It is the state of the last stage, in their order, whose day has come. Before the first stage
  /// it is `before`, where the day of that stage is known. Where no day decides, it is what
  /// `stated` holds.
  ///
  /// @param name field name in GraphQL
  /// @param type a code list
  /// @param stages in their order, at least one
  /// @param otherwise the state where no stage has come
  /// @param description what it means
  record StateOfDay(
      String name, ValueType type, List<Stage> stages, Otherwise otherwise, String description)
      implements ComputedField {
    /// Copies the list.
    public StateOfDay {
      stages = List.copyOf(stages);
    }

    @Override
    public SequencedSet<String> reads() {
      var reads = new LinkedHashSet<String>();
      for (var stage : stages) {
        reads.add(stage.from());
        stage.only().ifPresent(only -> reads.add(only.attribute()));
      }
      reads.add(otherwise.stated());
      return reads;
    }
  }

  /// The state of a node where none of its stages has come.
  ///
  /// @param before the state before the day of the first stage, where that day is known; absent if
  ///   there is none
  /// @param stated name of the attribute that holds the state where no day decides
  record Otherwise(Optional<String> before, String stated) {}

  /// From a stored day on, a node is in a state.
  ///
  /// @param from name of the attribute that holds the day
  /// @param value the state; without one there is none from that day on
  /// @param only what must hold besides, if anything
  record Stage(String from, Optional<String> value, Optional<Only> only) {}

  /// An attribute has a value.
  ///
  /// @param attribute name of the attribute
  /// @param value the value
  record Only(String attribute, String value) {}
}
