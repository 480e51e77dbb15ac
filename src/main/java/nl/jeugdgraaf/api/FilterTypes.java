package nl.jeugdgraaf.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiField.Comparison;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.schema.SdlWriter;

/// Writes the filters of scalars and of lists of them: what their values can be compared with.
final class FilterTypes {
  private final Model model;
  private final SdlWriter sdl;

  FilterTypes(Model model, SdlWriter sdl) {
    this.model = model;
    this.sdl = sdl;
  }

  void write() {
    Stream.of(Scalar.BuiltIn.values()).forEach(this::filter);
    Stream.of(Scalar.Code.values()).forEach(this::filter);
    model.enumerations().values().forEach(this::filter);
    if (model.nodes().values().stream()
        .anyMatch(node -> !node.fields().uses().tracked().isEmpty())) {
      filter(ChangeTypes.KINDS);
    }
    Stream.of(Scalar.BuiltIn.values())
        .filter(scalar -> FilterOperators.of(scalar).contains(Comparison.GTE))
        .map(FilterTypes::bound)
        .distinct()
        .forEach(this::range);
    caseInsensitive();
    listed().forEach(this::listFilter);
  }

  private void filter(Scalar scalar) {
    sdl.type(
        "input " + ApiNames.filter(scalar.typeName()),
        "Conditions on a value of type " + scalar.typeName() + " (voorwaarde)",
        () -> {
          for (var comparison : FilterOperators.of(scalar)) {
            field(
                comparison,
                FilterOperators.operandType(scalar, comparison),
                FilterOperators.description(scalar, comparison));
          }
          if (FilterOperators.of(scalar).contains(Comparison.GTE)) {
            sdl.field(
                InputField.BETWEEN, ApiNames.range(bound(scalar)), "Within these bounds (tussen)");
          }
          if (scalar == Scalar.BuiltIn.STRING) {
            sdl.field(
                InputField.CASE_INSENSITIVE,
                ApiNames.CASE_INSENSITIVE_FILTER,
                "Ignores letter case and accents (zonder hoofdletters en accenten)");
          }
        });
  }

  /// Integers may lie between other numbers.
  private static String bound(Scalar scalar) {
    return (scalar == Scalar.BuiltIn.INT ? Scalar.BuiltIn.FLOAT : scalar).typeName();
  }

  private void range(String value) {
    sdl.type(
        "input " + ApiNames.range(value),
        "Values of type " + value + "; a missing bound leaves that side open (bereik)",
        () -> {
          sdl.field(InputField.MIN, value, "This or more; of dates: from this day on (vanaf)");
          sdl.field(
              InputField.MAX,
              value,
              "This or less; of dates: up to and with this day (tot en met)");
        });
  }

  private void caseInsensitive() {
    var text = Scalar.BuiltIn.STRING;
    sdl.type(
        "input " + ApiNames.CASE_INSENSITIVE_FILTER,
        "Conditions on a text that ignore letter case and accents (voorwaarde)",
        () -> {
          for (var comparison : FilterOperators.of(text)) {
            field(
                comparison,
                FilterOperators.operandType(text, comparison),
                FilterOperators.meaning(comparison));
          }
        });
  }

  private Set<Scalar> listed() {
    var found = new LinkedHashSet<Scalar>();
    Stream.concat(model.nodes().values().stream(), model.relationshipProperties().values().stream())
        .flatMap(entity -> entity.attributes().values().stream())
        .filter(attribute -> attribute.type().list())
        .forEach(attribute -> found.add(attribute.type().scalar()));
    return found;
  }

  private void listFilter(Scalar scalar) {
    sdl.type(
        "input " + ApiNames.listFilter(scalar.typeName()),
        "Conditions on a list of " + scalar.typeName() + " (voorwaarde)",
        () -> {
          field(
              Comparison.INCLUDES,
              FilterOperators.operandType(scalar, Comparison.INCLUDES),
              FilterOperators.meaning(Comparison.INCLUDES));
          sdl.field(
              InputField.ANY,
              ApiNames.filter(scalar.typeName()),
              "At least one value fits (minstens een)");
          sdl.field(
              InputField.ALL,
              ApiNames.filter(scalar.typeName()),
              "Every value fits; holds also on an empty list (alle)");
          sdl.field(
              InputField.SIZE,
              ApiNames.filter(Scalar.BuiltIn.INT.typeName()),
              "Number of values (aantal)");
        });
  }

  private void field(ApiField field, String type, String description) {
    sdl.field(field.fieldName(), type, description);
  }
}
