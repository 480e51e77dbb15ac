package nl.jeugdgraaf.execute;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import nl.jeugdgraaf.model.Scalar;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/// Writes stored values as the scalars of the schema.
final class LeafWriter {
  private LeafWriter() {}

  /// Writes a single stored value, not null.
  ///
  /// @return false, and nothing written, if it is not of the type
  static boolean write(JsonBuffer json, Value value, Scalar scalar) {
    return switch (scalar) {
      case Scalar.Code _ -> text(json, value);
      case Scalar.Enumeration list ->
          is(value, Kind.TEXT) && list.has(value.asString()) && text(json, value);
      case Scalar.BuiltIn builtIn -> builtIn(json, value, builtIn);
    };
  }

  private static boolean builtIn(JsonBuffer json, Value value, Scalar.BuiltIn scalar) {
    return switch (scalar) {
      case STRING -> text(json, value);
      case ID -> is(value, Kind.WHOLE) ? quoted(json, value) : text(json, value);
      case INT -> integer(json, value);
      case LONG -> whole(json, value);
      case FLOAT -> number(json, value);
      case BOOLEAN -> {
        var fits = is(value, Kind.TRUTH);
        if (fits) {
          json.raw(Boolean.toString(value.asBoolean()));
        }
        yield fits;
      }
      case DATE -> {
        var fits = is(value, Kind.DAY);
        if (fits) {
          json.raw('"');
          json.raw(value.asLocalDate().toString());
          json.raw('"');
        }
        yield fits;
      }
      case DATE_TIME -> moment(json, value);
    };
  }

  private static boolean text(JsonBuffer json, Value value) {
    var fits = is(value, Kind.TEXT);
    if (fits) {
      json.string(value.asString());
    }
    return fits;
  }

  private static boolean quoted(JsonBuffer json, Value value) {
    json.raw('"');
    json.raw(Long.toString(value.asLong()));
    json.raw('"');
    return true;
  }

  private static boolean integer(JsonBuffer json, Value value) {
    return is(value, Kind.WHOLE) && value.asLong() == (int) value.asLong() && whole(json, value);
  }

  private static boolean whole(JsonBuffer json, Value value) {
    var fits = is(value, Kind.WHOLE);
    if (fits) {
      json.raw(Long.toString(value.asLong()));
    }
    return fits;
  }

  private static boolean number(JsonBuffer json, Value value) {
    if (is(value, Kind.WHOLE)) {
      json.raw(Double.toString((double) value.asLong()));
      return true;
    }
    var fits = is(value, Kind.FRACTION) && Double.isFinite(value.asDouble());
    if (fits) {
      json.raw(Double.toString(value.asDouble()));
    }
    return fits;
  }

  private static boolean moment(JsonBuffer json, Value value) {
    var fits = is(value, Kind.MOMENT);
    if (fits) {
      ZonedDateTime zoned = value.asZonedDateTime();
      OffsetDateTime moment = zoned.toOffsetDateTime();
      json.raw('"');
      json.raw(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
      json.raw('"');
    }
    return fits;
  }

  private static boolean is(Value value, Kind kind) {
    return value.hasType(kind.type);
  }

  /// What the database can store.
  private enum Kind {
    TEXT(TypeSystem.getDefault().STRING()),
    WHOLE(TypeSystem.getDefault().INTEGER()),
    FRACTION(TypeSystem.getDefault().FLOAT()),
    TRUTH(TypeSystem.getDefault().BOOLEAN()),
    DAY(TypeSystem.getDefault().DATE()),
    MOMENT(TypeSystem.getDefault().DATE_TIME());

    private final Type type;

    Kind(Type type) {
      this.type = type;
    }
  }

  /// Returns whether a stored value is a list.
  static boolean isList(Value value) {
    return value.hasType(TypeSystem.getDefault().LIST());
  }
}
