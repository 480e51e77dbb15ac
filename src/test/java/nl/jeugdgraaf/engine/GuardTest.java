package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.ProblemException;
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
    int variables = 0;
    try (var bolt = Bolt.open(nowhere)) {
      var engine =
          new Engine(
              new Compiler(schema, _ -> new UnlessHidden()),
              schema,
              bolt,
              Protection.none(TestDatabase.CURSORS),
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

  /// The rules of somebody who sees what is not marked as hidden.
  private record UnlessHidden() implements Guards {
    @Override
    public Predicate node(NodeVariable node, Binder binder) {
      return shown(node);
    }

    @Override
    public Predicate edge(RelationshipVariable edge, Binder binder) {
      return shown(edge);
    }

    private static Predicate shown(Variable bound) {
      return new Predicate.IsNull(new Property(bound, HIDDEN, Predicate.Always.TRUE));
    }

    @Override
    public Predicate property(Variable of, Attribute attribute, Binder binder) {
      return Predicate.Always.TRUE;
    }

    @Override
    public boolean maySee(NodeType type) {
      return true;
    }

    @Override
    public boolean mayRead(NodeType type, Attribute attribute) {
      return true;
    }

    @Override
    public Optional<List<String>> subject(NodeType type) {
      return Optional.empty();
    }

    @Override
    public ProblemException refusal(Entity entity, String field) {
      throw new AssertionError("refused " + entity.name());
    }
  }
}
