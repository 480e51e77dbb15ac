package nl.jeugdgraaf.property;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.FieldUses;
import nl.jeugdgraaf.model.Lifetime;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.TypeFields;

/// A wrong model, in which the day that is asked decides less: with it, answers are wrong.
public enum ModelChange {
  /// Nodes are there before their first day.
  NODE_BEFORE_ITS_DAY {
    @Override
    NodeType changed(NodeType type) {
      var days = type.lifetime();
      return withDays(type, new Lifetime(Optional.empty(), days.active(), days.knownFrom()));
    }
  },
  /// A state is on every day what is stored where no day decides.
  STATE_AS_STORED {
    @Override
    NodeType changed(NodeType type) {
      var attributes = new LinkedHashMap<>(type.attributes());
      var computed = new LinkedHashMap<>(type.computed());
      for (var field : type.computed().values()) {
        if (field instanceof ComputedField.StateOfDay state) {
          var stated = type.attributes().get(state.otherwise().stated());
          computed.remove(state.name());
          attributes.put(state.name(), renamed(stated, state.name()));
        }
      }
      return with(
          type, new TypeFields(attributes, type.relationships(), computed, type.fields().uses()));
    }
  },
  /// Values are known before the day from which they are.
  VALUE_BEFORE_ITS_DAY {
    @Override
    NodeType changed(NodeType type) {
      var days = type.lifetime();
      return withDays(type, new Lifetime(days.since(), days.active(), new LinkedHashMap<>()));
    }
  },
  /// No field shows who was last.
  NOBODY_WAS_LAST {
    @Override
    NodeType changed(NodeType type) {
      var uses = type.fields().uses();
      return withUses(
          type,
          new FieldUses(
              uses.fulltext(),
              uses.tracked(),
              uses.steps(),
              new LinkedHashSet<>(),
              uses.lifetime()));
    }
  };

  abstract NodeType changed(NodeType type);

  /// Returns the wrong model.
  public Model of(Model right) {
    var nodes = new LinkedHashMap<>(right.nodes());
    nodes.replaceAll((_, type) -> changed(type));
    return new Model(
        nodes, right.interfaces(), right.relationshipProperties(), right.enumerations());
  }

  /// The same stored value under a name, known on every day.
  private static Attribute renamed(Attribute attribute, String name) {
    return new Attribute(
        name, attribute.property(), attribute.type(), attribute.use(), attribute.description());
  }

  private static NodeType withDays(NodeType type, Lifetime days) {
    var uses = type.fields().uses();
    return withUses(
        type, new FieldUses(uses.fulltext(), uses.tracked(), uses.steps(), uses.last(), days));
  }

  private static NodeType withUses(NodeType type, FieldUses uses) {
    return with(
        type, new TypeFields(type.attributes(), type.relationships(), type.computed(), uses));
  }

  private static NodeType with(NodeType type, TypeFields fields) {
    return new NodeType(type.name(), type.plural(), type.labels(), fields, type.description());
  }
}
