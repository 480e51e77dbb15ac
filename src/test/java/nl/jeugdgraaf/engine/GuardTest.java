package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.UnderRule;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.rewrite.Rewriter;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// The statement of every operation asks the caller's rule for each variable.
class GuardTest {
  private static final Pattern VARIABLE = Pattern.compile("[\\[(]([nr][0-9]+):");
  private static final Attribute HIDDEN =
      new Attribute(
          "hidden",
          "hidden",
          new ValueType(Scalar.BuiltIn.BOOLEAN, false, false),
          Attribute.Use.PLAIN,
          "");

  @Test
  void everyVariableOfEveryGoldenStatementIsGuarded() throws IOException {
    var schema = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));
    var nowhere = new Address(URI.create("bolt://localhost:1"), "", "", "");
    var nobody = Protection.none(TestDatabase.CURSORS);
    int variables = 0;
    try (var bolt = Bolt.open(nowhere)) {
      var engine =
          new Engine(
              new Planner(
                  new Compiler(schema, _ -> (_, variable, _) -> notHidden(variable)),
                  Rewriter.ALL_LAWS),
              bolt,
              new Protection(_ -> UnderRule.seen(), nobody.audit(), nobody.cursors()),
              Limits.DEFAULT);
      for (var golden : GoldenCase.all()) {
        if (!golden.isRefused()) {
          variables += check(golden, engine.explain(golden.request()).text());
        }
      }
    } catch (ProblemException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
    assertTrue(variables > 200, variables + " variables");
  }

  private static int check(GoldenCase golden, String text) {
    if (text.contains("WHERE false")) {
      return 0;
    }
    var found = VARIABLE.matcher(text).results().map(result -> result.group(1)).toList();
    for (var variable : found) {
      assertTrue(
          text.contains(variable + ".hidden IS NULL"),
          () -> golden + ": " + variable + " has no guard in\n" + text);
    }
    return found.size();
  }

  private static Predicate notHidden(Variable variable) {
    return new Predicate.IsNull(new Property(variable, HIDDEN, Predicate.Always.TRUE));
  }
}
