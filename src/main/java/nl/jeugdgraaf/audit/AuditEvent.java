package nl.jeugdgraaf.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What happened: who did what, from where, what for, with which data, and which rule let it.
///
/// Holds names of the schema and of the caller, and never a value of the graph. The parts are those
/// of NEN 7513, the Dutch norm for logging in care.
///
/// @param act what was done and how it ended
/// @param actor who did it
/// @param data which data
/// @param operation by which GraphQL operation
/// @param rule under which rules: their version, and the shape of the caller's access
public record AuditEvent(Act act, Actor actor, Data data, Operation operation, String rule) {

  /// What was done, how it ended, and when.
  ///
  /// @param action what was done
  /// @param outcome how it ended
  /// @param reason code of the problem that ended it; empty where nothing did
  /// @param start when it began, in milliseconds
  /// @param end when it ended, in milliseconds
  public record Act(Action action, Outcome outcome, String reason, Instant start, Instant end) {
    /// Cuts the times to milliseconds, as they are stored.
    public Act {
      start = Moments.cut(start);
      end = Moments.cut(end);
    }
  }

  /// What can be done with data of persons.
  public enum Action {
    /// Nodes or relationships were read.
    READ,
    /// A search was made, whatever it matched.
    SEARCH,
    /// Only counts or statistics over persons were read.
    AGGREGATE,
    /// It was asked how an operation would be answered.
    EXPLAIN,
    /// This record itself was read.
    REVIEW,
    /// The request was refused before it was known what it asks.
    REFUSED
  }

  /// How an operation ended.
  public enum Outcome {
    /// The answer was given.
    OK,
    /// The rules of access refused it.
    REFUSED,
    /// It failed.
    ERROR,
    /// It was given up: the client went away, or time ran out; a part may have been seen.
    ABORTED
  }

  /// Who did it; a part that is not known is empty.
  ///
  /// @param role its role at that time
  /// @param organisation for which it acted
  /// @param user who it is within the organisation
  /// @param purpose what for
  /// @param origin from where
  public record Actor(
      String role, String organisation, String user, String purpose, Origin origin) {}

  /// From where a request came.
  ///
  /// @param transport by what it came, such as `http`
  /// @param address network address of the client
  public record Origin(String transport, String address) {}

  /// Which data of the subject.
  ///
  /// @param types names of the types of objects
  /// @param fields schema coordinates of the fields, such as `Youth.name`; never values
  /// @param count how many objects of the subject
  public record Data(List<String> types, List<String> fields, long count) {
    private static final Pattern COORDINATE = Pattern.compile("\\w+(\\.\\w+(\\(\\w+:\\))?)?");

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if a type or field is not a schema coordinate, so that no
    ///   value is recorded by mistake
    public Data {
      types = coordinates(types);
      fields = coordinates(fields);
      if (count < 0) {
        throw new IllegalArgumentException("count is " + count + ", must be at least 0");
      }
    }

    private static List<String> coordinates(List<String> names) {
      if (!names.stream().allMatch(COORDINATE.asMatchPredicate())) {
        // Does not repeat the text, which may be a value.
        throw new IllegalArgumentException("a name is not a schema coordinate, such as Youth.name");
      }
      return List.copyOf(names);
    }
  }

  /// By which operation.
  ///
  /// @param name its name, empty where it has none
  /// @param documentHash SHA-256 of the document, in hex; empty where there was no document
  /// @param trace id by which other logs know the request; empty where there is none
  public record Operation(String name, String documentHash, String trace) {
    private static final Pattern HASH = Pattern.compile("([0-9a-f]{64})?");

    /// Checks the hash.
    ///
    /// @throws IllegalArgumentException if it is no hash, so that no document is recorded by
    ///   mistake
    public Operation {
      if (!HASH.matcher(documentHash).matches()) {
        throw new IllegalArgumentException("documentHash is not a SHA-256 in hex");
      }
    }

    /// Returns the operation of a document.
    ///
    /// @param name its name, empty where it has none
    /// @param document its text, of which only the hash is kept
    /// @param trace id by which other logs know the request; empty where there is none
    /// @return the operation
    public static Operation of(String name, String document, String trace) {
      return new Operation(name, Sha256.hex(document.getBytes(StandardCharsets.UTF_8)), trace);
    }
  }
}
