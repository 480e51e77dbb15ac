package nl.jeugdgraaf.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.model.AccessRules;

/// What the folder `schema/access` says.
///
/// @param rules who may see what
/// @param conditions what the rules are, by `Type.rule`
/// @param figures tables of figures
public record AccessSchema(
    AccessRules rules, Map<String, Condition> conditions, List<FiguresTable> figures) {
  /// Allows nobody anything.
  static final AccessSchema NONE =
      new AccessSchema(AccessRules.NONE, new LinkedHashMap<>(), List.of());

  /// Copies the collections.
  public AccessSchema {
    conditions = Map.copyOf(conditions);
    figures = List.copyOf(figures);
  }
}
