package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The operators on one value to a condition.
///
/// @param scope what holds around them
record ValueConditions(Scope scope) {

  /// Returns the condition on a value; all operators given must hold.
  Predicate of(Term term, Input value, String at) {
    return all(
        value,
        at,
        (operator, operand) -> {
          var place = at + "." + operator;
          return switch (operator) {
            case InputField.SIZE -> of(new Term.Size(property(term, place)), operand, place);
            case InputField.BETWEEN -> between(term, operand, place);
            case InputField.ANY -> any(property(term, place), operand, place);
            case InputField.ALL -> all(property(term, place), operand, place);
            case InputField.CASE_INSENSITIVE -> caseInsensitive(term, operand, place);
            default -> comparison(term, operator, operand, place);
          };
        });
  }

  private static Property property(Term term, String at) {
    if (term instanceof Property property) {
      return property;
    }
    throw ApiField.unknown(at);
  }

  private Predicate comparison(Term term, String operator, Input operand, String at) {
    return comparison(
        term,
        operator,
        operand,
        given ->
            new Predicate.Compare(
                term, operator(operator), scope.binder().parameter(source(given, at))));
  }

  /// A side that is not given is open.
  private Predicate between(Term term, Input value, String at) {
    return all(
        value,
        at,
        (side, bound) ->
            new Predicate.Compare(
                term,
                side.equals(InputField.MIN) ? Predicate.Operator.GTE : Predicate.Operator.LTE,
                scope.binder().parameter(source(bound, at + "." + side))));
  }

  private Predicate any(Property list, Input value, String at) {
    return new Predicate.AnyElement(list, of(new Term.Element(list), value, at));
  }

  /// Holds on an empty list, and is unknown without a list.
  private Predicate all(Property list, Input value, String at) {
    var fits = of(new Term.Element(list), value, at);
    return Predicate.and(
        List.of(
            Predicate.not(new Predicate.IsNull(list)),
            Predicate.not(new Predicate.AnyElement(list, Predicate.not(fits)))));
  }

  private Predicate caseInsensitive(Term term, Input value, String at) {
    return all(
        value,
        at,
        (operator, operand) ->
            comparison(
                term,
                operator,
                operand,
                given ->
                    new Predicate.Compare(
                        scope.folded(term),
                        operator(operator),
                        folded(given, at + "." + operator))));
  }

  private Parameter folded(Input operand, String at) {
    return scope.binder().parameter(new ParameterSource.Folded(source(operand, at)));
  }

  /// Equal to null is missing; all else compares with a value.
  private static Predicate comparison(
      Term term, String operator, Input operand, Function<Input, Predicate> compare) {
    return operand instanceof Input.Null && operator.equals(ApiField.Comparison.EQ.fieldName())
        ? new Predicate.IsNull(term)
        : compare.apply(operand);
  }

  private Predicate all(Input value, String at, BiFunction<String, Input, Predicate> compile) {
    var parts = new ArrayList<Predicate>();
    var object = object(value, at);
    object
        .fields()
        .forEach((name, input) ->
            parts.add(
                scope.condition(
                    at + "." + name,
                    () -> scope.ifGiven(object, name, compile.apply(name, input)))));
    return Predicate.and(parts);
  }

  static ParameterSource source(Input operand, String at) {
    return switch (operand) {
      case Input.Leaf leaf -> leaf.source();
      case Input.Items items -> items.source();
      case Input.Null _ -> throw isNull(at);
      case Input.Fields _ -> throw ApiField.unknown("an object at " + at);
    };
  }

  private static Predicate.Operator operator(String name) {
    return switch (ApiField.of(ApiField.Comparison.class, name)) {
      case EQ -> Predicate.Operator.EQ;
      case IN -> Predicate.Operator.IN;
      case NOT_IN -> Predicate.Operator.NOT_IN;
      case GT -> Predicate.Operator.GT;
      case GTE -> Predicate.Operator.GTE;
      case LT -> Predicate.Operator.LT;
      case LTE -> Predicate.Operator.LTE;
      case CONTAINS -> Predicate.Operator.CONTAINS;
      case STARTS_WITH -> Predicate.Operator.STARTS_WITH;
      case ENDS_WITH -> Predicate.Operator.ENDS_WITH;
      case INCLUDES -> Predicate.Operator.INCLUDES;
    };
  }

  static Input.Fields object(Input input, String at) {
    if (input instanceof Input.Fields fields) {
      return fields;
    }
    throw isNull(at);
  }

  static ProblemException isNull(String at) {
    return bad(
        at,
        "is null. Leave it out: only eq and a to-one field take null, to find what is missing.");
  }

  /// Returns the refusal of a part of an argument.
  ///
  /// @param at the part
  /// @param message what is wrong with it, to be read after its place
  static ProblemException bad(String at, String message) {
    return new ProblemException(Problem.of(Code.BAD_USER_INPUT, at + " " + message).in(at));
  }
}
