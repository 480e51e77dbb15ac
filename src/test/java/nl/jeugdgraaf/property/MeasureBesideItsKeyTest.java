package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.rewrite.Law;
import nl.jeugdgraaf.rewrite.Rewriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A measure that starts again where the path of its key began, and so counts nodes of other groups
/// too, does not stay unseen: the reference tells it on a drawn graph or two.
@EmptiesDatabase
class MeasureBesideItsKeyTest {
  private static final int GRAPHS_MAX = 40;

  private final Model model = ApiSchema.builtIn().model();
  private final ApiSchema api = ApiSchema.builtIn();
  private final Reference reference = new Reference(model, api.text());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "familiesConnection { groups { key { members { pseudonym } } countDistinct { members } } }",
        "youthsConnection { groups { key { trajectories { step } } countDistinct { trajectories } }"
            + " }",
        "municipalitiesConnection { groups { key { youths { birthDate(bucket: YEAR) } }"
            + " countDistinct { youths } } }"
      })
  void isFound(String connection) {
    var bolt = TestDatabase.constrained();
    var laws = new ArrayList<Law>(Rewriter.ALL_LAWS.laws());
    laws.add(new Beside());
    var right = EngineAnswers.over(Planner.of(api), bolt);
    var wrong = EngineAnswers.over(new Planner(new Compiler(api), new Rewriter(laws)), bolt);
    var operation = new Operation("{ " + connection + " }", "", Map.of());
    var isFound = false;
    for (long seed = 1; seed <= GRAPHS_MAX && !isFound; seed++) {
      var graph = RandomGraph.of(model, seed, LocalDate.now(ZoneId.of("Europe/Amsterdam")));
      GraphWriter.write(graph, bolt);
      var expected = reference.answer(operation, graph);
      assertEquals(Optional.empty(), expected.difference(right.answer(operation)));
      isFound = expected.difference(wrong.answer(operation)).isPresent();
    }
    GraphWriter.clear(bolt);
    assertTrue(isFound);
  }

  /// Counts once more from the node before the last one of the path.
  private final class Beside implements Law {
    @Override
    public Projection apply(Projection query) {
      return query.withRows(everywhere(query.rows()));
    }

    private Rows everywhere(Rows rows) {
      var inner = rows.mapChildren(this::everywhere);
      return inner instanceof Rows.Group(var source, var member, var keys, var totals)
          ? new Rows.Group(
              source, member, keys, totals.stream().map(one -> beside(one, source)).toList())
          : inner;
    }

    private Rows.Aggregate beside(Rows.Aggregate right, Rows source) {
      return right.aggregation() instanceof Aggregation.CountReached(var node)
          ? hopTo(node, source)
              .map(hop -> new Rows.Aggregate(right.name(), again(hop)))
              .orElse(right)
          : right;
    }

    private static Optional<Hop> hopTo(NodeVariable node, Rows rows) {
      return rows instanceof Rows.OptionalExpand(var source, var hop)
          ? hop.to().equals(node) ? Optional.of(hop) : hopTo(node, source)
          : Optional.empty();
    }

    private Aggregation again(Hop hop) {
      var binder = new Binder(model);
      var relationship =
          hop.from().entity().relationships().values().stream()
              .filter(field -> field.type().equals(hop.relationship().type()))
              .filter(field -> field.direction() == hop.direction())
              .filter(field -> field.isChain() == hop.isChain())
              .findFirst()
              .orElseThrow();
      var once = hop;
      // Names that the plan has not given yet.
      for (int given = 0; given < 1000; given++) {
        once = binder.hop(hop.from(), relationship, hop.to().day());
      }
      var rows = new Rows.Expand(new Rows.Argument(hop.from()), once);
      return new Aggregation.CountRelated(hop.from(), rows, once.to());
    }
  }
}
