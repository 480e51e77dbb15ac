package nl.jeugdgraaf.property.visible;

import graphql.language.Field;
import java.util.List;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.api.CountDistinctPaths;
import nl.jeugdgraaf.model.NodeEntity;

/// Judges totals and groups of a connection.
///
/// @param judgement looks fields up
/// @param touched gets the notes
/// @param type the connection
record ExpectedTotalsRefusal(
    ExpectedRefusal judgement, TouchedFields touched, ConnectionType type) {
  /// Returns whether some number is asked.
  boolean reads(Field aggregate) {
    return inner(aggregate).stream()
        .anyMatch(part ->
            switch (part.getName()) {
              case "count", "countDistinct" -> !inner(part).isEmpty();
              case "node", "edge" ->
                  inner(part).stream().anyMatch(field -> !inner(field).isEmpty());
              default -> false;
            });
  }

  /// Notes what totals touch.
  void aggregate(Field aggregate) {
    for (var part : inner(aggregate)) {
      switch (part.getName()) {
        case "countDistinct" -> inner(part).forEach(field -> distinct(field.getName()));
        case "node", "edge" -> measured(part);
        default -> {}
      }
    }
  }

  /// Notes what groups touch.
  void groups(Field groups, Object having) {
    new TouchedInputFields(touched).totals(type.target(), having);
    for (var part : inner(groups)) {
      switch (part.getName()) {
        case "key" -> key(type.target(), part);
        case "edgeKey" ->
            inner(part).forEach(field -> touched.attribute(type.edge(), field.getName()));
        default -> {}
      }
    }
    aggregate(groups);
  }

  private void key(NodeEntity entity, Field key) {
    for (var field : inner(key)) {
      if (TouchedFields.isValue(entity, field.getName())) {
        touched.field(entity, field.getName());
      } else if (!field.getName().equals("typename") && !field.getName().equals("id")) {
        key(touched.hop(TouchedFields.relationship(entity, field.getName())), field);
      }
    }
  }

  private void distinct(String name) {
    var way = CountDistinctPaths.of(touched.model(), type.target()).get(name);
    if (way == null) {
      touched.field(type.target(), name);
    } else {
      way.forEach(touched::hop);
    }
  }

  private void measured(Field side) {
    for (var field : inner(side)) {
      if (!inner(field).isEmpty()) {
        if (side.getName().equals("node")) {
          touched.field(type.target(), field.getName());
        } else {
          touched.attribute(type.edge(), field.getName());
        }
      }
    }
  }

  private List<Field> inner(Field field) {
    return judgement.fields(field.getSelectionSet());
  }
}
