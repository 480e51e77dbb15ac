package nl.jeugdgraaf.property.reference;

import graphql.schema.CoercingSerializeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;

/// Hands stored values to graphql-java so that only values of the promised type get through.
///
/// The scalars of graphql-java turn what they can into text or a number; the dialect does not.
final class StoredValues {
  /// Stands for a value of the wrong type: no scalar can write it.
  private static final Object WRONG =
      new Object() {
        @Override
        public String toString() {
          throw new CoercingSerializeException("a stored value is of the wrong type");
        }
      };

  private StoredValues() {}

  /// Returns a stored value, or null, or something that fails when it is written.
  static Object output(Object stored, ValueType type) {
    if (stored == null) {
      return null;
    }
    if (!type.list()) {
      return element(stored, type.scalar());
    }
    return stored instanceof List<?> list
        ? list.stream().map(value -> element(value, type.scalar())).toList()
        : WRONG;
  }

  private static Object element(Object stored, Scalar scalar) {
    return fits(stored, scalar) ? stored : WRONG;
  }

  /// Returns whether a value is of a type; none is not.
  static boolean fits(Object stored, Scalar scalar) {
    return switch (scalar) {
      case Scalar.BuiltIn builtIn ->
          switch (builtIn) {
            case STRING, ID -> stored instanceof String;
            case INT -> stored instanceof Integer;
            case LONG, DURATION -> stored instanceof Integer || stored instanceof Long;
            case FLOAT -> stored instanceof Number;
            case BOOLEAN -> stored instanceof Boolean;
            case DATE -> stored instanceof LocalDate;
            case DATE_TIME -> stored instanceof OffsetDateTime || stored instanceof ZonedDateTime;
          };
      case Scalar.Code _ -> stored instanceof String;
      case Scalar.Enumeration enumeration -> stored instanceof String name && enumeration.has(name);
    };
  }
}
