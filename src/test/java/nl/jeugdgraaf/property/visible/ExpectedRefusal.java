package nl.jeugdgraaf.property.visible;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.reference.ReferenceId;

/// Judges by the words of an operation alone whether it asks for something that its caller can
/// never see.
///
/// What is written, but of which nothing is read, such as the sort of a connection without edges,
/// may be refused or not.
final class ExpectedRefusal {
  private static final String CONNECTION = "Connection";

  private final GraphQLSchema schema;
  private final TouchedFields touched;
  private final Set<String> idle = new TreeSet<>();
  private final Document document;
  private final OperationDefinition operation;
  private final CoercedVariables variables;

  private ExpectedRefusal(GraphQLSchema schema, TouchedFields touched, Operation given) {
    var asked = given.withoutAbsentVariables();
    this.schema = schema;
    this.touched = touched;
    this.document = new Parser().parseDocument(asked.document());
    this.operation =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(it -> asked.name().isEmpty() || asked.name().equals(it.getName()))
            .findFirst()
            .orElseThrow();
    this.variables =
        ValuesResolver.coerceVariableValues(
            schema,
            operation.getVariableDefinitions(),
            RawVariables.of(asked.variables()),
            GraphQLContext.getDefault(),
            Locale.ENGLISH);
  }

  /// What an operation touches.
  ///
  /// @param read what is hidden and read, so that the operation must be refused
  /// @param idle what is hidden and only written
  record Verdict(Set<String> read, Set<String> idle) {
    /// Returns whether a refusal is wrong.
    boolean allows() {
      return read.isEmpty() && idle.isEmpty();
    }
  }

  /// Returns the verdict on an operation.
  ///
  /// @param schema the public schema
  /// @param touched knows what the caller can see
  /// @param asked a valid operation
  static Verdict of(GraphQLSchema schema, TouchedFields touched, Operation asked) {
    var judgement = new ExpectedRefusal(schema, touched.anew(), asked);
    judgement.root();
    return new Verdict(judgement.touched.hidden(), judgement.idle);
  }

  private void root() {
    for (var field : fields(operation.getSelectionSet())) {
      var arguments = arguments("Query", field);
      if (field.getName().equals("node")) {
        identified(List.of(arguments.get("id")), field);
      } else if (field.getName().equals("nodes")) {
        identified((List<?>) arguments.get("ids"), field);
      } else {
        entity(field, arguments);
      }
    }
  }

  private void identified(List<?> ids, Field field) {
    var types = new LinkedHashSet<NodeType>();
    for (var id : ids) {
      types.add(touched.model().node(ReferenceId.type((String) id)));
    }
    for (var type : types) {
      touched.nodes(type);
      node(type, field.getSelectionSet());
    }
  }

  private void entity(Field field, Map<String, Object> arguments) {
    var name = field.getName();
    for (var entity : touched.model().entities()) {
      if (name.equals(entity.plural())) {
        touched.nodes(entity);
        new TouchedInputFields(touched).where(entity, arguments.get("where"));
        new TouchedInputFields(touched).sort(entity, arguments.get("sort"));
        node(entity, field.getSelectionSet());
      } else if (name.equals(entity.plural() + CONNECTION)) {
        connection(new Origin(ConnectionType.ofRoot(entity), Optional.empty()), field, arguments);
      } else if (entity instanceof NodeType
          && name.equalsIgnoreCase(entity.name())
          && arguments.containsKey("by")) {
        touched.nodes(entity);
        node(entity, field.getSelectionSet());
      }
    }
  }

  /// Every field is judged with all types of which it is asked.
  private void node(NodeEntity entity, SelectionSet selections) {
    var types = touched.sight().seen(touched.model(), entity);
    var asked = new IdentityHashMap<Field, Set<NodeType>>();
    for (var type : types) {
      collect(selections, name -> is(type, name))
          .forEach(field -> asked.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(type));
    }
    asked.forEach((field, of) -> member(List.copyOf(of), field));
  }

  private boolean is(NodeType type, String name) {
    return name.equals("Node")
        || touched.model().find(name).stream()
            .anyMatch(entity -> touched.model().concrete(entity).contains(type));
  }

  private void member(List<NodeType> types, Field field) {
    var name = field.getName();
    var first = types.getFirst();
    if (name.startsWith("__") || name.equals("id")) {
      return;
    }
    if (name.equals("changes")) {
      types.forEach(type -> changes(type, field));
    } else if (TouchedFields.isValue(first, name)) {
      touched.field(types, name, first.name());
    } else {
      for (var relationship : distinct(types, name)) {
        related(relationship, field, arguments(first.name(), field));
      }
    }
  }

  private static Set<RelationshipField> distinct(List<NodeType> types, String name) {
    var all = new LinkedHashSet<RelationshipField>();
    types.forEach(type -> all.add(TouchedFields.relationship(type, name)));
    return all;
  }

  private void related(RelationshipField relationship, Field field, Map<String, Object> arguments) {
    if (!field.getName().equals(relationship.name())) {
      var type = ConnectionType.of(touched.model(), relationship);
      connection(new Origin(type, Optional.of(relationship)), field, arguments);
      return;
    }
    var target = touched.hop(relationship);
    new TouchedInputFields(touched).where(target, arguments.get("where"));
    new TouchedInputFields(touched).sort(target, arguments.get("sort"));
    node(target, field.getSelectionSet());
  }

  private void changes(NodeType type, Field field) {
    for (var inner : fields(field.getSelectionSet())) {
      var relationship = TouchedFields.relationship(type, inner.getName());
      var target = touched.hop(relationship);
      for (var edge : composites(inner)) {
        for (var change : composites(edge)) {
          for (var part : composites(change)) {
            if (part.getName().equals("of")) {
              node(type, part.getSelectionSet());
            } else {
              ends(part, target, relationship.properties());
            }
          }
        }
      }
    }
  }

  private List<Field> composites(Field field) {
    return fields(field.getSelectionSet()).stream()
        .filter(inner -> inner.getSelectionSet() != null)
        .toList();
  }

  /// A node, and what the relationship to it says.
  private void ends(Field edge, NodeEntity target, RelationshipProperties type) {
    for (var field : fields(edge.getSelectionSet())) {
      if (field.getName().equals("node")) {
        node(target, field.getSelectionSet());
      } else if (field.getName().equals("properties")) {
        fields(field.getSelectionSet()).forEach(inner -> touched.attribute(type, inner.getName()));
      }
    }
  }

  /// Where the rows of a connection come from: by a relationship, or at the root.
  private record Origin(ConnectionType type, Optional<RelationshipField> relationship) {}

  private void connection(Origin origin, Field field, Map<String, Object> arguments) {
    var parts = fields(field.getSelectionSet());
    var totals = new ExpectedTotalsRefusal(this, touched, origin.type());
    var pages = false;
    var reads = false;
    for (var part : parts) {
      switch (part.getName()) {
        case "edges", "pageInfo" -> pages = true;
        case "totalCount", "groups" -> reads = true;
        case "aggregate" -> reads |= totals.reads(part);
        default -> {}
      }
    }
    reach(origin, arguments, pages || reads ? touched : touched.anew(), pages);
    for (var part : parts) {
      switch (part.getName()) {
        case "edges" -> ends(part, origin.type().target(), origin.type().edge());
        case "aggregate" -> totals.aggregate(part);
        case "groups" ->
            totals.groups(part, arguments(origin.type().name() + CONNECTION, part).get("having"));
        default -> {}
      }
    }
  }

  private void reach(
      Origin origin, Map<String, Object> arguments, TouchedFields by, boolean sorted) {
    var order = sorted ? by : touched.anew();
    var where = arguments.get("where");
    var sort = arguments.get("sort");
    origin
        .relationship()
        .ifPresentOrElse(
            relationship -> {
              by.hop(relationship);
              new TouchedInputFields(by).links(relationship, where);
              new TouchedInputFields(order).linkSort(relationship, sort);
            },
            () -> {
              by.nodes(origin.type().target());
              new TouchedInputFields(by).where(origin.type().target(), where);
              new TouchedInputFields(order).sort(origin.type().target(), sort);
            });
    for (var part : List.of(by, order)) {
      if (!isSame(part, touched)) {
        idle.addAll(part.hidden());
      }
    }
  }

  /// Returns the fields of an object other than a node, without `__typename`; all fragments fit it.
  List<Field> fields(SelectionSet selections) {
    return collect(selections, _ -> true).stream()
        .filter(field -> !field.getName().startsWith("__"))
        .toList();
  }

  private Map<String, Object> arguments(String parent, Field field) {
    var type = (GraphQLFieldsContainer) schema.getType(parent);
    return ValuesResolver.getArgumentValues(
        schema.getCodeRegistry(),
        type.getFieldDefinition(field.getName()).getArguments(),
        field.getArguments(),
        variables,
        GraphQLContext.getDefault(),
        Locale.ENGLISH);
  }

  private List<Field> collect(SelectionSet selections, Predicate<String> condition) {
    var fields = new ArrayList<Field>();
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field when kept(field.getDirectives()) -> fields.add(field);
        case InlineFragment inline when kept(inline.getDirectives()) -> {
          if (fits(inline.getTypeCondition(), condition)) {
            fields.addAll(collect(inline.getSelectionSet(), condition));
          }
        }
        case FragmentSpread spread when kept(spread.getDirectives()) -> {
          var fragment = fragment(spread.getName());
          if (fits(fragment.getTypeCondition(), condition)) {
            fields.addAll(collect(fragment.getSelectionSet(), condition));
          }
        }
        default -> {}
      }
    }
    return fields;
  }

  private static boolean fits(TypeName type, Predicate<String> condition) {
    return type == null || condition.test(type.getName());
  }

  private FragmentDefinition fragment(String name) {
    return document.getDefinitionsOfType(FragmentDefinition.class).stream()
        .filter(it -> it.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private boolean kept(List<Directive> directives) {
    return directives.stream()
        .noneMatch(directive -> {
          var name = directive.getName();
          return (name.equals("skip") && holds(directive))
              || (name.equals("include") && !holds(directive));
        });
  }

  private boolean holds(Directive directive) {
    var definition = schema.getDirective(directive.getName());
    var values =
        ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(),
            definition.getArguments(),
            directive.getArguments(),
            variables,
            GraphQLContext.getDefault(),
            Locale.ENGLISH);
    return (Boolean) values.get("if");
  }

  @SuppressWarnings("ReferenceEquality") // two that hold the same are still two
  private static boolean isSame(TouchedFields one, TouchedFields other) {
    return one == other;
  }
}
