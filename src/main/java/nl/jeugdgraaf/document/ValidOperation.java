package nl.jeugdgraaf.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.Map;

/// An operation that fits the schema and keeps within the limits. Only [DocumentReader#validate]
/// makes one.
public final class ValidOperation {
  private final ParsedOperation parsed;

  ValidOperation(ParsedOperation parsed) {
    this.parsed = parsed;
  }

  /// {@return the document as it was sent}
  public String text() {
    return parsed.text();
  }

  /// {@return the name of the operation, empty for one without}
  public String name() {
    return parsed.name();
  }

  /// {@return the operation}
  public OperationDefinition definition() {
    return parsed.operation();
  }

  /// {@return whether every root field is about the schema, so that the answer holds no data}
  public boolean asksSchemaOnly() {
    return parsed.operation().getSelectionSet().getSelections().stream()
        .allMatch(part -> part instanceof Field field && field.getName().startsWith("__"));
  }

  /// {@return fragments of the document by name}
  public Map<String, FragmentDefinition> fragments() {
    return parsed.fragments();
  }
}
