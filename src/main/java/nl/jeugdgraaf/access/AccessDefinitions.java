package nl.jeugdgraaf.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that the folder `schema/access` defines.
///
/// @param rules who may see what
/// @param conditions the condition of each rule, by `Type.rule`
/// @param statisticsTables the tables of figures that can be asked for
public record AccessDefinitions(
    AccessRules rules,
    Map<String, RuleCondition> conditions,
    List<StatisticsTable> statisticsTables) {
  /// Denies everything.
  public static final AccessDefinitions NONE =
      new AccessDefinitions(AccessRules.NONE, new LinkedHashMap<>(), List.of());

  /// Copies the collections.
  public AccessDefinitions {
    conditions = Map.copyOf(conditions);
    statisticsTables = List.copyOf(statisticsTables);
  }
}
