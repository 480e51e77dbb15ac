package nl.jeugdgraaf.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import org.jspecify.annotations.Nullable;

/// A GraphQL request, as the GraphQL-over-HTTP specification names its parts.
///
/// @param query the document
/// @param operationName name of the operation to run, empty where none was given
/// @param variables raw variable values, as JSON gives them
/// @param mutationAllowed false for a request by GET
/// @param caller who asks
public record Request(
    String query,
    String operationName,
    Map<String, @Nullable Object> variables,
    boolean mutationAllowed,
    Caller caller) {

  /// Copies the map.
  public Request {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
