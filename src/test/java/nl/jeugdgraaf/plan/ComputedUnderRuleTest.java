package nl.jeugdgraaf.plan;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.conditions.CallerGuards;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;

/// A computed field that a rule reads stays closed to a caller who may not read it.
class ComputedUnderRuleTest {
  @Test
  void whatARuleComputesIsNotLentToTheCaller() {
    var schema = ApiSchema.builtIn();
    var school = new Caller("SCHOOL", "S", "somebody", "EDUCATION", "");
    var permissions = new Policy(schema.access(), false).of(school);
    var binder = new Binder(schema.model(), permissions, new CallerGuards(schema, permissions));
    var type = schema.model().node("Trajectory");
    var step = Objects.requireNonNull(type.computed().get("step"));
    var node = binder.node(type, binder.parameter(new ParameterSource.Today()));
    binder.ofRules().computed(node, step);
    assertThrows(ProblemException.class, () -> binder.computed(node, step));
  }
}
