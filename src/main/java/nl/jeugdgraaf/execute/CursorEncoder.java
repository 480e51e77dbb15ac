package nl.jeugdgraaf.execute;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Shape;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/// Makes cursors of rows, and knows how large pages are, out of the values of one run.
///
/// @param cursors writes cursors
/// @param parameters values by parameter name
public record CursorEncoder(Cursors cursors, Map<String, @Nullable Object> parameters) {
  private static final TypeSystem TYPES = TypeSystem.getDefault();

  /// Returns how many rows belong to a page.
  int size(Shape.PageRows page) {
    return (Integer) value(page.size());
  }

  private Object value(Parameter parameter) {
    return Objects.requireNonNull(parameters.get(parameter.name()));
  }

  /// Returns the cursor of a row.
  String cursor(Shape.CursorValues place, Value row) {
    var values = new ArrayList<@Nullable Object>();
    for (int column : place.columns()) {
      values.add(plain(row.get(column)));
    }
    return cursors.write((Long) value(place.digest()), values);
  }

  /// A value of a type that no order of the schema has counts as missing.
  private static @Nullable Object plain(Value value) {
    if (value.hasType(TYPES.STRING())) {
      return value.asString();
    }
    if (value.hasType(TYPES.INTEGER())) {
      return value.asLong();
    }
    if (value.hasType(TYPES.FLOAT())) {
      return value.asDouble();
    }
    if (value.hasType(TYPES.BOOLEAN())) {
      return value.asBoolean();
    }
    if (value.hasType(TYPES.DATE())) {
      return value.asLocalDate();
    }
    return value.hasType(TYPES.DATE_TIME()) ? value.asOffsetDateTime() : null;
  }
}
