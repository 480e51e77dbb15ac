package nl.jeugdgraaf.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the folder `schema/access` says.
///
/// @param rules who may see what
/// @param conditions what the rules are, by `Type.rule`
/// @param figures tables of figures
public record AccessSchema(
    AccessRules rules, Map<String, RuleCondition> conditions, List<StatisticsTable> figures) {
  /// Allows nobody anything.
  public static final AccessSchema NONE =
      new AccessSchema(AccessRules.NONE, new LinkedHashMap<>(), List.of());

  /// Copies the collections.
  public AccessSchema {
    conditions = Map.copyOf(conditions);
    figures = List.copyOf(figures);
  }
}
