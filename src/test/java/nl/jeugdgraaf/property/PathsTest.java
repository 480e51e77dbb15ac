package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.PathTypes;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.reference.AskedDay;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.GraphOnDay;
import nl.jeugdgraaf.property.reference.ReferenceId;
import nl.jeugdgraaf.property.reference.RelatedNodes;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// A path is as short as any, and each of its steps is a relationship that holds on the day.
///
/// `-Dpaths.graphs`, `-Dpaths.pairs` and `-Dpaths.seed` set how many cases are drawn, and from
/// which seed on.
@EmptiesDatabase
class PathsTest {
  private static final int GRAPHS = Integer.getInteger("paths.graphs", 3);
  private static final int PAIRS = Integer.getInteger("paths.pairs", 20);
  private static final long SEED = Long.getLong("paths.seed", 1);

  private static final String DOCUMENT =
      """
      query ($from: ID!, $to: ID!, $via: [PathVia!], $most: Int!, $day: Date!) {
        path(from: $from, to: $to, via: $via, maxLength: $most, asOf: $day) { ...P }
        paths(from: $from, to: $to, via: $via, maxLength: $most, first: 3, asOf: $day) { ...P }
      }
      fragment P on Path { length nodes { id } relationships { type validFrom validTo } }
      """;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final ApiSchema api = ApiSchema.of(model);
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

  /// What is asked.
  ///
  /// @param steps the relationships of the allowed types that hold on the day
  /// @param day the day, which the ids in the answer carry
  private record Question(
      Graph.Node from, Graph.Node to, int most, List<Graph.Edge> steps, LocalDate day) {
    String id(Graph.Node node) {
      return ReferenceId.of(node, Optional.of(day));
    }
  }

  @Test
  void aPathIsAsShortAsAnyAndEachStepIsThere() {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.over(Planner.of(api), bolt);
    for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
      var graph = RandomGraph.clean(model, seed, today);
      GraphWriter.write(graph, bolt);
      var draw = new RandomSource(seed);
      for (int i = 0; i < PAIRS; i++) {
        check(engine, graph, draw, "seed " + seed + ", pair " + i + "\n" + graph.text());
      }
    }
    GraphWriter.clear(bolt);
  }

  private void check(EngineAnswers engine, Graph graph, RandomSource draw, String message) {
    var day = today.plusDays(draw.between(-4, 4));
    var types = List.copyOf(PathTypes.steps(model).keySet());
    var via = types.stream().filter(_ -> draw.chance(70)).toList();
    var allowed = via.isEmpty() ? types : via;
    var view = new GraphOnDay(new RelatedNodes(model, graph), new AskedDay(day, true), false);
    var steps = graph.edges().stream().filter(edge -> step(edge, allowed, view)).toList();
    var question = question(graph, draw, steps, day);
    var variables =
        Map.<String, Object>of(
            "from", ReferenceId.of(question.from(), anyDay(draw)),
            "to", ReferenceId.of(question.to(), anyDay(draw)),
            "via", allowed,
            "most", question.most(),
            "day", day.toString());
    var data = engine.response(new Operation(DOCUMENT, "", variables)).get("data");
    var expected = lengths(question);
    var text = message + variables + "\n" + data;
    assertEquals(!expected.isEmpty(), data.get("path").isObject(), text);
    if (!expected.isEmpty()) {
      assertEquals(expected.getFirst(), data.get("path").get("length").asInt(), text);
      checkSteps(question, data.get("path"), text);
    }
    var actual = new ArrayList<Integer>();
    data.get("paths").forEach(path -> actual.add(path.get("length").asInt()));
    assertEquals(expected, actual, text);
    data.get("paths").forEach(path -> checkSteps(question, path, text));
  }

  /// A path is asked on the day of its argument, whatever day its ids carry.
  private Optional<LocalDate> anyDay(RandomSource draw) {
    return draw.chance(50) ? Optional.of(today.plusDays(draw.between(-9, 9))) : Optional.empty();
  }

  /// Mostly between nodes that have steps at all.
  private static Question question(
      Graph graph, RandomSource draw, List<Graph.Edge> steps, LocalDate day) {
    var from =
        steps.isEmpty() || draw.chance(10)
            ? draw.from(graph.nodes())
            : draw.from(steps).ends().from();
    var to =
        steps.isEmpty() || draw.chance(10)
            ? draw.from(graph.nodes())
            : draw.from(steps).ends().to();
    return new Question(from, to, draw.between(1, 5), steps, day);
  }

  private boolean step(Graph.Edge edge, List<String> allowed, GraphOnDay view) {
    return allowed.contains(edge.type())
        && view.counts(edge, PathTypes.steps(model).get(edge.type()).properties())
        && view.isThere(edge.ends().from())
        && view.isThere(edge.ends().to());
  }

  /// Returns the lengths of the three shortest ways that take no relationship twice.
  private static List<Integer> lengths(Question question) {
    if (question.from().equals(question.to())) {
      return List.of();
    }
    var lengths = new ArrayList<Integer>();
    for (int length = 1; length <= question.most() && lengths.size() < 3; length++) {
      var walks = new Walks(question, length);
      walks.from(question.from(), length);
      lengths.addAll(walks.found);
    }
    return lengths.stream().limit(3).toList();
  }

  /// Looks for ways of one length, until there are three.
  private static final class Walks {
    private final Question question;
    private final int length;
    private final Set<Graph.Edge> taken = new HashSet<>();
    private final List<Integer> found = new ArrayList<>();

    Walks(Question question, int length) {
      this.question = question;
      this.length = length;
    }

    void from(Graph.Node at, int left) {
      if (left == 0 && at.equals(question.to())) {
        found.add(length);
      }
      if (left == 0 || found.size() >= 3) {
        return;
      }
      for (var edge : question.steps()) {
        var ends = edge.ends();
        if ((ends.from().equals(at) || ends.to().equals(at)) && taken.add(edge)) {
          from(ends.from().equals(at) ? ends.to() : ends.from(), left - 1);
          taken.remove(edge);
        }
      }
    }
  }

  private static void checkSteps(Question question, JsonNode path, String text) {
    var nodes = path.get("nodes");
    var relationships = path.get("relationships");
    assertEquals(path.get("length").asInt(), relationships.size(), text);
    assertEquals(relationships.size() + 1, nodes.size(), text);
    assertEquals(question.id(question.from()), id(nodes.get(0)), text);
    assertEquals(question.id(question.to()), id(nodes.get(nodes.size() - 1)), text);
    for (int i = 0; i < relationships.size(); i++) {
      var ends = new HashSet<>(List.of(id(nodes.get(i)), id(nodes.get(i + 1))));
      var relationship = relationships.get(i);
      assertTrue(
          question.steps().stream()
              .anyMatch(edge -> joins(question, edge, ends) && says(edge, relationship)),
          text);
    }
  }

  private static boolean joins(Question question, Graph.Edge edge, Set<String> ends) {
    var ours =
        List.of(edge.ends().from(), edge.ends().to()).stream()
            .map(question::id)
            .collect(Collectors.toSet());
    return ours.equals(ends);
  }

  private static boolean says(Graph.Edge edge, JsonNode relationship) {
    return edge.type().equals(relationship.get("type").asText())
        && day(edge, "validFrom").equals(relationship.get("validFrom").asText())
        && day(edge, "validTo").equals(relationship.get("validTo").asText());
  }

  private static String day(Graph.Edge edge, String side) {
    return String.valueOf(edge.properties().get(side));
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }
}
