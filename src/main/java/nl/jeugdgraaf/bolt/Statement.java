package nl.jeugdgraaf.bolt;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One Cypher statement, ready to be sent.
///
/// @param text Cypher; contains no value of a caller
/// @param parameters values by parameter name, without the `$`; a value may be null
public record Statement(String text, Map<String, @Nullable Object> parameters) {
  /// Copies the map.
  public Statement {
    parameters = Collections.unmodifiableMap(new HashMap<>(parameters));
  }

  /// {@return a statement without parameters}
  ///
  /// @param text Cypher
  public static Statement of(String text) {
    return new Statement(text, Map.of());
  }

  /// {@return a label, type or property name as Cypher text quotes it}
  ///
  /// @param name the name
  public static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
