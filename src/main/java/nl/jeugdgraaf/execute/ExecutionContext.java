package nl.jeugdgraaf.execute;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.TextFolding;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What one execution of a prepared operation adds to it, and the parameter values that follow.
///
/// @param variables values of the request, coerced by the schema
/// @param today the day of the request in Europe/Amsterdam
/// @param cursors reads and writes the caller's cursors
public record ExecutionContext(
    Map<String, @Nullable Object> variables, LocalDate today, Cursors cursors) {
  /// Copies the map.
  public ExecutionContext {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /// {@return the values that a statement gets, by parameter name}
  ///
  /// @param parameters the parameters of its plan
  /// @param places where their values stand, by name, as far as that is known
  /// @throws ProblemException with all values that the client sent and that cannot be used
  public Map<String, @Nullable Object> values(
      List<Parameter> parameters, Map<String, Problem.Place> places) {
    var values = new HashMap<String, @Nullable Object>();
    var optional = new HashMap<String, @Nullable Object>();
    var problems = new LinkedHashSet<Problem>();
    for (var parameter : parameters) {
      try {
        (parameter.source().isOptional() ? optional : values)
            .put(parameter.name(), value(parameter.source()));
      } catch (ProblemException e) {
        var place = places.getOrDefault(parameter.name(), Problem.Place.NONE);
        e.problems().forEach(problem -> problems.add(problem.at(place)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(List.copyOf(problems));
    }
    if (!optional.isEmpty()) {
      values.put(Parameter.OPTIONAL, optional);
    }
    return values;
  }

  /// {@return the value of a source, as the driver takes it; null only for a value of a cursor, and
  /// for what is optional and not given}
  ///
  /// @param source where it comes from
  /// @throws ProblemException if a value that the client sent cannot be used
  /// @throws Bug if the operation was prepared for variables of another shape
  public @Nullable Object value(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Literal(var value) -> value;
      case ParameterSource.OperationVariable(var name, var path) ->
          inside(variables.get(name), path);
      case ParameterSource.OptionalVariable(var name, var path) -> found(variables.get(name), path);
      case ParameterSource.IfGiven(var given, var then) ->
          given.stream().anyMatch(it -> value(it) != null) ? value(then) : null;
      case ParameterSource.ListOf(var values) -> values.stream().map(this::value).toList();
      case ParameterSource.Today _ -> today;
      case ParameterSource.LowerCase(var text) -> lower(value(text));
      case ParameterSource.Folded(var text) -> folded(value(text));
      case ParameterSource.Replacements _ -> TextFolding.REPLACEMENTS;
      case ParameterSource.RequireInRange bounded -> number(bounded);
      case ParameterSource.RequireNotAfter(var day, var last) -> notAfter(value(day), value(last));
      case ParameterSource.FirstDays(var every, var from, var to) ->
          FirstDays.of(
              String.valueOf(value(every)),
              (LocalDate) Objects.requireNonNull(value(from)),
              (LocalDate) Objects.requireNonNull(value(to)));
      case ParameterSource.SearchQuery(var phrase) ->
          SearchPhrase.of(String.valueOf(value(phrase))).query();
      case ParameterSource.ListDigest(var form, var values) ->
          cursors.digest(form + values.stream().map(this::value).filter(Objects::nonNull).toList());
      case ParameterSource.CursorValue(var cursor, var digest, var position) ->
          cursors
              .read(
                  (String) Objects.requireNonNull(value(cursor)),
                  (Long) Objects.requireNonNull(value(digest)))
              .get(position);
      case ParameterSource.GlobalIds(var ids, var most) -> keys((List<?>) value(ids), most);
      case ParameterSource.GlobalIdKey(var id) ->
          ((Map<?, ?>) ((List<?>) Objects.requireNonNull(value(id))).getFirst())
              .get(ParameterSource.GlobalIds.KEY);
    };
  }

  private static Object inside(@Nullable Object value, List<Object> path) {
    var inner = found(value, path);
    if (inner == null) {
      throw new Bug("an operation was run with variables of another shape");
    }
    return inner;
  }

  private static @Nullable Object found(@Nullable Object value, List<Object> path) {
    var inner = value;
    for (var step : path) {
      inner =
          switch (inner) {
            case List<?> list when step instanceof Integer at && at < list.size() -> list.get(at);
            case Map<?, ?> map -> map.get(step);
            case null, default -> null;
          };
    }
    return inner;
  }

  private static @Nullable Object lower(@Nullable Object value) {
    return switch (value) {
      case String text -> text.toLowerCase(Locale.ROOT);
      case List<?> list -> list.stream().map(ExecutionContext::lower).toList();
      case null, default -> value;
    };
  }

  private static @Nullable Object folded(@Nullable Object value) {
    return switch (value) {
      case String text -> TextFolding.of(text);
      case List<?> list -> list.stream().map(ExecutionContext::folded).toList();
      case null, default -> value;
    };
  }

  private static @Nullable Object notAfter(@Nullable Object day, @Nullable Object last) {
    if (day instanceof LocalDate from && last instanceof LocalDate to && from.isAfter(to)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "from is after to. Give the earlier day as from.");
    }
    return day;
  }

  private Object number(ParameterSource.RequireInRange bounded) {
    var value = Objects.requireNonNull(value(bounded.value()));
    double number = ((Number) value).doubleValue();
    if (number < bounded.least() || number > bounded.most() || Double.isNaN(number)) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "%s must be from %s to %s."
              .formatted(bounded.what(), text(bounded.least()), text(bounded.most())));
    }
    return value;
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  private Object keys(@Nullable List<?> ids, int most) {
    if (Objects.requireNonNull(ids).size() > most) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "ids has more than %d ids. Ask for fewer at once.".formatted(most));
    }
    return ids.stream()
        .map(id -> {
          var parts = GlobalId.of(id.toString()).orElseThrow(ExecutionContext::invalidId);
          var entry = new HashMap<String, @Nullable Object>();
          entry.put(ParameterSource.GlobalIds.TYPE, parts.type());
          entry.put(ParameterSource.GlobalIds.KEY, parts.key());
          entry.put(ParameterSource.GlobalIds.DAY, parts.asOf().orElse(today));
          entry.put(ParameterSource.GlobalIds.AS_OF, parts.asOf().orElse(null));
          return entry;
        })
        .toList();
  }

  private static ProblemException invalidId() {
    return new ProblemException(
        Code.BAD_USER_INPUT,
        "An id is not one of this server. Use what the field id of a node gives.");
  }
}
