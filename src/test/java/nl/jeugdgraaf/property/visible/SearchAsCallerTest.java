package nl.jeugdgraaf.property.visible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.draw.Drawable;
import nl.jeugdgraaf.property.draw.ExcludedFeatures;
import nl.jeugdgraaf.property.draw.GraphContents;
import nl.jeugdgraaf.property.draw.Literal;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomInput;
import nl.jeugdgraaf.property.draw.RandomScalars;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.draw.RandomVariables;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;
import org.junit.jupiter.api.Test;

/// A search with a condition finds of what is searched, which is open to everybody, just what a
/// list with this condition shows the caller, in the order of the search without it; or it is
/// refused as the list is.
///
/// That lists are right is shown by [AnswersEqualVisibleGraphTest]. `-Dsearch.graphs`,
/// `-Dsearch.questions` and `-Dsearch.seed` set how many cases are drawn, and from which seed on.
@EmptiesDatabase
class SearchAsCallerTest {
  private static final int GRAPHS = Integer.getInteger("search.graphs", 3);
  private static final int QUESTIONS = Integer.getInteger("search.questions", 10);
  private static final long SEED = Long.getLong("search.seed", 1);
  private static final List<String> SEARCHED =
      List.of("Provider", "Referrer", "Product", "Segment");
  private static final List<String> ROLES =
      List.of("", "MUNICIPALITY", "PROVIDER", "LOCAL_TEAM", "SCHOOL", "ANALYST", "YOUTH");

  private final ApiSchema api = ApiSchema.builtIn();
  private final GraphQLSchema schema = new Reference(api.model(), api.text()).schema();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  private final RulesAsWritten book = RulesAsWritten.read(api.model());
  private int found;
  private int refused;

  @Test
  void aSearchFindsWhatAListShows() {
    var bolt = TestDatabase.constrained();
    var engine = EngineAnswers.guarded(Planner.of(api), UnaryOperator.identity(), bolt);
    for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
      var graph = RandomGraph.ofPersons(api.model(), seed, today);
      GraphWriter.write(graph, bolt);
      for (int i = 0; i < QUESTIONS; i++) {
        check(
            engine, graph, new RandomSource(seed * 1_000 + i), "seed " + seed + ", question " + i);
      }
    }
    GraphWriter.clear(bolt);
    assertTrue(found > QUESTIONS / 4, "found " + found);
    assertTrue(refused > 0, "refused " + refused);
  }

  private void check(EngineAnswers engine, Graph graph, RandomSource draw, String message) {
    var random = new RandomCaller(book, draw);
    var role = draw.from(ROLES);
    var organisation = random.organisations(role, graph).stream().findFirst().orElse("");
    var caller = RandomCaller.of(role, organisation, random.purpose(role));
    var type = api.model().node(draw.from(SEARCHED));
    var definition = schema.getObjectType("Query").getFieldDefinition(type.plural());
    var menu = new Drawable(GraphContents.in(api.model(), graph), ExcludedFeatures.and(Set.of()));
    var input =
        new RandomInput(draw, new RandomScalars(draw, graph), menu, new RandomVariables(draw));
    var drawn = Literal.text(input.literal(definition.getArgument("where").getType()));
    var where = draw.chance(50) ? drawn : "{NOT: " + drawn + "}";
    var phrase = phrase(graph, type.name(), draw);
    var day = draw.chance(50) ? ", asOf: \"" + today.plusDays(draw.between(-5, 5)) + "\"" : "";
    var search =
        "query ($phrase: String!) { it: %sSearch(phrase: $phrase%s) { totalCount edges { node {"
            + " id } } } }";
    var all = ids(engine, search.formatted(type.plural(), day), phrase, Caller.NOBODY);
    var listed =
        ids(
            engine,
            "{ it: %s(where: %s%s) { id } }".formatted(type.plural(), where, day),
            "",
            caller);
    var some =
        ids(engine, search.formatted(type.plural(), ", where: " + where + day), phrase, caller);
    var expected = listed.map(shown -> all.orElseThrow().stream().filter(shown::contains).toList());
    assertEquals(expected, some, () -> message + ": " + caller + " " + phrase + " " + where + day);
    found += some.map(List::size).orElse(0);
    refused += some.isEmpty() ? 1 : 0;
  }

  /// A word that the index keeps: not a single letter, which may be an English stop word.
  private static final Pattern KEPT = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{2}");

  /// Returns the name or key of a node, or a word that is hardly there.
  private static String phrase(Graph graph, String type, RandomSource draw) {
    var words = new TreeSet<String>(Set.of("nowhere"));
    for (var node : graph.nodes()) {
      if (node.type().name().equals(type)) {
        words.add(String.valueOf(node.key()));
        if (node.properties().get("name") instanceof String name
            && KEPT.matcher(name).find()) {
          words.add(name);
        }
      }
    }
    return draw.from(List.copyOf(words));
  }

  /// Returns the ids that are found, or nothing where the caller is refused.
  private static Optional<List<String>> ids(
      EngineAnswers engine, String document, String phrase, Caller caller) {
    var variables =
        phrase.isEmpty() ? Map.<String, Object>of() : Map.<String, Object>of("phrase", phrase);
    try {
      var answer =
          engine.response(new Operation(document, "", new LinkedHashMap<>(variables)), caller);
      assertTrue(!answer.has("errors"), () -> document + " " + answer);
      var it = answer.path("data").path("it");
      var ids = new ArrayList<String>();
      for (var one : it.isArray() ? it : it.path("edges")) {
        ids.add((one.has("node") ? one.path("node") : one).path("id").asText());
      }
      assertEquals(it.path("totalCount").asInt(ids.size()), ids.size());
      return Optional.of(ids);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }
}
