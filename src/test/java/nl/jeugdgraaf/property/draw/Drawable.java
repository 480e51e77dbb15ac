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
    if (decides(parent, name)) {
      return false;
    }
    if (parent.getName().equals("Query")) {
      return switch (name) {
        case "node", "nodes" -> offers(ExcludedFeatures.IDS);
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
      case "id" ->
          offers(
              parent.getName().endsWith("Key") ? ExcludedFeatures.KEY_IDS : ExcludedFeatures.IDS);
      case "activeOn" -> offers(ExcludedFeatures.ACTIVE_ON);
      case "pageInfo", "cursor" -> offers(ExcludedFeatures.PAGES) && !listsChanges(parent);
      case "groups" -> offers(ExcludedFeatures.GROUPS) && !listsChanges(parent);
      case "changes" -> offers(ExcludedFeatures.CHANGES) && !isConnection(parent);
      default -> true;
    };
  }

  /// The reference lists the changes of one node; pages and groups of changes have a test of their
  /// own.
  private static boolean listsChanges(GraphQLNamedType parent) {
    return parent.getName().endsWith("ChangeConnection");
  }

  private static boolean isConnection(GraphQLNamedType parent) {
    return parent.getName().endsWith("Connection");
  }

  /// Whether it is a day that decides something, and such days are left out.
  private boolean decides(GraphQLNamedType parent, String field) {
    return !offers(ExcludedFeatures.DECIDING_DAYS)
        && present.deciding().contains(member(parent, field));
  }

  /// Returns whether the value of a field depends on the day.
  boolean isDecided(GraphQLNamedType parent, String field) {
    return present.decided().contains(member(parent, field));
  }

  private static String member(GraphQLNamedType parent, String field) {
    var type = parent.getName().replaceFirst("(Key|Where|Sort|Statistics|CountDistinct)*$", "");
    return type + "." + field;
  }

  /// Returns whether a field is drawn more often than its number would have it: undirected
  /// relationships, those that can be the last, changes, and the two fields that find any node.
  boolean isRare(GraphQLNamedType type, String field) {
    var member = member(type, field);
    return present.rare().contains(member)
        || member.equals("Query.node")
        || member.equals("Query.nodes")
        || member.endsWith(".changes");
  }

  /// Returns whether a field may be selected in a group.
  boolean offersInGroup(GraphQLNamedType parent, GraphQLFieldDefinition field) {
    var isRelated =
        parent.getName().endsWith("CountDistinct")
            && String.valueOf(field.getDescription()).startsWith("Different nodes");
    return !isRelated || offers(ExcludedFeatures.KEYED_COUNTS);
  }

  /// Returns whether an input may have a field.
  boolean offers(GraphQLNamedType parent, GraphQLInputObjectField field) {
    var type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    if (parent.getName().endsWith("ConnectionSort")) {
      return true;
    }
    if (decides(parent, field.getName())) {
      return false;
    }
    return switch (type) {
      case String where
          when where.endsWith("Where") && parent.getName().endsWith("SortByAggregate") ->
          offers(ExcludedFeatures.CONNECTION_FILTERS);
      case "PeriodFilter" -> offers(ExcludedFeatures.PERIODS);
      case "StringCaseInsensitiveFilter" -> offers(ExcludedFeatures.CASE_INSENSITIVE);
      case String sort when sort.endsWith("SortByAggregate") ->
          offers(ExcludedFeatures.RELATED_SORTS);
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
