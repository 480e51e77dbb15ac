package nl.jeugdgraaf.seed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.problem.Bug;

/// Turns the text of a cell into the value that is stored.
///
/// Blanks around the text do not count, and text is stored in Unicode form NFC. Whole numbers
/// become `Long`, dates `LocalDate`, lists `List`.
final class CellReader {
  private static final Pattern SEPARATOR = Pattern.compile("\\|");

  private CellReader() {}

  /// Returns the value, or nothing when the cell is empty or does not fit.
  ///
  /// @param faults gets what does not fit, in words that do not quote the cell
  static Optional<Object> read(Attribute attribute, String cell, Consumer<String> faults) {
    var text = text(cell);
    if (text.isEmpty()) {
      if (attribute.type().required()) {
        faults.accept(attribute.name() + " is empty; it is required");
      }
      return Optional.empty();
    }
    return attribute.type().list()
        ? list(attribute, text, faults)
        : single(attribute, text, faults);
  }

  static String text(String cell) {
    return Normalizer.normalize(cell.strip(), Form.NFC);
  }

  private static Optional<Object> list(Attribute attribute, String text, Consumer<String> faults) {
    var values = new ArrayList<Object>();
    var parts = SEPARATOR.split(text, -1);
    for (var part : parts) {
      if (part.isBlank()) {
        faults.accept(attribute.name() + " has an empty element");
      } else {
        single(attribute, part.strip(), faults).ifPresent(values::add);
      }
    }
    return values.size() == parts.length ? Optional.of(values) : Optional.empty();
  }

  private static Optional<Object> single(
      Attribute attribute, String text, Consumer<String> faults) {
    var scalar = attribute.type().scalar();
    Optional<Object> value =
        switch (scalar) {
          case Scalar.Code code -> code.normalise(text).map(Object.class::cast);
          case Scalar.Enumeration list -> list.has(text) ? Optional.of(text) : Optional.empty();
          case Scalar.BuiltIn builtIn -> builtIn(builtIn, text);
        };
    if (value.isEmpty()) {
      faults.accept(attribute.name() + " is " + expectation(scalar));
    }
    return value;
  }

  private static Optional<Object> builtIn(Scalar.BuiltIn scalar, String text) {
    try {
      return switch (scalar) {
        case STRING, ID -> Optional.of(text);
        case INT -> Optional.of((long) Integer.parseInt(text));
        case LONG -> Optional.of(Long.parseLong(text));
        case FLOAT ->
            Optional.of(Double.parseDouble(text))
                .filter(number -> Double.isFinite(number))
                .map(Object.class::cast);
        case BOOLEAN ->
            text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : Optional.empty();
        case DURATION -> throw new Bug("a Duration is computed, never stored");
        case DATE -> Optional.of(LocalDate.parse(text));
        case DATE_TIME -> Optional.of(OffsetDateTime.parse(text));
      };
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String expectation(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Code code -> "not " + code.description();
      case Scalar.Enumeration list ->
          "not one of "
              + list.values().stream()
                  .map(Scalar.Enumeration.Value::name)
                  .collect(Collectors.joining(", "));
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID -> "not text";
            case INT -> "not a whole number of at most 32 bits";
            case LONG -> "not a whole number of at most 64 bits";
            case FLOAT -> "not a number";
            case BOOLEAN -> "neither true nor false";
            case DURATION -> throw new Bug("a Duration is computed, never stored");
            case DATE -> "not a date such as 2026-01-31";
            case DATE_TIME -> "not a date and time such as 2026-01-31T12:00:00+01:00";
          };
    };
  }
}
