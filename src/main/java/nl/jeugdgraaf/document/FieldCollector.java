package nl.jeugdgraaf.document;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Collects the fields that an object of one type gets: fragments applied, `@skip` and `@include`
/// decided, equal response keys merged.
///
/// @param fragments fragments of the document by name
/// @param variables values that decide `@skip` and `@include`
/// @see <a href="https://spec.graphql.org/September2025/#CollectFields()">CollectFields</a>
public record FieldCollector(
    Map<String, FragmentDefinition> fragments, Map<String, @Nullable Object> variables) {

  /// Returns the merged fields in the order of the response.
  ///
  /// @param selections the selection sets of one object, in order
  /// @param applies whether a type condition fits the object's type
  public List<CollectedField> collect(List<SelectionSet> selections, Predicate<String> applies) {
    var found = new LinkedHashMap<String, List<Field>>();
    var visited = new HashSet<String>();
    selections.forEach(selection -> collect(selection, applies, visited, found));
    return found.entrySet().stream()
        .map(entry -> new CollectedField(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void collect(
      SelectionSet selections,
      Predicate<String> applies,
      Set<String> visited,
      Map<String, List<Field>> found) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> {
          if (included(field)) {
            found.computeIfAbsent(field.getResultKey(), _ -> new ArrayList<>()).add(field);
          }
        }
        case InlineFragment fragment -> {
          if (included(fragment) && fits(fragment.getTypeCondition(), applies)) {
            collect(fragment.getSelectionSet(), applies, visited, found);
          }
        }
        case FragmentSpread spread -> {
          var fragment = fragments.get(spread.getName());
          if (fragment != null
              && included(spread)
              && visited.add(spread.getName())
              && fits(fragment.getTypeCondition(), applies)) {
            collect(fragment.getSelectionSet(), applies, visited, found);
          }
        }
        default -> {}
      }
    }
  }

  private static boolean fits(@Nullable TypeName condition, Predicate<String> applies) {
    return condition == null || applies.test(condition.getName());
  }

  private boolean included(DirectivesContainer<?> selection) {
    return !decides(selection, "skip", true) && !decides(selection, "include", false);
  }

  /// Returns whether a directive is there and its `if` has the value.
  private boolean decides(DirectivesContainer<?> selection, String name, boolean value) {
    for (Directive directive : selection.getDirectives(name)) {
      var argument = directive.getArgument("if");
      if (argument == null) {
        throw new Bug("validation let @" + name + " without a condition pass");
      }
      var condition = argument.getValue();
      var given =
          switch (condition) {
            case BooleanValue literal -> literal.isValue();
            case VariableReference variable -> given(name, variable);
            default -> throw new Bug("validation let @" + name + " without a condition pass");
          };
      if (given == value) {
        return true;
      }
    }
    return false;
  }

  private boolean given(String directive, VariableReference variable) {
    if (variables.get(variable.getName()) instanceof Boolean value) {
      return value;
    }
    throw new ProblemException(
        Problem.inVariable(
            Code.BAD_USER_INPUT,
            "@%s(if:) is null. Use true or false.".formatted(directive),
            "variables." + variable.getName()));
  }

  /// Fields of one response key, to be answered as one.
  ///
  /// @param key the response key
  /// @param fields at least one; all have the same name and arguments
  public record CollectedField(String key, List<Field> fields) {
    /// Copies the list.
    public CollectedField {
      fields = List.copyOf(fields);
    }

    public String name() {
      return fields.getFirst().getName();
    }

    public Field first() {
      return fields.getFirst();
    }

    public List<SelectionSet> selections() {
      return fields.stream()
          .filter(field -> field.getSelectionSet() != null)
          .map(Field::getSelectionSet)
          .toList();
    }
  }
}
