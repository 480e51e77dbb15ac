package nl.jeugdgraaf.document;

import graphql.introspection.Introspection;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What does not fit the schema in a document: where it is, and what was probably meant. It knows
/// only names that the schema shows.
final class ValidationProblems {
  private static final Pattern FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is");
  private static final Pattern ARGUMENT = Pattern.compile("Unknown field argument '(\\w+)'");
  private static final Pattern INPUT_FIELD =
      Pattern.compile("(?s)argument '([^']*)' .*not in '(\\w+)': '(\\w+)'");
  private static final Pattern CONSTANT =
      Pattern.compile("(?s)argument '([^']*)' .*EnumValue\\{name='(\\w+)'}.* valid '(\\w+)'");
  private static final Pattern INPUT = Pattern.compile("(?s)[aA]rgument '([^']*)'");
  private static final Pattern TYPE = Pattern.compile("Unknown type '(\\w+)'");
  private static final Pattern CONFLICT =
      Pattern.compile(" : .*(different fields|have different|returns different)");

  private final GraphQLSchema schema;
  private final Map<SourceLocation, Site> sites = new HashMap<>();

  /// A field of the document.
  ///
  /// @param parent the type that has it
  /// @param definition the field in the schema, absent where there is none
  /// @param path response keys that lead to it; empty inside a fragment with a name
  private record Site(
      GraphQLNamedType parent, @Nullable GraphQLFieldDefinition definition, List<Object> path) {}

  /// @param schema what the document should fit
  /// @param document the document
  ValidationProblems(GraphQLSchema schema, Document document) {
    this.schema = schema;
    for (Definition<?> definition : document.getDefinitions()) {
      switch (definition) {
        case OperationDefinition operation ->
            visit(operation.getSelectionSet(), schema.getQueryType(), Optional.of(List.of()));
        case FragmentDefinition fragment ->
            visit(
                fragment.getSelectionSet(),
                schema.getType(fragment.getTypeCondition().getName()),
                Optional.empty());
        default -> {}
      }
    }
  }

  private void visit(
      @Nullable SelectionSet selected, @Nullable GraphQLType parent, Optional<List<Object>> path) {
    if (selected == null || !(parent instanceof GraphQLCompositeType type)) {
      return;
    }
    for (Selection<?> selection : selected.getSelections()) {
      if (selection instanceof Field field) {
        visit(field, type, path);
      } else if (selection instanceof InlineFragment fragment) {
        var condition = fragment.getTypeCondition();
        visit(
            fragment.getSelectionSet(),
            condition == null ? type : schema.getType(condition.getName()),
            path);
      }
    }
  }

  private void visit(Field field, GraphQLCompositeType parent, Optional<List<Object>> around) {
    var path = around.map(outer -> with(outer, field.getResultKey()));
    var definition = definition(parent, field.getName());
    var site = new Site(parent, definition, path.orElse(List.of()));
    remember(field, site);
    field.getArguments().forEach(argument -> remember(argument, site));
    field.getDirectives().forEach(directive -> remember(directive, site));
    if (definition != null) {
      visit(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()), path);
    }
  }

  private @Nullable GraphQLFieldDefinition definition(GraphQLCompositeType parent, String name) {
    return name.startsWith("__")
        ? Introspection.getFieldDef(schema, parent, name)
        : parent instanceof GraphQLFieldsContainer type ? type.getFieldDefinition(name) : null;
  }

  private void remember(Node<?> node, Site site) {
    if (node.getSourceLocation() != null) {
      sites.put(node.getSourceLocation(), site);
    }
  }

  private static List<Object> with(List<Object> path, String key) {
    var longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /// {@return an error of validation for the client}
  Problem of(ValidationError error) {
    var problem = ErrorMessages.ofValidation(error);
    var site =
        error.getLocations() == null
            ? null
            : error.getLocations().stream()
                .filter(sites::containsKey)
                .findFirst()
                .map(sites::get)
                .orElse(null);
    var hint = hint(error.getMessage(), site);
    var end = hint.sentence().isEmpty() || problem.message().endsWith(".") ? "" : ".";
    return new Problem(
        problem.code(),
        problem.message() + end + hint.sentence(),
        new Problem.Place(
            problem.place().locations(),
            site == null ? List.of() : site.path(),
            hint.argument(),
            "",
            hint.about().or(about(site))));
  }

  private static Problem.Coordinate about(@Nullable Site site) {
    return site == null || site.definition() == null
        ? Problem.Coordinate.NONE
        : new Problem.Coordinate(site.parent().getName(), site.definition().getName());
  }

  /// What a message does not say.
  ///
  /// @param sentence the way out, with a space before it, or empty
  /// @param argument where in the arguments it is, or empty
  /// @param about what it is about, if that is not the field at its place
  private record Hint(String sentence, String argument, Problem.Coordinate about) {}

  private Hint hint(String message, @Nullable Site site) {
    var field = FIELD.matcher(message);
    if (field.find()) {
      var type = schema.getType(field.group(2));
      return new Hint(
          Suggestions.of(field.group(1), names(type)),
          "",
          new Problem.Coordinate(field.group(2), field.group(1)));
    }
    var argument = ARGUMENT.matcher(message);
    if (argument.find() && site != null && site.definition() != null) {
      var names = site.definition().getArguments().stream().map(GraphQLArgument::getName).toList();
      return hint(Suggestions.of(argument.group(1), names), argument.group(1));
    }
    var input = INPUT_FIELD.matcher(message);
    if (input.find()) {
      return new Hint(
          Suggestions.of(input.group(3), names(schema.getType(input.group(2)))),
          input.group(1),
          new Problem.Coordinate(input.group(2), input.group(3)));
    }
    var constant = CONSTANT.matcher(message);
    if (constant.find()) {
      var names = names(schema.getType(constant.group(3)));
      return hint(Suggestions.of(constant.group(2), names), constant.group(1));
    }
    var type = TYPE.matcher(message);
    if (type.find()) {
      var names = schema.getAllTypesAsList().stream().map(GraphQLNamedType::getName).toList();
      return hint(Suggestions.of(type.group(1), names), "");
    }
    var wrong = INPUT.matcher(message);
    return hint(
        CONFLICT.matcher(message).find() ? " Give one of them an alias." : "",
        wrong.find() ? wrong.group(1) : "");
  }

  private static Hint hint(String sentence, String argument) {
    return new Hint(sentence, argument, Problem.Coordinate.NONE);
  }

  private static List<String> names(@Nullable GraphQLType type) {
    return switch (type) {
      case GraphQLFieldsContainer fields ->
          fields.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList();
      case GraphQLInputObjectType input ->
          input.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).toList();
      case GraphQLEnumType constants ->
          constants.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
      case null, default -> List.of();
    };
  }
}
