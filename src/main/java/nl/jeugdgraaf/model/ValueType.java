package nl.jeugdgraaf.model;

/// What an attribute holds.
///
/// @param scalar the single value
/// @param list whether it is a list of them; its elements are never null
/// @param required whether it is never null
public record ValueType(Scalar scalar, boolean list, boolean required) {
  /// {@return the type as GraphQL writes it, such as `[String!]`}
  public String text() {
    var element = list ? "[" + scalar.typeName() + "!]" : scalar.typeName();
    return required ? element + "!" : element;
  }
}
