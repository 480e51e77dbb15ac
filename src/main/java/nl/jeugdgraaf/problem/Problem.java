package nl.jeugdgraaf.problem;

import java.util.List;

/// One thing that went wrong, in words for its reader.
///
/// Becomes one entry of `errors` in a GraphQL response (GraphQL specification, section 7.1.2), or
/// one line on the terminal. What a client of the API is told never holds a Cypher text, a host, a
/// stack trace or a stored value.
///
/// @param code which kind of problem, from a closed list
/// @param message what is wrong and the way out, one sentence or two
/// @param locations where in the document, may be empty
/// @param path response keys and list positions (`String` or `Integer`) of the field, may be empty
public record Problem(Code code, String message, List<Location> locations, List<Object> path) {

  /// Copies the lists.
  public Problem {
    locations = List.copyOf(locations);
    path = List.copyOf(path);
  }

  /// {@return a problem that has no place in a document}
  ///
  /// @param code which kind
  /// @param message what is wrong and the way out
  public static Problem of(Code code, String message) {
    return new Problem(code, message, List.of(), List.of());
  }

  /// {@return a problem at one place of a document}
  ///
  /// @param code which kind
  /// @param message what is wrong and the way out
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
    /// The request is not a GraphQL request: broken JSON, no `query`, a `variables` that is no map.
    BAD_REQUEST,
    /// The document is not GraphQL.
    GRAPHQL_PARSE_FAILED,
    /// The document does not fit the schema.
    GRAPHQL_VALIDATION_FAILED,
    /// The document has no operation of that name, or several and no name was given.
    OPERATION_NOT_FOUND,
    /// No document of that hash was sent yet; send it once together with its hash.
    PERSISTED_QUERY_NOT_FOUND,
    /// The server runs only documents that it was given.
    DOCUMENT_NOT_TRUSTED,
    /// A variable or an argument has a value that cannot be used.
    BAD_USER_INPUT,
    /// A cursor was changed, belongs to another list, or is from before a restart.
    BAD_CURSOR,
    /// Who asks could not be made sure: the token is not accepted, or cannot be checked now.
    UNAUTHENTICATED,
    /// The caller may not see what the operation asks; the same whether it is there or not.
    FORBIDDEN,
    /// The operation asks for data of persons without saying what it is for.
    PURPOSE_REQUIRED,
    /// The document, the request or the answer is larger than the server allows, or it is busy.
    LIMIT_EXCEEDED,
    /// A value that the schema promises is missing in the database.
    NULL_VALUE,
    /// A stored value is not of the type that the schema promises.
    BAD_VALUE,
    /// The HTTP method does not fit.
    METHOD_NOT_ALLOWED,
    /// No media type that the client accepts can be written.
    NOT_ACCEPTABLE,
    /// The media type of the request cannot be read.
    UNSUPPORTED_MEDIA_TYPE,
    /// The operation took longer than allowed.
    TIMEOUT,
    /// Tokens cannot be checked now, because the keys of their issuer cannot be had.
    SIGN_IN_UNAVAILABLE,
    /// It cannot be recorded who sees data of persons, so none is shown.
    AUDIT_UNAVAILABLE,
    /// The database cannot be reached now.
    DATABASE_UNAVAILABLE,
    /// The server has a bug; the log has the details under the same reference.
    INTERNAL_ERROR,
    /// A setting, the schema, the seed or the database stops the server from starting.
    STARTUP_FAILED
  }
}
