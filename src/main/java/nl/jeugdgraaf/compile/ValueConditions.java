package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.Locale;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Source;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.Where;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The operators on one value to a condition.
///
/// @param scope what holds around them
record ValueConditions(Scope scope) {

  /// Returns the condition on a value; all operators given must hold.
  Where of(Term term, Input value, String at) {
    var parts = new ArrayList<Where>();
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
    return Where.all(parts);
  }

  private static Property property(Term term, String at) {
    if (term instanceof Property property) {
      return property;
    }
    throw new Bug("validation let " + at + " pass");
  }

  private Where comparison(Term term, String operator, Input operand, String at) {
    return operand instanceof Input.Null && operator.equals("eq")
        ? new Where.Missing(term)
        : new Where.Compare(
            term, operator(operator), scope.binder().parameter(source(operand, at)));
  }

  private Where caseInsensitive(Term term, Input value, String at) {
    var parts = new ArrayList<Where>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operand instanceof Input.Null && operator.equals("eq")
                    ? new Where.Missing(term)
                    : new Where.Compare(
                        new Term.Lower(term),
                        operator(operator),
                        lowerCase(operand, at + "." + operator))));
    return Where.all(parts);
  }

  private Parameter lowerCase(Input operand, String at) {
    return scope.binder().parameter(new Source.LowerCase(source(operand, at)));
  }

  private Where size(Property property, Input value, String at) {
    var parts = new ArrayList<Where>();
    object(value, at)
        .fields()
        .forEach((operator, operand) ->
            parts.add(
                operand instanceof Input.Null && operator.equals("eq")
                    ? new Where.Missing(property)
                    : new Where.CompareSize(
                        property,
                        operator(operator),
                        scope.binder().parameter(source(operand, at + "." + operator)))));
    return Where.all(parts);
  }

  static Source source(Input operand, String at) {
    return switch (operand) {
      case Input.Leaf leaf -> leaf.source();
      case Input.Items items -> items.source();
      case Input.Null _ -> throw isNull(at);
      case Input.Fields _ -> throw new Bug("validation let an object pass at " + at);
    };
  }

  private static Where.Operator operator(String name) {
    return switch (name) {
      case "startsWith" -> Where.Operator.STARTS_WITH;
      case "endsWith" -> Where.Operator.ENDS_WITH;
      default -> Where.Operator.valueOf(name.toUpperCase(Locale.ROOT));
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
