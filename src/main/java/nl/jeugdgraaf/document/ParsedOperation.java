package nl.jeugdgraaf.document;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.Map;
import java.util.Objects;

/// A document that fits the schema, and the operation of it that is to be run.
///
/// @param document the document
/// @param operation the operation
/// @param fragments fragments of the document by name
public record ParsedOperation(
    Document document, OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
  /// Copies the map.
  public ParsedOperation {
    fragments = Map.copyOf(fragments);
  }

  /// Returns the name of the operation.
  ///
  /// @return its name, empty for one without
  public String name() {
    return Objects.requireNonNullElse(operation.getName(), "");
  }

  /// {@return whether the operation writes}
  public boolean isMutation() {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION;
  }
}
