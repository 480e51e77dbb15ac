package nl.jeugdgraaf.conditions;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
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
              switch (name) {
                case "count" -> count(ValueConditions.object(value, place), place);
                case "node" -> statistics(ValueConditions.object(value, place), place);
                default -> LogicalOperators.predicate(name, value, at, this::of);
              });
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
                    .of(totals.count(name.equals("nodes")), value, at + "." + name)));
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
                var statistic = AggregateFunction.valueOf(name.toUpperCase(Locale.ROOT));
                var total = totals.statistic(statistic, field, Over.NODES, Optional.empty());
                parts.add(new ValueConditions(scope).of(total, value, place + "." + name));
              });
        });
    return Predicate.and(parts);
  }
}
