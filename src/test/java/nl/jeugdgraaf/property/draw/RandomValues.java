package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// Draws values from small domains, so that filters hit and sorts have ties.
///
/// The texts hold what breaks careless writers: quotes, backslashes, line ends, Cypher, letters
/// outside the basic plane, and the empty text.
final class RandomValues {
  static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "ab",
          "b a",
          "\u00E9t\u00E9",
          "E\u0301te\u0301",
          "Ete",
          "A\u00DF",
          "say \"a\"",
          "back\\slash",
          "line\nend",
          "\uD83D\uDE00",
          "\uFF21",
          "'; MATCH (n) //",
          "$a `b` {c}",
          "\u0001\t");
  static final List<String> PARTS =
      List.of(
          "",
          "a",
          "b",
          "A",
          "\"",
          "\\",
          "\n",
          "\u00E9",
          "e\u0301",
          "E",
          "ss",
          "\uD83D\uDE00",
          "'",
          "$",
          " ",
          "0",
          "4");
  static final List<String> PRODUCT_CODES = List.of("45A48", "45A53", "50000", "ZZZZZ", "0A0B0");

  private final RandomSource draw;
  private final LocalDate today;
  private final List<String> texts = new ArrayList<>();

  RandomValues(RandomSource draw, LocalDate today) {
    this.draw = draw;
    this.today = today;
    for (int left = 5; left > 0; left--) {
      texts.add(draw.from(TEXTS));
    }
  }

  String text() {
    return draw.from(texts);
  }

  String part() {
    return draw.from(PARTS);
  }

  /// Returns a day near today, one of few.
  LocalDate day() {
    return today.plusDays(draw.chance(95) ? draw.between(-1, 2) : draw.between(-400, 400));
  }

  /// Returns a day on which some periods begin, end, hold and do not.
  LocalDate dayOfPeriod() {
    return today.plusDays(draw.chance(95) ? draw.between(-5, 5) : draw.between(-400, 400));
  }

  int integer() {
    return draw.chance(95) ? draw.between(0, 3) : draw.from(List.of(Integer.MAX_VALUE, -70_000));
  }

  boolean truth() {
    return draw.chance(50);
  }

  /// Returns a value as the database stores it, fit for the type.
  Object stored(ValueType type) {
    if (!type.list()) {
      return stored(type.scalar());
    }
    var list = new ArrayList<Object>();
    for (int left = draw.between(0, 3); left > 0; left--) {
      list.add(stored(type.scalar()));
    }
    return list;
  }

  private Object stored(Scalar scalar) {
    return switch (scalar) {
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID -> text();
            case INT -> integer();
            case LONG -> draw.chance(80) ? (long) integer() : 1L << 40;
            case FLOAT -> integer() / 4.0;
            case BOOLEAN -> truth();
            case DATE -> day();
            case DATE_TIME -> moment();
            case DURATION -> throw new IllegalStateException("never stored");
          };
      case Scalar.Code code -> code(code);
      case Scalar.Enumeration enumeration -> draw.from(enumeration.values()).name();
    };
  }

  OffsetDateTime moment() {
    return day().atTime(draw.between(0, 23), 0).atOffset(ZoneOffset.ofHours(draw.between(-1, 2)));
  }

  /// Returns a code of the right form; few of them, except where they are keys.
  String code(Scalar.Code code) {
    return switch (code) {
      case AGB -> "%08d".formatted(draw.between(0, 60));
      case CBS_CODE -> "%04d".formatted(draw.between(0, 60));
      case PRODUCT_CODE -> draw.from(PRODUCT_CODES);
    };
  }

  /// Returns a value as the database could store it, and the schema forbids.
  Object wrong(ValueType type) {
    if (type.list()) {
      return draw.chance(50) || ExcludedFeatures.SINGLE_FOR_LIST.holds()
          ? List.of(7, 8)
          : draw.from(List.of((Object) 7, true));
    }
    return switch (type.scalar()) {
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID -> draw.from(List.of((Object) 7, true, today));
            case INT -> draw.from(List.of((Object) "seven", 5_000_000_000L, 1.5));
            case LONG, FLOAT, BOOLEAN, DURATION -> "wrong";
            case DATE, DATE_TIME -> draw.from(List.of((Object) "2026-01-01", 7));
          };
      case Scalar.Code _ -> 7;
      case Scalar.Enumeration _ -> draw.from(List.of((Object) "NO_SUCH_VALUE", 7));
    };
  }
}
