package nl.jeugdgraaf.property;

import java.util.Map;

/// A document, the name of the operation to run, and values for its variables.
///
/// @param document GraphQL
/// @param name empty where the document has one operation
/// @param variables as JSON gives them; a value can be null
record Operation(String document, String name, Map<String, Object> variables) {
  String text() {
    return document
        + (name.isEmpty() ? "" : "\noperationName " + name)
        + "\nvariables "
        + variables;
  }
}
