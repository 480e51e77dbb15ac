package nl.jeugdgraaf.api;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.jeugdgraaf.problem.Bug;

/// A field that the public schema of every model has, as a constant of the type that declares it.
///
/// The writer of the schema prints the constants and the compiler switches over them, so a new one
/// does not compile until both know it. The name of a field is its constant in camel case.
public interface ApiField {
  /// {@return the name of the constant, such as `PAGE_INFO`}
  String name();

  /// {@return the name of the field, such as `pageInfo`}
  default String fieldName() {
    return WORD.matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  /// The start of a word in the name of a constant.
  Pattern WORD = Pattern.compile("_([a-z])");

  /// The start of a word in the name of a field.
  Pattern CAPITAL = Pattern.compile("([A-Z])");

  /// {@return the constant of a field that a validated document names}
  ///
  /// @param type the public type
  /// @param field the name of one of its fields
  /// @param <E> the constants of the type
  /// @throws Bug if the type has no such field
  static <E extends Enum<E> & ApiField> E of(Class<E> type, String field) {
    var constant = CAPITAL.matcher(field).replaceAll("_$1").toUpperCase(Locale.ROOT);
    for (var known : type.getEnumConstants()) {
      if (known.name().equals(constant)) {
        return known;
      }
    }
    throw unknown(type.getSimpleName() + "." + field);
  }

  /// {@return the bug that validation let a name pass that the schema does not have}
  ///
  /// @param what the name, with what should have it
  static Bug unknown(String what) {
    return new Bug("validation let " + what + " pass");
  }

  /// Fields of a connection; those of a search end with `totalCount`.
  enum Connection implements ApiField {
    EDGES,
    PAGE_INFO,
    TOTAL_COUNT,
    AGGREGATE,
    GROUPS,
    CHANGES
  }

  /// Fields of an edge: `properties` where a relationship has any, `score` in a search.
  enum Edge implements ApiField {
    CURSOR,
    NODE,
    PROPERTIES,
    SCORE
  }

  /// Fields of `PageInfo`.
  enum PageInfo implements ApiField {
    HAS_NEXT_PAGE,
    HAS_PREVIOUS_PAGE,
    START_CURSOR,
    END_CURSOR
  }

  /// Fields of the totals of a connection, or of one of its groups.
  enum Aggregate implements ApiField {
    KEY,
    EDGE_KEY,
    COUNT,
    COUNT_DISTINCT,
    NODE,
    EDGE
  }

  /// Fields of `ConnectionCount` and of what filters and sorts by it.
  enum Count implements ApiField {
    NODES,
    EDGES
  }

  /// Fields of a change of a tracked relationship, of the key of a group of them, and of conditions
  /// on them.
  enum Change implements ApiField {
    ON,
    KIND,
    OF,
    BEFORE,
    AFTER
  }

  /// Fields of a connection to changes.
  enum ChangeConnection implements ApiField {
    EDGES,
    PAGE_INFO,
    TOTAL_COUNT,
    GROUPS
  }

  /// Fields of an edge that leads to a change.
  enum ChangeEdge implements ApiField {
    CURSOR,
    NODE
  }

  /// Fields of a group of changes.
  enum ChangeGroup implements ApiField {
    KEY,
    COUNT
  }

  /// Fields of a tracked relationship before or after a change.
  enum ChangeState implements ApiField {
    NODE,
    PROPERTIES
  }

  /// Fields of `Path`.
  enum Path implements ApiField {
    LENGTH,
    NODES,
    RELATIONSHIPS
  }

  /// Fields of `PathRelationship`.
  enum PathRelationship implements ApiField {
    TYPE,
    VALID_FROM,
    VALID_TO
  }

  /// Input fields that say how many of the related nodes must fit a condition.
  enum Quantifier implements ApiField {
    SOME,
    NONE,
    ALL,
    SINGLE
  }

  /// Input fields of `PeriodFilter`.
  enum PeriodFilter implements ApiField {
    AT,
    OVERLAPS,
    DURING
  }

  /// Input fields that compare a value or, `includes`, a list. `FilterOperators` says which ones a
  /// scalar has.
  enum Comparison implements ApiField {
    EQ,
    IN,
    NOT_IN,
    GT,
    GTE,
    LT,
    LTE,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    INCLUDES
  }
}
