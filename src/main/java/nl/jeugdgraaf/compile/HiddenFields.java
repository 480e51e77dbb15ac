package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Refusals;
import nl.jeugdgraaf.model.NodeType;

/// The fields of nodes of several types that the caller may not read of one or other type.
///
/// Such a field is null where it is hidden. If it is hidden on every type that it is asked of, it
/// is refused, as it is on a known type.
final class HiddenFields {
  private final IdentityHashMap<Field, Coordinate> hidden = new IdentityHashMap<>();
  private final Set<Field> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  private record Coordinate(NodeType type, String attribute) {}

  /// Returns whether a field is hidden, and remembers it.
  ///
  /// @param permissions what the caller may see
  /// @param type the type that it is asked of
  /// @param field a stored or computed field
  boolean hides(Permissions permissions, NodeType type, CollectedField field) {
    var blocked = blocked(permissions, type, field.name());
    blocked.ifPresentOrElse(
        name -> field.fields().forEach(one -> hidden.putIfAbsent(one, new Coordinate(type, name))),
        () -> shown.addAll(field.fields()));
    return blocked.isPresent();
  }

  private static Optional<String> blocked(Permissions permissions, NodeType type, String name) {
    var computed = type.computed().get(name);
    var read = computed == null ? List.of(name) : List.copyOf(computed.reads());
    return read.stream()
        .filter(it -> {
          var attribute = type.attributes().get(it);
          return attribute != null && permissions.attribute(type, attribute).never();
        })
        .findFirst();
  }

  /// Refuses what is hidden everywhere.
  void refuse(Permissions permissions, Refusals refusals) {
    hidden.forEach((field, coordinate) -> {
      if (!shown.contains(field)) {
        refusals.run(
            coordinate.type().name(),
            new CollectedField(field.getResultKey(), List.of(field)),
            () -> {
              throw permissions.refusal(coordinate.type(), coordinate.attribute());
            });
      }
    });
  }
}
