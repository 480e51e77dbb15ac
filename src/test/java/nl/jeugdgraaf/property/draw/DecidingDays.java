package nl.jeugdgraaf.property.draw;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;

/// The stored days that decide what a node is on a day: whether it is there, whether it has ended,
/// in what state it is, and what is known of it.
public final class DecidingDays {
  private DecidingDays() {}

  /// Returns the names of these attributes of a type.
  public static Set<String> of(NodeType type) {
    var days = new LinkedHashSet<String>();
    type.lifetime().since().ifPresent(days::add);
    type.lifetime()
        .active()
        .ifPresent(active -> {
          days.add(active.from());
          days.add(active.to());
        });
    for (var computed : type.computed().values()) {
      if (computed instanceof ComputedField.StateOfDay state) {
        state.stages().forEach(stage -> days.add(stage.from()));
      }
    }
    days.addAll(type.lifetime().knownFrom().values());
    return days;
  }

  /// Returns the names of attributes that hold a state where no day decides.
  static Set<String> stated(NodeType type) {
    var stated = new LinkedHashSet<String>();
    for (var computed : type.computed().values()) {
      if (computed instanceof ComputedField.StateOfDay state) {
        stated.add(state.otherwise().stated());
      }
    }
    return stated;
  }

  /// Returns `Type.field` of the values that depend on the day: states, and what is known from a
  /// day on.
  static Set<String> decided(NodeType type) {
    var fields = new LinkedHashSet<String>();
    for (var computed : type.computed().values()) {
      if (computed instanceof ComputedField.StateOfDay state) {
        fields.add(type.name() + "." + state.name());
      }
    }
    type.lifetime().knownFrom().keySet().forEach(name -> fields.add(type.name() + "." + name));
    return fields;
  }

  /// Returns `Type.field` of these days, and of the time between two of them.
  static Set<String> fields(Model model) {
    var fields = new HashSet<String>();
    for (var type : model.nodes().values()) {
      var days = of(type);
      days.forEach(day -> fields.add(type.name() + "." + day));
      for (var computed : type.computed().values()) {
        if (computed instanceof ComputedField.DaysBetween between
            && between.reads().stream().anyMatch(days::contains)) {
          fields.add(type.name() + "." + between.name());
        }
      }
    }
    return fields;
  }

  /// Returns the names of the types that have such a value.
  static Set<String> decidedTypes(Model model) {
    var types = new HashSet<String>();
    for (var type : model.nodes().values()) {
      if (!decided(type).isEmpty()) {
        types.add(type.name());
      }
    }
    return types;
  }
}
