package nl.jeugdgraaf.property.visible;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;

/// Notes what conditions and sorts touch, as graphql-java has coerced them.
///
/// @param touched gets the notes
record TouchedInputFields(TouchedFields touched) {
  private static void each(Object object, Consumer<Object> part, BiConsumer<String, Object> entry) {
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        switch ((String) key) {
          case "AND", "OR" -> ((List<?>) value).forEach(part);
          case "NOT" -> part.accept(value);
          case String name -> entry.accept(name, value);
        }
      });
    }
  }

  /// Notes what a condition on nodes touches.
  void where(NodeEntity entity, Object where) {
    each(where, part -> where(entity, part), (name, value) -> member(entity, name, value));
  }

  private void member(NodeEntity entity, String name, Object value) {
    var narrower = touched.model().nodes().get(name);
    if (name.equals("typename")) {
      return;
    }
    if (TouchedFields.isValue(entity, name)) {
      touched.field(entity, name);
    } else if (entity instanceof InterfaceType && narrower != null) {
      where(narrower, value);
    } else {
      related(entity, name, value);
    }
  }

  private void related(NodeEntity entity, String name, Object value) {
    var relationship = TouchedFields.relationship(entity, name);
    if (!entity.relationships().containsKey(name)) {
      each(
          value,
          _ -> {},
          (quantifier, inner) -> {
            var target = touched.hop(relationship);
            if (quantifier.equals("aggregate")) {
              totals(target, inner);
            } else {
              links(relationship, inner);
            }
          });
    } else if (relationship.target().many()) {
      each(value, _ -> {}, (_, inner) -> where(touched.hop(relationship), inner));
    } else {
      where(touched.hop(relationship), value);
    }
  }

  /// Notes what a condition on relationships touches.
  void links(RelationshipField relationship, Object where) {
    each(
        where,
        part -> links(relationship, part),
        (name, value) -> {
          if (name.equals("node")) {
            where(touched.model().entity(relationship.target().entity()), value);
          } else {
            edge(relationship.properties(), value);
          }
        });
  }

  private void edge(RelationshipProperties edge, Object where) {
    each(
        where,
        part -> edge(edge, part),
        (name, _) -> {
          if (!name.equals(RelationshipProperties.PERIOD)) {
            touched.attribute(edge, name);
          }
        });
  }

  /// Notes what a condition on totals touches; a field of which nothing is asked is not touched.
  void totals(NodeEntity entity, Object where) {
    each(
        where,
        part -> totals(entity, part),
        (name, value) -> {
          if (name.equals("node")) {
            ((Map<?, ?>) value)
                .forEach((field, asked) -> {
                  if (!((Map<?, ?>) asked).isEmpty()) {
                    touched.field(entity, (String) field);
                  }
                });
          }
        });
  }

  /// Notes what a sort of nodes touches.
  void sort(NodeEntity entity, Object sort) {
    if (sort instanceof List<?> list) {
      list.forEach(one -> sort(entity, one));
      return;
    }
    each(
        sort,
        _ -> {},
        (name, value) -> {
          if (TouchedFields.isValue(entity, name)) {
            touched.field(entity, name);
          } else {
            var target = touched.hop(TouchedFields.relationship(entity, name));
            if (entity.relationships().containsKey(name)) {
              sort(target, value);
            } else {
              where(target, ((Map<?, ?>) value).get("where"));
            }
          }
        });
  }

  /// Notes what a sort of relationships touches.
  void linkSort(RelationshipField relationship, Object sort) {
    if (sort instanceof List<?> list) {
      list.forEach(one -> linkSort(relationship, one));
      return;
    }
    each(
        sort,
        _ -> {},
        (name, value) -> {
          if (name.equals("node")) {
            sort(touched.model().entity(relationship.target().entity()), value);
          } else {
            each(value, _ -> {}, (field, _) -> touched.attribute(relationship.properties(), field));
          }
        });
  }
}
