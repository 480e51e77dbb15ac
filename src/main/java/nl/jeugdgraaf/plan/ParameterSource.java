package nl.jeugdgraaf.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where the value of a parameter comes from when a prepared operation is run.
public sealed interface ParameterSource {
  /// A value that stands in the document.
  ///
  /// @param value as the driver takes it
  record Literal(Object value) implements ParameterSource {}

  /// A value inside a variable.
  ///
  /// @param name of the variable, without the `$`
  /// @param path keys (`String`) and positions (`Integer`) that lead to the value
  record OperationVariable(String name, List<Object> path) implements ParameterSource {
    /// Copies the list.
    public OperationVariable {
      path = List.copyOf(path);
    }
  }

  /// A list whose values come from several places.
  ///
  /// @param values one source for each
  record ListOf(List<ParameterSource> values) implements ParameterSource {
    /// Copies the list.
    public ListOf {
      values = List.copyOf(values);
    }
  }

  /// Today in Europe/Amsterdam, on the day of the request.
  record Today() implements ParameterSource {}

  /// A text, or each text of a list, in lower case.
  ///
  /// @param value the text or list
  record LowerCase(ParameterSource value) implements ParameterSource {}

  /// A number that has bounds; outside of them the request is refused.
  ///
  /// @param value the number
  /// @param what it is for, such as `first`
  /// @param least the least that is allowed
  /// @param most the most that is allowed
  record RequireInRange(ParameterSource value, String what, double least, double most)
      implements ParameterSource {}

  /// A day that must not lie after another; if it does, the request is refused.
  ///
  /// @param day the day
  /// @param last the other
  record RequireNotAfter(ParameterSource day, ParameterSource last) implements ParameterSource {}

  /// A day, or today where it lies in the future.
  ///
  /// @param day the day
  record AtMostToday(ParameterSource day) implements ParameterSource {}

  /// The words of a phrase, as the full-text index takes them.
  ///
  /// @param phrase what a client typed
  record SearchQuery(ParameterSource phrase) implements ParameterSource {}

  /// What tells one list from another, for its cursors.
  ///
  /// @param form field, ordering and the form of the conditions
  /// @param values the values of the conditions
  record ListDigest(String form, List<ParameterSource> values) implements ParameterSource {
    /// Copies the list.
    public ListDigest {
      values = List.copyOf(values);
    }
  }

  /// One of the values in a cursor.
  ///
  /// @param cursor the cursor
  /// @param digest of the list in which it is used
  /// @param position of the value
  record CursorValue(ParameterSource cursor, ListDigest digest, int position)
      implements ParameterSource {}

  /// The types and keys in a list of global ids: maps with `type` and `key`.
  ///
  /// @param ids the list
  /// @param idsMax how many are allowed
  record GlobalIds(ParameterSource ids, int idsMax) implements ParameterSource {}

  /// The key in the only one of global ids.
  ///
  /// @param id the ids
  record GlobalIdKey(GlobalIds id) implements ParameterSource {}

  /// Returns the value for one run.
  ///
  /// @param run what is new on each run
  /// @return the value, as the driver takes it; null only for a value of a cursor
  /// @throws ProblemException if a value that the client sent cannot be used
  /// @throws Bug if the operation was prepared for other variables
  default @Nullable Object value(ExecutionContext run) {
    return switch (this) {
      case Literal(var value) -> value;
      case OperationVariable(var name, var path) -> inside(run.variables().get(name), path);
      case ListOf(var values) -> values.stream().map(element -> element.value(run)).toList();
      case Today _ -> run.today();
      case LowerCase(var value) -> lower(value.value(run));
      case RequireInRange within -> number(within, run);
      case RequireNotAfter(var day, var last) -> notAfter(day.value(run), last.value(run));
      case AtMostToday(var day) ->
          day.value(run) instanceof LocalDate asked && asked.isAfter(run.today())
              ? run.today()
              : day.value(run);
      case SearchQuery(var phrase) -> SearchPhrase.of(String.valueOf(phrase.value(run))).query();
      case ListDigest(var form, var values) ->
          run.cursors()
              .digest(
                  form + values.stream().map(value -> String.valueOf(value.value(run))).toList());
      case CursorValue(var cursor, var digest, var position) ->
          run.cursors()
              .read(
                  (String) Objects.requireNonNull(cursor.value(run)),
                  (Long) Objects.requireNonNull(digest.value(run)))
              .get(position);
      case GlobalIds(var ids, var most) -> keys((List<?>) ids.value(run), most);
      case GlobalIdKey(var id) ->
          ((Map<?, ?>) ((List<?>) Objects.requireNonNull(id.value(run))).getFirst()).get("key");
    };
  }

  private static Object inside(@Nullable Object value, List<Object> path) {
    var inner = value;
    for (var step : path) {
      inner =
          step instanceof Integer position
              ? ((List<?>) Objects.requireNonNull(inner)).get(position)
              : ((Map<?, ?>) Objects.requireNonNull(inner)).get(step);
    }
    if (inner == null) {
      throw new Bug("an operation was run with variables of another form");
    }
    return inner;
  }

  private static @Nullable Object lower(@Nullable Object value) {
    return switch (value) {
      case String text -> text.toLowerCase(Locale.ROOT);
      case List<?> list -> list.stream().map(ParameterSource::lower).toList();
      case null, default -> value;
    };
  }

  private static @Nullable Object notAfter(@Nullable Object day, @Nullable Object last) {
    if (day instanceof LocalDate from && last instanceof LocalDate to && from.isAfter(to)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "from lies after to; give the earlier day first.");
    }
    return day;
  }

  private static Object number(RequireInRange within, ExecutionContext run) {
    var value = Objects.requireNonNull(within.value().value(run));
    double number = ((Number) value).doubleValue();
    if (number < within.least() || number > within.most() || Double.isNaN(number)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "%s must be from %s to %s."
              .formatted(within.what(), text(within.least()), text(within.most())));
    }
    return value;
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  private static Object keys(@Nullable List<?> ids, int most) {
    if (Objects.requireNonNull(ids).size() > most) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "ids has more than " + most + " ids; ask for fewer at once.");
    }
    return ids.stream()
        .map(id -> {
          var parts = GlobalId.of(id.toString()).orElseThrow(ParameterSource::noId);
          var entries = new HashMap<String, Object>();
          entries.put("type", parts.type());
          entries.put("key", parts.key());
          return entries;
        })
        .toList();
  }

  private static ProblemException noId() {
    return new ProblemException(
        Code.BAD_USER_INPUT, "An id is not one of this server; use a globalId.");
  }
}
