package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Set;
import nl.jeugdgraaf.api.ServiceFields;

/// What may be drawn: everything that the schema has, but for what the reference does not know and
/// what is left out.
///
/// @param present what the graph has
/// @param without what is left out
public record Drawable(GraphContents present, Set<ExcludedFeatures> without) {
  private static final Set<String> UNKNOWN = Set.of("path", "paths", "search");
  private static final Set<String> DISTANT = Set.of("countDistinct", "node", "edge");

  /// Returns whether something is not left out.
  boolean offers(ExcludedFeatures part) {
    return !without.contains(part);
  }

  /// Returns whether a field may be selected.
  boolean offers(GraphQLNamedType parent, GraphQLFieldDefinition field) {
    var name = field.getName();
    var type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    if (type.startsWith("Duration") && !offers(ExcludedFeatures.COMPUTED)) {
      return false;
    }
    if (parent.getName().equals("Query")) {
      return switch (name) {
        case "node", "nodes" -> offers(ExcludedFeatures.GLOBAL_IDS);
        case String root
            when UNKNOWN.contains(root)
                || ServiceFields.FIELDS.contains(root)
                || root.endsWith("Search") ->
            false;
        default -> !name.endsWith("Connection") || offers(ExcludedFeatures.ROOT_CONNECTIONS);
      };
    }
    if (parent.getName().endsWith("Aggregate") && DISTANT.contains(name)) {
      return offers(ExcludedFeatures.STATISTICS);
    }
    return switch (name) {
      case "globalId" -> offers(ExcludedFeatures.GLOBAL_IDS);
      case "pageInfo", "cursor" -> offers(ExcludedFeatures.PAGES);
      case "groups" -> offers(ExcludedFeatures.GROUPS);
      case "changes" -> offers(ExcludedFeatures.CHANGES);
      default -> true;
    };
  }

  /// Returns whether an input may have a field.
  boolean offers(GraphQLNamedType parent, GraphQLInputObjectField field) {
    var type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    if (parent.getName().endsWith("ConnectionSort")) {
      return true;
    }
    return switch (type) {
      case "PeriodFilter" -> offers(ExcludedFeatures.PERIODS);
      case "StringCaseInsensitiveFilter" -> offers(ExcludedFeatures.CASE_INSENSITIVE);
      case "ConnectionSortByAggregate" -> offers(ExcludedFeatures.RELATED_SORTS);
      case String computed when computed.startsWith("Duration") ->
          offers(ExcludedFeatures.COMPUTED);
      case String list when list.endsWith("Implementation") -> offers(ExcludedFeatures.TYPENAMES);
      case String filter when filter.endsWith("ConnectionFilter") ->
          offers(ExcludedFeatures.CONNECTION_FILTERS);
      case String totals
          when totals.endsWith("AggregateWhere") && parent.getName().endsWith("ConnectionFilter") ->
          offers(ExcludedFeatures.AGGREGATE_FILTERS);
      case String sort when sort.endsWith("Sort") && parent.getName().endsWith("Sort") ->
          offers(ExcludedFeatures.RELATED_SORTS) || parent.getName().equals("AggregateSort");
      default -> true;
    };
  }

  /// Returns whether a field of a type leads somewhere from some node of the graph; the key of a
  /// group has the relationships of its type.
  boolean leads(GraphQLNamedType type, String field) {
    return present
        .fields()
        .contains(type.getName().replaceFirst("(Key|Where|Sort)$", "") + "." + field);
  }
}
