package nl.jeugdgraaf.plan;

import java.util.List;

/// Where the value of a parameter comes from when a prepared operation is run.
public sealed interface ParameterSource {
  /// {@return whether the value is null in a run in which it is not given}
  default boolean isOptional() {
    return switch (this) {
      case OptionalVariable _, IfGiven _ -> true;
      case LowerCase(var text) -> text.isOptional();
      case Folded(var text) -> text.isOptional();
      case Literal _, OperationVariable _, ListOf _, Today _, Replacements _ -> false;
      case RequireInRange _, RequireNotAfter _, FirstDays _, SearchQuery _ -> false;
      case ListDigest _, CursorValue _, GlobalIds _, GlobalIdKey _ -> false;
    };
  }

  /// A value written in the document.
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

  /// A value inside a variable; null where it is not given.
  ///
  /// @param name of the variable, without the `$`
  /// @param path keys (`String`) and positions (`Integer`) that lead to the value
  record OptionalVariable(String name, List<Object> path) implements ParameterSource {
    /// Copies the list.
    public OptionalVariable {
      path = List.copyOf(path);
    }
  }

  /// A value that counts only where one of several others is given; else null.
  ///
  /// @param given the others
  /// @param value the value
  record IfGiven(List<ParameterSource> given, ParameterSource value) implements ParameterSource {
    /// Copies the list.
    public IfGiven {
      given = List.copyOf(given);
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

  /// A text, or each text of a list, without letter case and accents.
  ///
  /// @param value the text or list
  record Folded(ParameterSource value) implements ParameterSource {}

  /// The replacements of [TextFolding].
  record Replacements() implements ParameterSource {}

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

  /// The first days of stretches of the calendar from one day up to and including another; too many
  /// of them are refused.
  ///
  /// @param every name of a [nl.jeugdgraaf.model.DateBucket]
  /// @param from the first day that counts
  /// @param to the last day that counts
  record FirstDays(ParameterSource every, ParameterSource from, ParameterSource to)
      implements ParameterSource {}

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

  /// What a list of global ids names: maps with `type`, `key`, the day that is asked, `day`, and
  /// the day that the id itself carries, `asOf`, which can be null.
  ///
  /// @param ids the list
  /// @param idsMax how many are allowed
  record GlobalIds(ParameterSource ids, int idsMax) implements ParameterSource {
    /// Entry with the name of the type.
    public static final String TYPE = "type";

    /// Entry with the key.
    public static final String KEY = "key";

    /// Entry with the day that is asked: that of the id, or today.
    public static final String DAY = "day";

    /// Entry with the day of the id, or null.
    public static final String AS_OF = "asOf";
  }

  /// The key in the only one of global ids.
  ///
  /// @param id the ids
  record GlobalIdKey(GlobalIds id) implements ParameterSource {}
}
