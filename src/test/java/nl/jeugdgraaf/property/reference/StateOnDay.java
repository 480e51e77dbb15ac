package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import nl.jeugdgraaf.model.ComputedField.Only;
import nl.jeugdgraaf.model.ComputedField.StateOfDay;

/// The state of a node on a day: every stage is looked at, and the last one that has come counts.
///
/// @param state which state
/// @param node whose
/// @param day on which day
record StateOnDay(StateOfDay state, Graph.Node node, LocalDate day) {
  /// Returns the state, or null.
  Object value() {
    if (state.reads().stream().anyMatch(node.hidden()::contains)) {
      return null;
    }
    var value = stored(state.otherwise().stated());
    if (state.otherwise().before().isPresent() && isAhead(state.stages().getFirst().from())) {
      value = state.otherwise().before().get();
    }
    for (var stage : state.stages()) {
      if (hasCome(stage.from()) && stage.only().map(this::holds).orElse(true)) {
        value = stage.value().orElse(null);
      }
    }
    return value;
  }

  private boolean hasCome(String attribute) {
    return stored(attribute) instanceof LocalDate from && !from.isAfter(day);
  }

  private boolean isAhead(String attribute) {
    return stored(attribute) instanceof LocalDate from && from.isAfter(day);
  }

  private boolean holds(Only only) {
    return only.value().equals(stored(only.attribute()));
  }

  private Object stored(String attribute) {
    return node.properties().get(node.type().attributes().get(attribute).property());
  }
}
