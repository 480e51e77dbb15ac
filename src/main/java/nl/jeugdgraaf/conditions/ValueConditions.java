package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.Locale;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The operators on one value to a condition.
///
/// @param scope what holds around them
record ValueConditions(Scope scope) {

  /// Returns the condition on a value; all operators given must hold.
  Predicate of(Term term, Input value, String at) {
    var parts = new ArrayList<Predicate>();
    object(value, at)
        .fields()
        .forEach((operator, operand) -> {
          var place = at + "." + operator;
          parts.add(
              switch (operator) {
                case "size" -> size(property(term, place), operand, place);
                case "caseInsensitive" -> caseInsensitive(term, operand, place);
                default -> comparison(term, operator, operand, place);
              });
        });
    return Predicate.and(parts);
  }

  private static Property property(Term term, String at) {
    if (term instanceof Property property) {
      return property;
    }
    throw new Bug("validation let " + at + " pass");
  }

  private Predicate comparison(Term term, String operator, Input operand, String at) {
    return operand instanceof Input.Null && operator.equals("eq")
        ? new Predicate.IsNull(term)
        : new Predicate.Compare(
            term, operator(operator), scope.binder().parameter(source(operand, at)));
  }

  private Predicate caseInsensitive(Term term, Input value, String at) {
    var parts = new ArrayList<Predicate>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operand instanceof Input.Null && operator.equals("eq")
                    ? new Predicate.IsNull(term)
                    : new Predicate.Compare(
                        new Term.Lower(term),
                        operator(operator),
                        lowerCase(operand, at + "." + operator))));
    return Predicate.and(parts);
  }

  private Parameter lowerCase(Input operand, String at) {
    return scope.binder().parameter(new ParameterSource.LowerCase(source(operand, at)));
  }

  private Predicate size(Property property, Input value, String at) {
    var parts = new ArrayList<Predicate>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operand instanceof Input.Null && operator.equals("eq")
                    ? new Predicate.IsNull(property)
                    : new Predicate.CompareSize(
                        property,
                        operator(operator),
                        scope.binder().parameter(source(operand, at + "." + operator)))));
    return Predicate.and(parts);
  }

  static ParameterSource source(Input operand, String at) {
    return switch (operand) {
      case Input.Leaf leaf -> leaf.source();
      case Input.Items items -> items.source();
      case Input.Null _ -> throw isNull(at);
      case Input.Fields _ -> throw new Bug("validation let an object pass at " + at);
    };
  }

  private static Predicate.Operator operator(String name) {
    return switch (name) {
      case "startsWith" -> Predicate.Operator.STARTS_WITH;
      case "endsWith" -> Predicate.Operator.ENDS_WITH;
      default -> Predicate.Operator.valueOf(name.toUpperCase(Locale.ROOT));
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
        at
            + " is null; leave it out. Only eq and a to-one field can be null: they ask for what is"
            + " not there.");
  }

  static ProblemException bad(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
