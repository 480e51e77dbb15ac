package nl.jeugdgraaf.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;

/// The related nodes that `countDistinct` can count, in addition to values.
///
/// Direct neighbours have the name of the relationship. Types further away have their plural, if
/// exactly one shortest path of two or three to-one relationships leads to them: the `youths` of
/// deliveries, through `trajectory.youth`. If several do, the name says where each comes from: the
/// `youthMunicipalities` and the `referrerMunicipalities` of deliveries. Two that would share that
/// name have none.
public final class CountDistinctPaths {
  private static final int LENGTH_MAX = 3;

  private CountDistinctPaths() {}

  /// Returns the paths from an entity.
  ///
  /// @param model the graph
  /// @param entity where they start
  /// @return relationships to follow, by name of the field
  public static SequencedMap<String, List<RelationshipField>> of(Model model, NodeEntity entity) {
    var paths = new LinkedHashMap<String, List<RelationshipField>>();
    entity.relationships().forEach((name, near) -> paths.put(name, List.of(near)));
    far(model, entity)
        .forEach((target, ways) -> {
          var plural = model.entity(target).plural();
          ways.stream()
              .collect(
                  Collectors.groupingBy(
                      way -> ways.size() == 1 ? plural : from(way) + capitalised(plural),
                      LinkedHashMap::new,
                      Collectors.toList()))
              .forEach((name, same) -> {
                if (same.size() == 1
                    && !entity.attributes().containsKey(name)
                    && !entity.computed().containsKey(name)) {
                  paths.putIfAbsent(name, same.getFirst());
                }
              });
        });
    return paths;
  }

  /// Returns the paths from an entity of a part of a model, with the names that they have in the
  /// whole.
  ///
  /// @param whole the whole model
  /// @param part the part
  /// @param entity where they start
  /// @return relationships to follow, by name of the field
  static SequencedMap<String, List<RelationshipField>> of(
      Model whole, Model part, NodeEntity entity) {
    var paths = of(whole, whole.entity(entity.name()));
    paths.values().removeIf(path -> !has(part, entity, path));
    return paths;
  }

  private static boolean has(Model part, NodeEntity entity, List<RelationshipField> path) {
    var at = entity;
    for (var step : path) {
      var relationship = at.relationships().get(step.name());
      if (relationship == null) {
        return false;
      }
      at = part.entity(relationship.target().entity());
    }
    return true;
  }

  private static String from(List<RelationshipField> way) {
    return way.get(way.size() - 2).name();
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// Returns the shortest paths of at least two relationships to each type, by its name.
  private static Map<String, List<List<RelationshipField>>> far(Model model, NodeEntity entity) {
    var found = new LinkedHashMap<String, List<List<RelationshipField>>>();
    var known = new ArrayList<>(List.of(entity.name()));
    var ways = toOne(entity).stream().map(List::of).toList();
    ways.forEach(way -> known.add(way.getLast().target().entity()));
    for (int length = 2; length <= LENGTH_MAX; length++) {
      var longer = new ArrayList<List<RelationshipField>>();
      for (var way : ways) {
        for (var step : toOne(model.entity(way.getLast().target().entity()))) {
          if (!known.contains(step.target().entity())) {
            var whole = new ArrayList<>(way);
            whole.add(step);
            longer.add(whole);
          }
        }
      }
      longer.forEach(way -> {
        known.add(way.getLast().target().entity());
        found.computeIfAbsent(way.getLast().target().entity(), _ -> new ArrayList<>()).add(way);
      });
      ways = longer;
    }
    return found;
  }

  private static List<RelationshipField> toOne(NodeEntity entity) {
    return entity.relationships().values().stream().filter(it -> !it.target().many()).toList();
  }
}
