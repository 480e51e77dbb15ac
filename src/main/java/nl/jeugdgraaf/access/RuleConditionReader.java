package nl.jeugdgraaf.access;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.schema.SchemaProblems;
import org.jspecify.annotations.Nullable;

/// Reads conditions of rules: checks them against the type, and replaces names of other rules with
/// their conditions.
@SuppressWarnings("rawtypes") // the lists of graphql-java are declared so
final class RuleConditionReader {
  private static final String RULE = "rule";
  private static final String WHERE = "Where";

  private final GraphQLSchema schema;
  private final Map<String, ObjectValue> written;
  private final SchemaProblems problems;
  private final Set<String> open = new LinkedHashSet<>();
  private boolean ofOrganisation;

  /// @param schema the public schema
  /// @param written conditions as the files have them, by `Type.name`
  /// @param problems collects what is wrong
  RuleConditionReader(
      GraphQLSchema schema, Map<String, ObjectValue> written, SchemaProblems problems) {
    this.schema = schema;
    this.written = written;
    this.problems = problems;
  }

  /// Returns the condition of a rule.
  ///
  /// @param rule `Type.name` of one that is written
  RuleCondition read(String rule) {
    ofOrganisation = false;
    open.clear();
    var where = expanded(rule, Objects.requireNonNull(written.get(rule)), rule);
    return new RuleCondition(where, ofOrganisation);
  }

  private ObjectValue expanded(String rule, ObjectValue where, String subject) {
    if (!open.add(rule)) {
      problems.add(where, subject, "refers to itself: " + String.join(" > ", open) + " > " + rule);
      return ObjectValue.newObjectValue().build();
    }
    var type = schema.getType(rule.substring(0, rule.indexOf('.')) + WHERE);
    var result = object(where, (GraphQLInputObjectType) Objects.requireNonNull(type), subject);
    open.remove(rule);
    return result;
  }

  private ObjectValue object(ObjectValue value, GraphQLInputObjectType type, String subject) {
    var fields = new ArrayList<ObjectField>();
    var others = new ArrayList<ObjectValue>();
    for (var field : value.getObjectFields()) {
      var declared = type.getField(field.getName());
      if (namesRule(field, declared) && type.getName().endsWith(WHERE)) {
        others.addAll(other(field, type, subject));
      } else if (declared != null) {
        fields.add(
            new ObjectField(field.getName(), value(field.getValue(), declared.getType(), subject)));
      } else {
        problems.add(
            field.getValue(),
            subject,
            "%s has no field %s; its fields are %s"
                .formatted(
                    type.getName(),
                    field.getName(),
                    type.getFieldDefinitions().stream()
                        .map(it -> it.getName())
                        .collect(Collectors.joining(", "))));
      }
    }
    return value.transform(it -> it.objectFields(all(fields, others)));
  }

  /// A type can have a field `rule` of its own: a text names another rule, and a filter is of the
  /// field.
  private static boolean namesRule(ObjectField field, @Nullable GraphQLInputObjectField declared) {
    return field.getName().equals(RULE)
        && (declared == null || field.getValue() instanceof StringValue);
  }

  /// Other rules must hold together with what is written, also with an `AND` of its own.
  private static List<ObjectField> all(List<ObjectField> fields, List<ObjectValue> others) {
    if (others.isEmpty()) {
      return fields;
    }
    var parts = new ArrayList<Value>(others);
    if (!fields.isEmpty()) {
      parts.add(ObjectValue.newObjectValue().objectFields(fields).build());
    }
    return List.of(new ObjectField("AND", ArrayValue.newArrayValue().values(parts).build()));
  }

  /// Returns the condition that replaces the name of another rule.
  private List<ObjectValue> other(ObjectField field, GraphQLInputObjectType type, String subject) {
    var entity = type.getName().substring(0, type.getName().length() - WHERE.length());
    var name = field.getValue() instanceof StringValue text ? text.getValue() : "";
    var rule = entity + "." + name;
    var where = written.get(rule);
    if (where == null) {
      problems.add(
          field.getValue(), subject, "rule \"" + name + "\" of " + entity + " is not defined");
      return List.of();
    }
    return List.of(expanded(rule, where, subject));
  }

  private Value<?> value(Value<?> value, GraphQLInputType type, String subject) {
    return switch (type) {
      case GraphQLNonNull required ->
          value(value, (GraphQLInputType) required.getWrappedType(), subject);
      case GraphQLList list when value instanceof ArrayValue array ->
          array.transform(it ->
              it.values(
                  array.getValues().stream()
                      .<Value>map(
                          one -> value(one, (GraphQLInputType) list.getWrappedType(), subject))
                      .toList()));
      case GraphQLList list -> value(value, (GraphQLInputType) list.getWrappedType(), subject);
      case GraphQLInputObjectType object when value instanceof ObjectValue given ->
          object(given, object, subject);
      case GraphQLEnumType choices -> choice(value, choices, subject);
      case GraphQLScalarType scalar -> scalar(value, scalar, subject);
      default -> wrong(value, "an object of type " + type, subject);
    };
  }

  private Value<?> choice(Value<?> value, GraphQLEnumType type, String subject) {
    return value instanceof NullValue
            || (value instanceof EnumValue name && type.getValue(name.getName()) != null)
        ? value
        : wrong(value, "a value of " + type.getName(), subject);
  }

  private Value<?> scalar(Value<?> value, GraphQLScalarType type, String subject) {
    if (value instanceof NullValue) {
      return value;
    }
    if (value instanceof StringValue text && given(text).startsWith("$")) {
      return variable(text, type, subject);
    }
    try {
      type.getCoercing()
          .parseLiteral(
              value,
              CoercedVariables.emptyVariables(),
              GraphQLContext.getDefault(),
              Locale.ENGLISH);
      return value;
    } catch (CoercingParseLiteralException _) {
      return wrong(value, "a value of " + type.getName(), subject);
    }
  }

  private Value<?> variable(StringValue text, GraphQLScalarType type, String subject) {
    var name = given(text).substring(1);
    var isDate = type.getName().equals("Date");
    if (name.equals(RuleCondition.ORGANISATION) && !isDate) {
      ofOrganisation = true;
      return VariableReference.newVariableReference().name(name).build();
    }
    return name.equals(RuleCondition.TODAY) && isDate
        ? VariableReference.newVariableReference().name(name).build()
        : wrong(
            text,
            "$caller.organisation where a key or code is compared, or $today where a date is",
            subject);
  }

  private static String given(StringValue text) {
    return Objects.requireNonNull(text.getValue());
  }

  private Value<?> wrong(Value<?> value, String right, String subject) {
    problems.add(value, subject, "the condition needs " + right);
    return value;
  }
}
