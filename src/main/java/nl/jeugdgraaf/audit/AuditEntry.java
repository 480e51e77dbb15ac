package nl.jeugdgraaf.audit;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What happened to the data of one youth in one operation, or to nobody's in particular.
///
/// Holds names of fields, never values; the id of the youth becomes a pseudonym before it is kept.
/// The parts follow NEN 7513:2018, chapter 6.
///
/// @param event what happened, and how it ended
/// @param actor who did it, for whom and why
/// @param data whose data and how much
/// @param operation by which operation, under which rules, and what of the data it asked
/// @param period from when until when
public record AuditEntry(Event event, Actor actor, Data data, Operation operation, Period period) {

  /// What happened.
  ///
  /// @param kind what kind of event
  /// @param outcome how it ended
  /// @param reason code of the problem where it did not end well, or empty
  public record Event(Kind kind, Outcome outcome, String reason) {}

  /// Kinds of event.
  public enum Kind {
    /// Data of a youth was shown.
    READ,
    /// Data of persons was searched, counted or filtered by, and of no youth in particular shown.
    SEARCH,
    /// Figures were shown.
    AGGREGATE,
    /// The rules that let somebody see something were shown.
    EXPLAIN,
    /// This log was looked into.
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
    /// The client went away.
    ABORTED
  }

  /// Who did it.
  ///
  /// @param role the role at that time
  /// @param organisation on behalf of which organisation
  /// @param user who it was, as the issuer of the token knows them
  /// @param purpose why
  /// @param address network address from which they asked
  public record Actor(
      String role, String organisation, String user, String purpose, String address) {}

  /// Whose data and how much.
  ///
  /// @param subject id of the youth, or empty; a pseudonym where it is read back
  /// @param objects how many objects of the youth were shown
  public record Data(String subject, long objects) {}

  /// By which operation. Made once for many entries.
  ///
  /// @param name its name, or empty
  /// @param documentHash SHA-256 of the document in hexadecimal, or empty; variables are not kept
  /// @param rules what of the rules applied
  /// @param fields types and `Type.field` that it asked, for whatever use
  public record Operation(String name, String documentHash, String rules, List<String> fields) {
    private static final Pattern HASH = Pattern.compile("([0-9a-f]{64})?");
    private static final Pattern COORDINATE = Pattern.compile("\\w+(\\.\\w+(\\(\\w+:\\))?)?");

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if the hash is none or a field is no schema coordinate, so
    ///   that no document and no value is recorded by mistake
    public Operation {
      fields = List.copyOf(fields);
      if (!HASH.matcher(documentHash).matches()) {
        throw new IllegalArgumentException("documentHash is not a SHA-256 in hexadecimal");
      }
      if (!fields.stream().allMatch(COORDINATE.asMatchPredicate())) {
        // Does not repeat the text, which may be a value.
        throw new IllegalArgumentException("a field is not a schema coordinate like Youth.name");
      }
    }
  }

  /// From when until when, in milliseconds.
  ///
  /// @param start when the operation began
  /// @param end when the data was about to leave
  public record Period(Instant start, Instant end) {
    /// Cuts the times to milliseconds, as they are kept.
    public Period {
      start = Moments.cut(start);
      end = Moments.cut(end);
    }
  }
}
