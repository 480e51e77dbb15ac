package nl.jeugdgraaf.document;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.Map;
import java.util.Objects;

/// The operation of a document that a request names, parsed and not yet validated.
///
/// @param text the document as it was sent
/// @param document the document
/// @param operation the operation
/// @param fragments fragments of the document by name
public record ParsedOperation(
    String text,
    Document document,
    OperationDefinition operation,
    Map<String, FragmentDefinition> fragments) {
  /// Copies the map.
  public ParsedOperation {
    fragments = Map.copyOf(fragments);
  }

  /// {@return the name of the operation, empty for one without}
  public String name() {
    return Objects.requireNonNullElse(operation.getName(), "");
  }

  /// {@return whether the operation is a mutation}
  public boolean isMutation() {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION;
  }
}
