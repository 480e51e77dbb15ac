package nl.jeugdgraaf.plan;

import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.problem.Bug;

/// The values of computed fields.
///
/// @param binder names what they are computed from
/// @param access knows who may read that
record ComputedTerms(Binder binder, AccessGuards access) {
  Term of(NodeVariable of, ComputedField computed) {
    return switch (computed) {
      case ComputedField.DaysBetween(_, var from, var to, _) ->
          new Term.Days(property(of, from), property(of, to));
      case ComputedField.StateOfDay state -> guardedOnce(state(of, state));
    };
  }

  private Term.StateOn state(NodeVariable of, ComputedField.StateOfDay state) {
    return new Term.StateOn(
        state.stages().stream().map(stage -> stage(of, stage)).toList(),
        state.otherwise().before(),
        property(of, state.otherwise().stated()),
        of.day());
  }

  private Term.Stage stage(NodeVariable of, ComputedField.Stage stage) {
    var only =
        stage
            .only()
            .<Predicate>map(asked ->
                new Predicate.Compare(
                    property(of, asked.attribute()),
                    Predicate.Operator.EQ,
                    binder.parameter(new ParameterSource.Literal(asked.value()))))
            .orElse(Predicate.Always.TRUE);
    return new Term.Stage(property(of, stage.from()), stage.value(), only);
  }

  private Property property(NodeVariable of, String name) {
    var attribute = of.entity().attributes().get(name);
    if (attribute == null) {
      throw new Bug("no attribute " + of.entity().name() + "." + name);
    }
    return binder.property(of, attribute);
  }

  /// Where the same rules open all days of a state, they are asked once and not for each of them.
  private Term guardedOnce(Term.StateOn state) {
    var stated = state.stated();
    var isSame =
        !stated.isOpen()
            && state.stages().stream()
                .map(Term.Stage::from)
                .allMatch(day -> day.isOpen() || access.isReadAs(day, stated));
    return isSame
        ? new Term.Guarded(
            stated.guard(),
            new Term.StateOn(
                state.stages().stream()
                    .map(stage -> new Term.Stage(opened(stage.from()), stage.value(), stage.only()))
                    .toList(),
                state.before(),
                opened(stated),
                state.day()))
        : state;
  }

  private static Property opened(Property property) {
    return new Property(property.of(), property.attribute(), Predicate.Always.TRUE);
  }
}
