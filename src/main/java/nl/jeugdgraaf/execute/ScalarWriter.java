package nl.jeugdgraaf.execute;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import nl.jeugdgraaf.model.Scalar;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/// Writes stored values as the scalars of the schema.
final class ScalarWriter {
  private static final TypeSystem TYPES = TypeSystem.getDefault();

  private ScalarWriter() {}

  /// Writes a single stored value, not null.
  ///
  /// @return false, and nothing written, if it is not of the type
  static boolean write(JsonBuffer json, Value value, Scalar scalar) {
    return switch (scalar) {
      case Scalar.Code _ -> text(json, value);
      case Scalar.Enumeration list ->
          is(value, TYPES.STRING()) && list.has(value.asString()) && text(json, value);
      case Scalar.BuiltIn builtIn -> builtIn(json, value, builtIn);
    };
  }

  private static boolean builtIn(JsonBuffer json, Value value, Scalar.BuiltIn scalar) {
    return switch (scalar) {
      case STRING -> text(json, value);
      case ID -> is(value, TYPES.INTEGER()) ? quoted(json, value) : text(json, value);
      case INT -> integer(json, value);
      case LONG -> whole(json, value);
      case FLOAT -> number(json, value);
      case BOOLEAN -> {
        var fits = is(value, TYPES.BOOLEAN());
        if (fits) {
          json.raw(Boolean.toString(value.asBoolean()));
        }
        yield fits;
      }
      case DURATION -> {
        var fits = is(value, TYPES.INTEGER());
        if (fits) {
          json.raw("\"P" + value.asLong() + "D\"");
        }
        yield fits;
      }
      case DATE -> {
        var fits = is(value, TYPES.DATE());
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
    var fits = is(value, TYPES.STRING());
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
    return is(value, TYPES.INTEGER())
        && value.asLong() == (int) value.asLong()
        && whole(json, value);
  }

  private static boolean whole(JsonBuffer json, Value value) {
    var fits = is(value, TYPES.INTEGER());
    if (fits) {
      json.raw(Long.toString(value.asLong()));
    }
    return fits;
  }

  private static boolean number(JsonBuffer json, Value value) {
    if (is(value, TYPES.INTEGER())) {
      json.raw(Double.toString((double) value.asLong()));
      return true;
    }
    var fits = is(value, TYPES.FLOAT()) && Double.isFinite(value.asDouble());
    if (fits) {
      json.raw(Double.toString(value.asDouble()));
    }
    return fits;
  }

  private static boolean moment(JsonBuffer json, Value value) {
    var fits = is(value, TYPES.DATE_TIME());
    if (fits) {
      ZonedDateTime zoned = value.asZonedDateTime();
      OffsetDateTime moment = zoned.toOffsetDateTime();
      json.raw('"');
      json.raw(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
      json.raw('"');
    }
    return fits;
  }

  private static boolean is(Value value, Type type) {
    return value.hasType(type);
  }

  /// Returns whether a stored value is a list.
  static boolean isList(Value value) {
    return value.hasType(TYPES.LIST());
  }
}
