package nl.jeugdgraaf.document;

import graphql.language.ArrayValue;
import graphql.language.NonNullType;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The variables of an operation that may have no value, and for which of them that decides more
/// than a condition. For one compilation.
public final class OptionalVariables {
  private final ConditionPlaces places;
  private final Set<String> nullable;
  private final boolean shared;
  private final Set<String> decisive = new TreeSet<>();

  private OptionalVariables(ConditionPlaces places, Set<String> nullable, boolean shared) {
    this.places = places;
    this.nullable = nullable;
    this.shared = shared;
  }

  /// Returns the variables for a plan of just the conditions that are given.
  ///
  /// @param places where conditions can be left out
  /// @param operation declares the variables
  public static OptionalVariables of(ConditionPlaces places, OperationDefinition operation) {
    return new OptionalVariables(places, nullable(operation), false);
  }

  /// Returns the variables for a plan in which each condition that can be left out is asked only
  /// where it is given.
  ///
  /// @param places where conditions can be left out
  /// @param operation declares the variables
  public static OptionalVariables shared(ConditionPlaces places, OperationDefinition operation) {
    return new OptionalVariables(places, nullable(operation), true);
  }

  private static Set<String> nullable(OperationDefinition operation) {
    return operation.getVariableDefinitions().stream()
        .filter(it -> !(it.getType() instanceof NonNullType) && it.getDefaultValue() == null)
        .map(VariableDefinition::getName)
        .collect(Collectors.toSet());
  }

  /// {@return where conditions can be left out}
  ConditionPlaces places() {
    return places;
  }

  /// {@return whether the plan serves requests that leave out conditions}
  public boolean shared() {
    return shared;
  }

  /// {@return the variables that decide more than whether a condition is asked}
  public Set<String> decisive() {
    return Set.copyOf(decisive);
  }

  /// Remembers that a variable decides more than whether a condition is asked.
  void decides(String name) {
    decisive.add(name);
  }

  /// Returns the variables without whose values a part of the document would be as if it were not
  /// written; nothing where something of it would be left.
  ///
  /// @param variables values of the request; what is null is given
  Optional<Set<String>> whole(Value<?> part, Map<String, @Nullable Object> variables) {
    return switch (part) {
      case VariableReference variable -> {
        var name = variable.getName();
        var isNull = variables.containsKey(name) && variables.get(name) == null;
        yield nullable.contains(name) && !isNull ? Optional.of(Set.of(name)) : Optional.empty();
      }
      case ObjectValue object ->
          all(
              object.getObjectFields().stream()
                  .map(it -> whole(it.getValue(), variables))
                  .toList());
      case ArrayValue list ->
          all(list.getValues().stream().map(it -> whole(it, variables)).toList());
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> all(Collection<Optional<Set<String>>> parts) {
    if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var names = new LinkedHashSet<String>();
    parts.forEach(part -> part.ifPresent(names::addAll));
    return Optional.of(names);
  }
}
