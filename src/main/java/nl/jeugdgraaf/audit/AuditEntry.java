package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What one operation did with the data of youths, or with data that is not about any youth.
///
/// Holds names of fields, never values; keys of youths become pseudonyms before they are written.
/// The parts follow NEN 7513:2018, chapter 6.
///
/// @param event what happened, and how it ended
/// @param actor who did it, for which organisation and why
/// @param data whose data, and how much of it
/// @param operation the operation, the rules it ran under, and the fields it asked for
/// @param period when it began and ended
public record AuditEntry(Event event, Actor actor, Data data, Operation operation, Period period) {

  /// What happened.
  ///
  /// @param kind kind of event
  /// @param outcome how it ended
  /// @param reason code of the problem if it did not end as asked, else empty
  public record Event(Kind kind, Outcome outcome, String reason) {}

  /// Kinds of event.
  public enum Kind {
    /// Data of a youth was shown.
    READ,
    /// Data of persons was searched, counted or used as a filter, or was to be: no data of one
    /// youth was shown.
    SEARCH,
    /// Statistics were shown.
    AGGREGATE,
    /// An explanation was shown of why a caller may see a node.
    EXPLAIN,
    /// This log was searched.
    REVIEW
  }

  /// How an event ended.
  public enum Outcome {
    /// As asked.
    OK,
    /// It was not allowed.
    REFUSED,
    /// It failed.
    ERROR,
    /// The client disconnected.
    ABORTED
  }

  /// Who did it.
  ///
  /// @param role role at that time
  /// @param organisation organisation on whose behalf they asked
  /// @param user the person, by the name the issuer of the token uses
  /// @param purpose stated purpose
  /// @param address network address that the request came from
  public record Actor(
      String role, String organisation, String user, String purpose, String address) {}

  /// Whose data, and how much of it.
  ///
  /// @param subjects the youths about whom something was revealed, by key, with how many objects of
  ///   each; empty if it is about no youth; keys are pseudonyms in a record that was read back
  /// @param others how many objects were counted of youths who are not named; in the record of
  ///   further refusals, how many there were
  public record Data(Map<String, Long> subjects, long others) {
    /// Data of nobody.
    public static final Data NONE = new Data(Map.of(), 0);

    /// Copies the map.
    ///
    /// @throws IllegalArgumentException if a key is empty: who is nobody is not in the map
    public Data {
      subjects = Map.copyOf(subjects);
      if (subjects.containsKey("")) {
        throw new IllegalArgumentException("a youth has no key");
      }
    }
  }

  /// The operation. Created once for many entries.
  ///
  /// @param name its name, or empty
  /// @param documentHash SHA-256 of the document in hexadecimal, or empty; variables are not
  ///   recorded
  /// @param rules the rules that applied
  /// @param fields types and `Type.field` that it used, to show them or in a condition
  public record Operation(String name, String documentHash, String rules, List<String> fields) {
    private static final Pattern HASH = Pattern.compile("([0-9a-f]{64})?");
    private static final Pattern COORDINATE = Pattern.compile("\\w+(\\.\\w+(\\(\\w+:\\))?)?");

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if the hash is malformed or a field is not a schema
    ///   coordinate, so that no document and no value is recorded by mistake
    public Operation {
      fields = List.copyOf(fields);
      if (!HASH.matcher(documentHash).matches()) {
        throw new IllegalArgumentException("documentHash is not a SHA-256 in hexadecimal");
      }
      if (!fields.stream().allMatch(COORDINATE.asMatchPredicate())) {
        // The message leaves out the text, which may be a value.
        throw new IllegalArgumentException("a field is not a schema coordinate like Youth.name");
      }
    }
  }

  /// When the operation ran, in milliseconds.
  ///
  /// @param start when it began
  /// @param end when its data was about to leave the server
  public record Period(Instant start, Instant end) {
    /// Cuts the times to milliseconds, as they are stored.
    public Period {
      start = Moments.cut(start);
      end = Moments.cut(end);
    }
  }
}
