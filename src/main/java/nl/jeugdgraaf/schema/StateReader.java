package nl.jeugdgraaf.schema;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.model.ComputedField.Only;
import nl.jeugdgraaf.model.ComputedField.Otherwise;
import nl.jeugdgraaf.model.ComputedField.Stage;
import nl.jeugdgraaf.model.ComputedField.StateOfDay;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.schema.FieldReader.WrittenType;

/// Reads `@state`: the stages of a field whose value follows from stored days.
///
/// @param problems collects what is wrong
/// @param enumerations code lists by name
record StateReader(SchemaProblems problems, Map<String, Scalar.Enumeration> enumerations) {
  Optional<StateOfDay> read(FieldDefinition field, String subject) {
    var shape = WrittenType.of(field.getType());
    var list = enumerations.get(shape.name());
    if (list == null || shape.list() || shape.required()) {
      problems.add(field, subject, "@state needs an enum as type, without !");
      return Optional.empty();
    }
    var directive = field.getDirectives("state").getFirst();
    var arguments = new DirectiveArguments(directive);
    var stages = stages(directive, arguments, subject);
    var before = arguments.text("before");
    var stated = arguments.text("stated").orElse("");
    if (stages.isEmpty() || stated.isEmpty()) {
      problems.add(directive, subject, "@state needs stages, and stated for where no day decides");
      return Optional.empty();
    }
    before.ifPresent(value -> check(directive, subject, list, value));
    stages.forEach(
        stage -> stage.value().ifPresent(value -> check(directive, subject, list, value)));
    return Optional.of(
        new StateOfDay(
            field.getName(),
            new ValueType(list, false, false),
            stages,
            new Otherwise(before, stated),
            FieldReader.description(problems, field, subject)));
  }

  private void check(Directive place, String subject, Scalar.Enumeration list, String value) {
    if (!list.has(value)) {
      problems.add(place, subject, value + " is not a value of " + list.typeName());
    }
  }

  @SuppressWarnings("rawtypes") // the lists of graphql-java are declared so
  private List<Stage> stages(Directive place, DirectiveArguments arguments, String subject) {
    var stages = new ArrayList<Stage>();
    var given =
        arguments.value("stages").orElse(null) instanceof ArrayValue list
            ? list.getValues()
            : List.<Value>of();
    for (Value<?> one : given) {
      var from = one instanceof ObjectValue stage ? text(stage, "from") : Optional.<String>empty();
      if (from.isEmpty() || !(one instanceof ObjectValue stage)) {
        problems.add(place, subject, "each stage of @state needs from, the name of a day");
      } else {
        stages.add(new Stage(from.get(), text(stage, "value"), only(place, stage, subject)));
      }
    }
    return stages;
  }

  private Optional<Only> only(Directive place, ObjectValue stage, String subject) {
    for (var field : stage.getObjectFields()) {
      if (field.getName().equals("only") && field.getValue() instanceof ObjectValue only) {
        var attribute = text(only, "field");
        var value = text(only, "is");
        if (attribute.isPresent() && value.isPresent()) {
          return Optional.of(new Only(attribute.get(), value.get()));
        }
        problems.add(place, subject, "only needs field and is");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(ObjectValue object, String name) {
    return object.getObjectFields().stream()
        .filter(field -> field.getName().equals(name))
        .map(field -> field.getValue())
        .filter(StringValue.class::isInstance)
        .flatMap(value -> Optional.ofNullable(((StringValue) value).getValue()).stream())
        .findFirst();
  }
}
