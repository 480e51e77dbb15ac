package nl.jeugdgraaf.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the folder `schema/access` says.
///
/// @param rules who may see what
/// @param conditions the condition of each rule, by `Type.rule`
/// @param statisticsTables the tables of figures that can be asked for
public record AccessDefinitions(
    AccessRules rules,
    Map<String, RuleCondition> conditions,
    List<StatisticsTable> statisticsTables) {
  /// Allows nobody anything.
  public static final AccessDefinitions NONE =
      new AccessDefinitions(AccessRules.NONE, new LinkedHashMap<>(), List.of());

  /// Copies the collections.
  public AccessDefinitions {
    conditions = Map.copyOf(conditions);
    statisticsTables = List.copyOf(statisticsTables);
  }
}
