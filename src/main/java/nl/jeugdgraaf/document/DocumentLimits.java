package nl.jeugdgraaf.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.Map;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Counts what an operation asks, fragments expanded, and refuses too much of it.
///
/// Runs after validation, so fragments exist, have no cycles and are not too many when expanded.
final class DocumentLimits {
  private final Limits.Document limits;
  private final Map<String, FragmentDefinition> fragments;
  private int aliases;
  private int rootFields;
  private int deepest;

  DocumentLimits(Limits.Document limits, Map<String, FragmentDefinition> fragments) {
    this.limits = limits;
    this.fragments = fragments;
  }

  void check(OperationDefinition operation) {
    visit(operation.getSelectionSet(), 1);
    refuse(aliases, limits.aliasesMax(), "aliases");
    refuse(rootFields, limits.rootFieldsMax(), "root fields");
    refuse(deepest, limits.depthMax(), "levels of fields");
  }

  private void visit(SelectionSet selections, int depth) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> visit(field, depth);
        case InlineFragment fragment -> visit(fragment.getSelectionSet(), depth);
        case FragmentSpread spread -> {
          var fragment = fragments.get(spread.getName());
          if (fragment != null) {
            visit(fragment.getSelectionSet(), depth);
          }
        }
        default -> {}
      }
    }
  }

  private void visit(Field field, int depth) {
    aliases += field.getAlias() == null ? 0 : 1;
    rootFields += depth == 1 ? 1 : 0;
    // The depth of what is asked about the schema has a bound of its own.
    if (field.getName().equals("__schema") || field.getName().equals("__type")) {
      return;
    }
    deepest = Math.max(deepest, depth);
    if (field.getSelectionSet() != null) {
      visit(field.getSelectionSet(), depth + 1);
    }
  }

  private static void refuse(int count, int max, String what) {
    if (count > max) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The operation has %d %s; at most %d are allowed. Split it.".formatted(count, what, max));
    }
  }
}
