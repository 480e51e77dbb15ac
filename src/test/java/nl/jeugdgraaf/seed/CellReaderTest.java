package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Attribute.Use;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.Scalar.BuiltIn;
import nl.jeugdgraaf.model.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellReaderTest {
  private final List<String> faults = new ArrayList<>();

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(BuiltIn.STRING, " text ", "text"),
        Arguments.of(BuiltIn.STRING, "cafe\u0301", "caf\u00e9"),
        Arguments.of(BuiltIn.INT, "-42", -42L),
        Arguments.of(BuiltIn.LONG, "3000000000", 3_000_000_000L),
        Arguments.of(BuiltIn.FLOAT, "1.5", 1.5),
        Arguments.of(BuiltIn.BOOLEAN, "false", false),
        Arguments.of(BuiltIn.DATE, "2026-01-31", LocalDate.of(2026, 1, 31)),
        Arguments.of(
            BuiltIn.DATE_TIME,
            "2026-01-31T12:00:00+01:00",
            OffsetDateTime.parse("2026-01-31T12:00:00+01:00")),
        Arguments.of(Scalar.Code.PRODUCT_CODE, "41u02", "41U02"),
        Arguments.of(Scalar.Code.PRODUCT_CODE, "45000", "45000"),
        Arguments.of(Scalar.Code.CBS_CODE, "0014", "0014"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aCellBecomesAValueOfItsType(Scalar scalar, String cell, Object value) {
    assertEquals(Optional.of(value), read(scalar, false, false, cell));
    assertEquals(List.of(), faults);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(BuiltIn.INT, "1.5", "a is not a whole number of at most 32 bits"),
        Arguments.of(BuiltIn.FLOAT, "NaN", "a is not a number"),
        Arguments.of(BuiltIn.BOOLEAN, "TRUE", "a is neither true nor false"),
        Arguments.of(BuiltIn.DATE, "2023-02-29", "a is not a date such as 2026-01-31"),
        Arguments.of(
            Scalar.Code.CBS_CODE,
            "GM0014",
            "a is not four digits, such as 0014 (CBS-gemeentecode)"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aCellThatDoesNotFitIsAFault(Scalar scalar, String cell, String fault) {
    assertEquals(Optional.empty(), read(scalar, false, false, cell));
    assertEquals(List.of(fault), faults);
  }

  @Test
  void anEmptyCellIsNothingAndAFaultOnlyWhereAValueIsRequired() {
    assertEquals(Optional.empty(), read(BuiltIn.STRING, false, false, "  "));
    assertEquals(List.of(), faults);
    assertEquals(Optional.empty(), read(BuiltIn.STRING, false, true, ""));
    assertEquals(List.of("a is empty; it is required"), faults);
  }

  @Test
  void aListIsSeparatedByBars() {
    assertEquals(Optional.of(List.of(1L, 2L)), read(BuiltIn.INT, true, false, "1| 2"));
    assertEquals(Optional.empty(), read(BuiltIn.INT, true, false, "1||2"));
    assertEquals(List.of("a has an empty element"), faults);
  }

  private Optional<Object> read(Scalar scalar, boolean list, boolean required, String cell) {
    var type = new ValueType(scalar, list, required);
    return CellReader.read(new Attribute("a", "a", type, Use.PLAIN, ""), cell, faults::add);
  }
}
