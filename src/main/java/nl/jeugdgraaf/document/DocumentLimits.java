package nl.jeugdgraaf.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Counts what an operation asks, fragments expanded, and refuses too much of it.
///
/// Runs after validation, so fragments exist, have no cycles and are not too many when expanded.
final class DocumentLimits {
  private static final Set<String> ABOUT_SCHEMA = Set.of("__schema", "__type");

  /// Fields of a type that lead to more types.
  private static final Set<String> MULTIPLYING =
      Set.of("fields", "inputFields", "interfaces", "possibleTypes");

  private static final int TYPES_MAX = 10;

  private final Limits.Document limits;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Integer> aboutSchema = new HashMap<>();
  private final Map<String, Integer> multiplying = new HashMap<>();
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
    if (aboutSchema.getOrDefault("__schema", 0) > 1
        || aboutSchema.getOrDefault("__type", 0) > TYPES_MAX) {
      throw tooMuchOfSchema();
    }
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
    // What is asked about the schema has bounds of its own.
    if (depth == 1 && ABOUT_SCHEMA.contains(field.getName())) {
      aboutSchema.merge(field.getName(), 1, Integer::sum);
      multiplying.clear();
      visitSchema(field);
      return;
    }
    deepest = Math.max(deepest, depth);
    if (field.getSelectionSet() != null) {
      visit(field.getSelectionSet(), depth + 1);
    }
  }

  /// Tools ask for a few types at once, and of each root field for its lists once. Each list in a
  /// list of the same kind would multiply the answer.
  private void visitSchema(Node<?> node) {
    if (node instanceof FragmentSpread spread) {
      var fragment = fragments.get(spread.getName());
      if (fragment != null) {
        visitSchema(fragment.getSelectionSet());
      }
      return;
    }
    if (node instanceof Field field
        && MULTIPLYING.contains(field.getName())
        && multiplying.merge(field.getName(), 1, Integer::sum) > 1) {
      throw tooMuchOfSchema();
    }
    node.getChildren().forEach(this::visitSchema);
  }

  private static ProblemException tooMuchOfSchema() {
    return new ProblemException(
        Code.LIMIT_EXCEEDED, "The operation asks for too much of the schema. Select less.");
  }

  private static void refuse(int count, int max, String what) {
    if (count > max) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The operation has %d %s; at most %d are allowed. Split it.".formatted(count, what, max));
    }
  }
}
