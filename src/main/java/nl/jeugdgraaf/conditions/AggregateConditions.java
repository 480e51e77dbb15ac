package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames.InputField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.AggregateFunction;
import nl.jeugdgraaf.plan.Aggregation.Over;
import nl.jeugdgraaf.plan.Predicate;

/// A condition on totals, of a group or of what is related; the totals that it needs are added.
///
/// @param scope what holds around it
/// @param totals get what the condition needs
public record AggregateConditions(Scope scope, Aggregates totals) {
  public Predicate of(Input.Fields input, String at) {
    var parts = new ArrayList<Predicate>();
    input
        .fields()
        .forEach((name, value) -> {
          var place = at + "." + name;
          parts.add(
              scope.condition(
                  place,
                  () ->
                      switch (name) {
                        case InputField.COUNT -> count(ValueConditions.object(value, place), place);
                        case InputField.NODE ->
                            statistics(ValueConditions.object(value, place), place);
                        default ->
                            LogicalOperators.predicate(scope.binder(), name, value, at, this::of);
                      }));
        });
    return Predicate.and(parts);
  }

  private Predicate count(Input.Fields input, String at) {
    var parts = new ArrayList<Predicate>();
    input
        .fields()
        .forEach((name, value) ->
            parts.add(
                new ValueConditions(scope)
                    .of(
                        totals.count(ApiField.of(ApiField.Count.class, name)),
                        value,
                        at + "." + name)));
    return Predicate.and(parts);
  }

  private Predicate statistics(Input.Fields input, String at) {
    var parts = new ArrayList<Predicate>();
    input
        .fields()
        .forEach((field, statistics) -> {
          var place = at + "." + field;
          ValueConditions.object(statistics, place)
              .fields()
              .forEach((name, value) -> {
                var statistic = AggregateFunction.of(name);
                var inside = place + "." + name;
                parts.add(
                    scope.condition(
                        inside,
                        () ->
                            new ValueConditions(scope)
                                .of(
                                    totals.statistic(
                                        statistic, field, Over.NODES, Optional.empty()),
                                    value,
                                    inside)));
              });
        });
    return Predicate.and(parts);
  }
}
