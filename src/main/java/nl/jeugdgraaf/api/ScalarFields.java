package nl.jeugdgraaf.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.ValueType;

/// The fields of an entity that have values, those that have one, and those that can be measured.
final class ScalarFields {
  private ScalarFields() {}

  /// Returns the fields with one value, stored and computed.
  static SequencedMap<String, ValueType> single(Entity entity) {
    var fields = all(entity);
    fields.values().removeIf(ValueType::list);
    return fields;
  }

  /// Returns the fields with values, stored and computed.
  static SequencedMap<String, ValueType> all(Entity entity) {
    var fields = new LinkedHashMap<String, ValueType>();
    entity
        .attributes()
        .values()
        .forEach(attribute -> fields.put(attribute.name(), attribute.type()));
    if (entity instanceof NodeEntity node) {
      node.computed().forEach((name, computed) -> fields.put(name, computed.type()));
    }
    return fields;
  }

  /// Returns the fields that can be measured.
  static SequencedMap<String, ValueType> measured(Entity entity) {
    var fields = single(entity);
    fields.values().removeIf(type -> AggregateFunction.of(type).isEmpty());
    return fields;
  }

  /// Returns the fields whose different values can be counted.
  static List<String> counted(Entity entity) {
    return List.copyOf(single(entity).keySet());
  }

  static String description(Entity entity, String field) {
    var attribute = entity.attributes().get(field);
    if (attribute != null) {
      return attribute.description();
    }
    return entity instanceof NodeEntity node && node.computed().containsKey(field)
        ? node.computed().get(field).description()
        : "";
  }
}
