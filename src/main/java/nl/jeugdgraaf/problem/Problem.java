package nl.jeugdgraaf.problem;

import java.util.List;

/// One thing that went wrong, in words for its reader.
///
/// Becomes one entry of `errors` in a GraphQL response (GraphQL specification, section 7.1.2), or
/// one line on the terminal. A message for a client of the API never holds Cypher, a host, a stack
/// trace or a stored value.
///
/// @param code kind of problem, from a closed list
/// @param message what is wrong and what to do about it, in one or two sentences
/// @param locations where in the document; may be empty
/// @param path response keys and list positions (`String` or `Integer`) of the field; may be empty
public record Problem(Code code, String message, List<Location> locations, List<Object> path) {

  /// Copies the lists.
  public Problem {
    locations = List.copyOf(locations);
    path = List.copyOf(path);
  }

  /// {@return a problem that has no place in a document}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  public static Problem of(Code code, String message) {
    return new Problem(code, message, List.of(), List.of());
  }

  /// {@return a problem at one place of a document}
  ///
  /// @param code kind of problem
  /// @param message what is wrong and what to do about it
  /// @param location where
  public static Problem at(Code code, String message, Location location) {
    return new Problem(code, message, List.of(location), List.of());
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
    /// A cursor was altered, belongs to another list, or is from before a restart.
    BAD_CURSOR,
    /// The caller could not be identified: the token is not accepted.
    UNAUTHENTICATED,
    /// The caller may not see what the operation asks for. The answer is the same whether it exists
    /// or not.
    FORBIDDEN,
    /// The operation asks for data of persons without stating a purpose.
    PURPOSE_REQUIRED,
    /// The document, the request or the answer is larger than the server allows, or the server is
    /// busy.
    LIMIT_EXCEEDED,
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
