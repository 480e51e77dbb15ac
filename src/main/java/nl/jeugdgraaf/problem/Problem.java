package nl.jeugdgraaf.problem;

import java.util.ArrayList;
import java.util.List;

/// One thing that went wrong, in words for its reader.
///
/// Becomes one entry of `errors` in a GraphQL response (GraphQL specification, section 7.1.2), or
/// one line on the terminal. A message for a client of the API never holds Cypher, a host, a stack
/// trace or a stored value.
///
/// @param code kind of problem, from a closed list
/// @param message what is wrong and what to do about it, in one or two sentences
/// @param place what it is about
public record Problem(Code code, String message, Place place) {
  /// {@return a problem that has no place in a document}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  public static Problem of(Code code, String message) {
    return new Problem(code, message, Place.NONE);
  }

  /// {@return a problem at one place of a document}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  /// @param location where
  public static Problem at(Code code, String message, Location location) {
    return new Problem(
        code, message, new Place(List.of(location), List.of(), "", "", Coordinate.NONE));
  }

  /// {@return a problem with a field of a type, or with a type as a whole}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  /// @param about the type and its field
  public static Problem about(Code code, String message, Coordinate about) {
    return new Problem(code, message, new Place(List.of(), List.of(), "", "", about));
  }

  /// {@return a problem with the value of a variable}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  /// @param variable where in the variables, such as `variables.w.status.eq`
  public static Problem inVariable(Code code, String message, String variable) {
    return new Problem(
        code, message, new Place(List.of(), List.of(), "", variable, Coordinate.NONE));
  }

  /// {@return the same problem, of an argument, unless it already says of which}
  ///
  /// @param argument where in the arguments of its field, such as `where.status.eq`; where the
  ///   message starts with it, a variable takes its place once that is known
  public Problem in(String argument) {
    return place.argument().isEmpty() && place.variable().isEmpty()
        ? new Problem(code, message, place.in(argument))
        : this;
  }

  /// {@return the same problem at another place}
  ///
  /// @param other what it is about
  public Problem at(Place other) {
    var isNamed =
        !other.argument().isEmpty()
            && !other.variable().isEmpty()
            && message.startsWith(other.argument() + " ");
    return new Problem(
        code,
        isNamed ? other.variable() + message.substring(other.argument().length()) : message,
        other);
  }

  /// What a problem is about, as far as it is known. What is not known is empty.
  ///
  /// @param locations where in the document
  /// @param path response keys and list positions (`String` or `Integer`) of the field
  /// @param argument where in the arguments of the field, such as `where.status.eq`
  /// @param variable where in the variables, such as `variables.w.status.eq`, if the value comes
  ///   from there
  /// @param about the field of a type, for output or input
  public record Place(
      List<Location> locations,
      List<Object> path,
      String argument,
      String variable,
      Coordinate about) {
    /// Nothing is known.
    public static final Place NONE = new Place(List.of(), List.of(), "", "", Coordinate.NONE);

    /// Copies the lists.
    public Place {
      locations = List.copyOf(locations);
      path = List.copyOf(path);
    }

    /// {@return the same place, in a list that others lead to}
    ///
    /// @param above response keys and positions that lead to it
    public Place below(List<Object> above) {
      var whole = new ArrayList<>(above);
      whole.addAll(path);
      return new Place(locations, whole, argument, variable, about);
    }

    /// {@return the same place, in an argument}
    ///
    /// @param part where in the arguments of the field
    public Place in(String part) {
      return new Place(locations, path, part, variable, about);
    }
  }

  /// A field of a type, or a type as a whole.
  ///
  /// @param type name of the type, or empty for none
  /// @param field name of the field, or empty for the type as a whole
  public record Coordinate(String type, String field) {
    /// No type.
    public static final Coordinate NONE = new Coordinate("", "");

    /// {@return this, or another if this names no type}
    ///
    /// @param other the other
    public Coordinate or(Coordinate other) {
      return type.isEmpty() ? other : this;
    }
  }

  /// A place in a GraphQL document or schema file.
  ///
  /// @param line line, from 1
  /// @param column column, from 1
  public record Location(int line, int column) {}

  /// The closed list of `extensions.code`.
  public enum Code {
    /// The request is not a GraphQL request: broken JSON, no `query`, `variables` that is not an
    /// object.
    BAD_REQUEST,
    /// The document has a syntax error.
    GRAPHQL_PARSE_FAILED,
    /// The document does not match the schema.
    GRAPHQL_VALIDATION_FAILED,
    /// The document has no operation of that name, or has several and the request names none.
    OPERATION_NOT_FOUND,
    /// The server does not know a document of that hash. Send it once together with its hash.
    PERSISTED_QUERY_NOT_FOUND,
    /// The server runs only the documents that it was started with.
    DOCUMENT_NOT_TRUSTED,
    /// A variable or an argument has an invalid value.
    BAD_USER_INPUT,
    /// No statistics are published that the operation could show. They will be, once there is a
    /// complete quarter.
    NOT_PUBLISHED,
    /// A cursor was altered, belongs to another list, or is from before a restart.
    BAD_CURSOR,
    /// The caller could not be identified: the token is not accepted.
    UNAUTHENTICATED,
    /// The caller may not see what the operation asks for. The answer is the same whether it exists
    /// or not.
    FORBIDDEN,
    /// The operation asks for data of persons without stating a purpose.
    PURPOSE_REQUIRED,
    /// The document, the request or the answer is larger than the server allows.
    LIMIT_EXCEEDED,
    /// The caller took more of the server in the last minute than its share.
    RATE_LIMITED,
    /// The server answers as many operations as it can at once.
    SERVER_BUSY,
    /// The database lacks a value that the schema requires.
    NULL_VALUE,
    /// A stored value does not have the type that the schema states.
    BAD_VALUE,
    /// The HTTP method is not allowed here.
    METHOD_NOT_ALLOWED,
    /// The server cannot answer in any media type that the client accepts.
    NOT_ACCEPTABLE,
    /// The server cannot read the media type of the request.
    UNSUPPORTED_MEDIA_TYPE,
    /// The operation took longer than allowed.
    TIMEOUT,
    /// Tokens cannot be checked now, because the keys of their issuer cannot be fetched.
    SIGN_IN_UNAVAILABLE,
    /// The audit log cannot record who sees data of persons, so none is shown.
    AUDIT_UNAVAILABLE,
    /// The database cannot be reached now.
    DATABASE_UNAVAILABLE,
    /// The server has a bug. The server log holds the details under the same reference.
    INTERNAL_ERROR,
    /// A setting, the schema, the seed or the database stops the server from starting.
    STARTUP_FAILED
  }
}
