package nl.jeugdgraaf.api;

import static nl.jeugdgraaf.schema.SdlWriter.argument;

import java.util.Optional;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.model.RelationshipField;

/// The arguments that say about which day, or which periods, a field asks.
final class TimeArguments {
  /// The day that is asked: of the field and all below it.
  static final String AS_OF = argument(Argument.AS_OF, "Date");

  private static final String HISTORY = argument(Argument.HISTORY, "Boolean = false");

  private TimeArguments() {}

  /// {@return the arguments of a field that shows several nodes: whether all periods are asked too,
  /// where there are any}
  ///
  /// @param relationship what the field follows, if anything
  static String of(Optional<RelationshipField> relationship) {
    return relationship.filter(it -> it.properties().temporal()).isPresent()
        ? AS_OF + ", " + HISTORY
        : AS_OF;
  }
}
