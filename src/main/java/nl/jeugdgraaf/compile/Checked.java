package nl.jeugdgraaf.compile;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.Map;

/// A document that fits the schema, and the operation of it that is to be run.
///
/// @param document the document
/// @param operation the operation
/// @param fragments fragments of the document by name
public record Checked(
    Document document, OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
  /// Copies the map.
  public Checked {
    fragments = Map.copyOf(fragments);
  }

  /// Returns whether the operation writes.
  ///
  /// @return true for a mutation
  public boolean isMutation() {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION;
  }
}
