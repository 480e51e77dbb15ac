package nl.jeugdgraaf.access;

import java.util.LinkedHashMap;
import java.util.Map;

/// Everything that the folder `schema/access` defines.
///
/// @param rules who may see what
/// @param conditions the condition of each rule, by `Type.rule`
/// @param statistics how statistics are counted
public record AccessDefinitions(
    AccessRules rules, Map<String, RuleCondition> conditions, StatisticsDefinitions statistics) {
  /// Denies everything.
  public static final AccessDefinitions NONE =
      new AccessDefinitions(AccessRules.NONE, new LinkedHashMap<>(), StatisticsDefinitions.NONE);

  /// Copies the collections.
  public AccessDefinitions {
    conditions = Map.copyOf(conditions);
  }
}
