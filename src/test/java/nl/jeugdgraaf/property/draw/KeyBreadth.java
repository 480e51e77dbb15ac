package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How many fields of the keys of one group lead to several nodes. The server refuses a key that
/// goes through more than two such fields of one node; here two are allowed at each depth.
final class KeyBreadth {
  private static final int MOST = 2;

  private final GraphQLSchema schema;
  private final int[] byDepth;

  KeyBreadth(GraphQLSchema schema, int depthMax) {
    this.schema = schema;
    this.byDepth = new int[depthMax + 1];
  }

  /// Begins with another group.
  void clear() {
    Arrays.fill(byDepth, 0);
  }

  /// Returns whether a field leads from a key to several nodes.
  ///
  /// @param type the type of the key
  /// @param call name and arguments of the field
  boolean widens(GraphQLFieldsContainer type, String call) {
    var node = schema.getType(type.getName().replaceFirst("Key$", ""));
    if (!type.getName().endsWith("Key") || !(node instanceof GraphQLFieldsContainer members)) {
      return false;
    }
    var field = members.getFieldDefinition(call.replaceFirst("\\(.*", ""));
    return field != null
        && (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))
            || call.contains("history: "));
  }

  boolean isFull(int depth) {
    return byDepth[depth] >= MOST;
  }

  void add(int depth) {
    byDepth[depth]++;
  }

  /// Returns how many fields there are now, to compare with later.
  int[] now() {
    return byDepth.clone();
  }

  /// Returns how many fields came since, by how deep they are below a depth.
  Map<Integer, Integer> since(int[] before, int depth) {
    var more = new HashMap<Integer, Integer>();
    for (int at = depth; at < byDepth.length; at++) {
      if (byDepth[at] > before[at]) {
        more.put(at - depth, byDepth[at] - before[at]);
      }
    }
    return more;
  }

  /// Returns whether there is room for the fields of a fragment.
  boolean fits(Map<Integer, Integer> more, int depth) {
    return more.entrySet().stream()
        .allMatch(each -> byDepth[depth + each.getKey()] + each.getValue() <= MOST);
  }

  /// Adds the fields of a fragment.
  void add(Map<Integer, Integer> more, int depth) {
    more.forEach((below, count) -> byDepth[depth + below] += count);
  }
}
