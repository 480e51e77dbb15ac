package nl.jeugdgraaf.property;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Set;
import nl.jeugdgraaf.schema.BesideGraph;

/// What may be drawn: everything that the schema has, but for what the reference does not know and
/// what is left out.
///
/// @param present what the graph has
/// @param without what is left out
record Menu(Present present, Set<Without> without) {
  private static final Set<String> UNKNOWN = Set.of("path", "paths", "search");
  private static final Set<String> DISTANT = Set.of("countDistinct", "node", "edge");

  /// Returns whether something is not left out.
  boolean offers(Without part) {
    return !without.contains(part);
  }

  /// Returns whether a field may be selected.
  boolean offers(GraphQLNamedType parent, GraphQLFieldDefinition field) {
    var name = field.getName();
    var type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    if (type.startsWith("Duration") && !offers(Without.COMPUTED)) {
      return false;
    }
    if (parent.getName().equals("Query")) {
      return switch (name) {
        case "node", "nodes" -> offers(Without.GLOBAL_IDS);
        case String root
            when UNKNOWN.contains(root)
                || BesideGraph.FIELDS.contains(root)
                || root.endsWith("Search") ->
            false;
        default -> !name.endsWith("Connection") || offers(Without.ROOT_CONNECTIONS);
      };
    }
    if (parent.getName().endsWith("Aggregate") && DISTANT.contains(name)) {
      return offers(Without.STATISTICS);
    }
    return switch (name) {
      case "globalId" -> offers(Without.GLOBAL_IDS);
      case "pageInfo", "cursor" -> offers(Without.PAGES);
      case "groups" -> offers(Without.GROUPS);
      case "changes" -> offers(Without.CHANGES);
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
      case "PeriodFilter" -> offers(Without.PERIODS);
      case "StringCaseInsensitiveFilter" -> offers(Without.CASE_INSENSITIVE);
      case "ConnectionSortByAggregate" -> offers(Without.RELATED_SORTS);
      case String computed when computed.startsWith("Duration") -> offers(Without.COMPUTED);
      case String list when list.endsWith("Implementation") -> offers(Without.TYPENAMES);
      case String filter when filter.endsWith("ConnectionFilter") ->
          offers(Without.CONNECTION_FILTERS);
      case String totals
          when totals.endsWith("AggregateWhere") && parent.getName().endsWith("ConnectionFilter") ->
          offers(Without.AGGREGATE_FILTERS);
      case String sort when sort.endsWith("Sort") && parent.getName().endsWith("Sort") ->
          offers(Without.RELATED_SORTS) || parent.getName().equals("AggregateSort");
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
