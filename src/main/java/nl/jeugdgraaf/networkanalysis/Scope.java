package nl.jeugdgraaf.networkanalysis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What an analysis is about.
///
/// @param asOf the day that was asked; nothing for today
/// @param region id of the only region that counts
/// @param segment id of the only segment that counts
record Scope(Optional<LocalDate> asOf, Optional<String> region, Optional<String> segment) {
  /// Reads the arguments of the field.
  ///
  /// @throws ProblemException `BAD_USER_INPUT` if an id is one of something else
  static Scope of(Map<String, Object> arguments) {
    return new Scope(
        arguments.get("asOf") instanceof LocalDate day ? Optional.of(day) : Optional.empty(),
        id(arguments, "region", "Region"),
        id(arguments, "segment", "Segment"));
  }

  /// Returns an id in the arguments of a field.
  ///
  /// @param arguments the arguments
  /// @param name name of the argument
  /// @param type the node type of which it must be
  /// @throws ProblemException `BAD_USER_INPUT` if it is one of something else
  static Optional<String> id(Map<String, Object> arguments, String name, String type) {
    var given = Optional.ofNullable(arguments.get(name)).map(Object::toString);
    if (given.isPresent()
        && given.flatMap(GlobalId::of).filter(it -> it.type().equals(type)).isEmpty()) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "%s must be the id of a %s. Use what its field id gives.".formatted(name, type));
    }
    return given;
  }

  /// {@return the day that it is about}
  LocalDate day() {
    return asOf.orElseGet(AmsterdamClock::today);
  }

  /// {@return the same as variables of the documents of analyses}
  Map<String, @Nullable Object> variables() {
    var variables = new HashMap<String, @Nullable Object>();
    asOf.ifPresent(day -> variables.put("asOf", day.toString()));
    region.ifPresent(id -> variables.put("region", NamedNode.key(id)));
    segment.ifPresent(id -> variables.put("segment", NamedNode.key(id)));
    return variables;
  }
}
