package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.jspecify.annotations.Nullable;

/// A condition on changes of a relationship.
///
/// @param scope what holds around it
/// @param before what ended, or nothing
/// @param after what began, or nothing
/// @param names of what is known of a change
public record ChangeConditions(Scope scope, Hop before, Hop after, Rows.ChangeNames names) {
  /// Returns the condition; an absent or null argument holds always.
  public Predicate of(@Nullable Input where) {
    return where instanceof Input.Fields fields
        ? of(fields, Argument.WHERE)
        : Predicate.Always.TRUE;
  }

  private Predicate of(Input.Fields input, String at) {
    var parts = new ArrayList<Predicate>();
    input
        .fields()
        .forEach((name, value) -> {
          var isCombined =
              name.equals(InputField.AND)
                  || name.equals(InputField.OR)
                  || name.equals(InputField.NOT);
          var place = at + "." + name;
          parts.add(
              scope.condition(
                  place,
                  () ->
                      isCombined
                          ? LogicalOperators.predicate(scope.binder(), name, value, at, this::of)
                          : field(ApiField.of(ApiField.Change.class, name), value, place)));
        });
    return Predicate.and(parts);
  }

  private Predicate field(ApiField.Change field, Input value, String at) {
    return switch (field) {
      case ON -> new ValueConditions(scope).of(names.on(), value, at);
      case KIND -> new ValueConditions(scope).of(names.kind(), value, at);
      case OF ->
          new WhereCompiler(scope).node(before.from(), ValueConditions.object(value, at), at);
      case BEFORE -> state(before, value, at);
      case AFTER -> state(after, value, at);
    };
  }

  private Predicate state(Hop hop, Input value, String at) {
    var isThere = isThere(scope, hop);
    return value instanceof Input.Fields fields
        ? Predicate.and(List.of(isThere, new WhereCompiler(scope).connection(hop, fields, at)))
        : Predicate.not(isThere);
  }

  /// Returns the condition that a change has a state before or after it.
  public static Predicate isThere(Scope scope, Hop hop) {
    return new Predicate.Compare(
        new Term.Present(hop.to()),
        Predicate.Operator.EQ,
        scope.binder().parameter(new ParameterSource.Literal(true)));
  }
}
