package nl.jeugdgraaf.document;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.Scalar;

/// Which conditions of a `where` can be left out while the others keep their meaning: all that must
/// hold together. May be used by several threads.
///
/// A condition on a key is not among them, because the statement starts at the node that it names.
public final class ConditionPlaces {
  private final Map<String, Set<String>> keysOfWhere = new HashMap<>();
  private final Set<String> filters = new HashSet<>();
  private final Set<String> quantified = new HashSet<>();

  /// Finds the places of a model.
  ///
  /// @param model the graph
  public ConditionPlaces(Model model) {
    for (var entity : model.entities()) {
      keysOfWhere.put(ApiNames.where(entity.name()), keys(entity));
      quantified.add(ApiNames.relationshipFilter(entity.name()));
    }
    for (var scalar : Scalar.BuiltIn.values()) {
      addFilter(scalar);
      filters.add(ApiNames.range(scalar.typeName()));
    }
    for (var scalar : Scalar.Code.values()) {
      addFilter(scalar);
    }
    model.enumerations().values().forEach(this::addFilter);
    filters.add(ApiNames.CASE_INSENSITIVE_FILTER);
  }

  private void addFilter(Scalar scalar) {
    filters.add(ApiNames.filter(scalar.typeName()));
    filters.add(ApiNames.listFilter(scalar.typeName()));
  }

  private static Set<String> keys(NodeEntity entity) {
    return entity.attributes().values().stream()
        .filter(Attribute::key)
        .map(Attribute::name)
        .collect(Collectors.toSet());
  }

  /// Returns whether a type is that of conditions on nodes.
  boolean isWhere(GraphQLType type) {
    return keysOfWhere.containsKey(name(type));
  }

  /// Returns whether a type is that of conditions on one value.
  public boolean isFilter(GraphQLType type) {
    return filters.contains(name(type));
  }

  /// Returns whether nothing is asked by an object of a type if all in it is left out.
  boolean asksNothingWhenEmpty(GraphQLType type) {
    return isFilter(type) || quantified.contains(name(type));
  }

  /// Returns whether a part of an object can be left out without changing the others.
  ///
  /// @param type of the object
  /// @param field the part
  public boolean isOptional(GraphQLInputObjectType type, String field) {
    var keys = keysOfWhere.get(type.getName());
    return keys == null ? asksNothingWhenEmpty(type) : !keys.contains(field);
  }

  /// Returns whether the parts of a part are conditions that must hold together, too.
  ///
  /// @param field the part
  /// @param type of the part
  boolean isConjunction(String field, GraphQLType type) {
    return !field.equals(InputField.OR)
        && !field.equals(InputField.AND)
        && (isWhere(type) || asksNothingWhenEmpty(type));
  }

  private static String name(GraphQLType type) {
    return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLInputObjectType object
        ? object.getName()
        : "";
  }
}
