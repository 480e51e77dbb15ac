package nl.jeugdgraaf.property.draw;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes variables without a value out of the text of an operation, with all that they empty, so
/// that it means to everybody what the server makes of it.
@SuppressWarnings("rawtypes") // graphql-java declares nodes and their lists so
final class AbsentVariables extends NodeVisitorStub {
  private final Set<String> absent;

  private AbsentVariables(Set<String> absent) {
    this.absent = absent;
  }

  /// Returns the operation without them.
  static Operation removed(Operation operation) {
    var document = new Parser().parseDocument(operation.document());
    var absent =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .flatMap(it -> it.getVariableDefinitions().stream())
            .filter(it -> isAbsent(it, operation.variables()))
            .map(VariableDefinition::getName)
            .collect(Collectors.toSet());
    if (absent.isEmpty()) {
      return operation;
    }
    var changed = (Document) new AstTransformer().transform(document, new AbsentVariables(absent));
    return new Operation(AstPrinter.printAst(changed), operation.name(), operation.variables());
  }

  private static boolean isAbsent(VariableDefinition definition, Map<String, Object> values) {
    return definition.getDefaultValue() == null && !values.containsKey(definition.getName());
  }

  @Override
  public TraversalControl visitVariableDefinition(
      VariableDefinition definition, TraverserContext<Node> context) {
    return absent.contains(definition.getName())
        ? TreeTransformerUtil.deleteNode(context)
        : TraversalControl.CONTINUE;
  }

  @Override
  public TraversalControl visitArgument(Argument argument, TraverserContext<Node> context) {
    left(argument.getValue())
        .ifPresentOrElse(
            value ->
                TreeTransformerUtil.changeNode(context, argument.transform(it -> it.value(value))),
            () -> TreeTransformerUtil.deleteNode(context));
    return TraversalControl.ABORT;
  }

  private Optional<Value<?>> left(Value<?> value) {
    return switch (value) {
      case VariableReference variable when absent.contains(variable.getName()) -> Optional.empty();
      case ArrayValue list when !list.getValues().isEmpty() -> {
        var values = new ArrayList<Value>();
        list.getValues().forEach(it -> left(it).ifPresent(values::add));
        yield values.isEmpty()
            ? Optional.empty()
            : Optional.of(list.transform(it -> it.values(values)));
      }
      case ObjectValue object when !object.getObjectFields().isEmpty() -> {
        var fields = new ArrayList<ObjectField>();
        for (var field : object.getObjectFields()) {
          left(field.getValue())
              .ifPresent(inner -> fields.add(new ObjectField(field.getName(), inner)));
        }
        yield fields.isEmpty()
            ? Optional.empty()
            : Optional.of(object.transform(it -> it.objectFields(fields)));
      }
      default -> Optional.of(value);
    };
  }
}
