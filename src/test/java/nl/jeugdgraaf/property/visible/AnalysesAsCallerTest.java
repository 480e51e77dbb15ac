package nl.jeugdgraaf.property.visible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.clock.FixedDay;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.networkanalysis.NetworkAnalyses;
import nl.jeugdgraaf.networkanalysis.PublishedTable;
import nl.jeugdgraaf.networkanalysis.VisibleData;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.NormalForm;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.property.reference.ReferenceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An analysis tells a caller just what it tells about the part of the graph that the caller may
/// see; or it is refused, where that part may not be asked.
///
/// `-Danalyses.graphs` and `-Danalyses.seed` set how many graphs are drawn, and from which seed on.
@EmptiesDatabase
class AnalysesAsCallerTest {
  private static final int GRAPHS = Integer.getInteger("analyses.graphs", 4);
  private static final long SEED = Long.getLong("analyses.seed", 1);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final List<String> ROLES =
      List.of("", "MUNICIPALITY", "PROVIDER", "NETWORK_PARTNER", "LOCAL_TEAM", "SCHOOL", "STEWARD");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static FixedDay day;

  private final ApiSchema api = ApiSchema.builtIn();
  private final Reference reference = new Reference(api.model(), api.text());
  private final RulesAsWritten book = RulesAsWritten.read(api.model());
  private final NetworkAnalyses analyses = new NetworkAnalyses();
  private int told;
  private int refused;
  private int partly;

  @BeforeAll
  static void database() {
    day = FixedDay.of(TODAY);
    TestDatabase.constrained();
  }

  @AfterAll
  static void clear() {
    GraphWriter.clear(TestDatabase.shared());
    day.close();
  }

  /// One field of `networkAnalysis`, for a caller, over a graph.
  private record Case(Graph graph, ReferencePermissions sight, Map<String, Object> scope) {}

  /// A field and its arguments.
  private record Question(String field, Map<String, Object> arguments) {}

  @Test
  void anAnalysisIsOfWhatTheCallerSees() {
    var engine =
        EngineAnswers.guarded(Planner.of(api), UnaryOperator.identity(), TestDatabase.shared());
    assertEquals(Optional.empty(), difference(engine, GRAPHS, ROLES));
    assertTrue(told > 10 * GRAPHS, "told " + told);
    assertTrue(refused > 0, "refused " + refused);
    assertTrue(partly > GRAPHS, "partly " + partly);
  }

  @Test
  void aHoleIsFound() {
    var hole = AccessHole.HOPS;
    var engine = EngineAnswers.guarded(hole.planner(api), hole::permissions, TestDatabase.shared());
    assertTrue(difference(engine, 10, ROLES).isPresent());
  }

  private Optional<String> difference(EngineAnswers engine, int graphs, List<String> roles) {
    for (long seed = SEED; seed < SEED + graphs; seed++) {
      var graph = RandomGraph.ofPersons(api.model(), seed, TODAY);
      GraphWriter.write(graph, engine.bolt());
      for (var role : roles) {
        var draw = new RandomSource(seed * 1_000 + roles.indexOf(role));
        var random = new RandomCaller(book, draw);
        var organisation = random.organisations(role, graph).stream().findFirst().orElse("");
        var caller = RandomCaller.of(role, organisation, random.purpose(role));
        var sight = new ReferencePermissions(book, caller, true);
        var scope = Map.<String, Object>of("asOf", TODAY.plusDays(draw.between(-4, 4)));
        var found = difference(engine, new Case(graph, sight, scope), draw);
        if (found.isPresent()) {
          return found.map(what -> "%s %s%n%s".formatted(caller, scope, what));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(EngineAnswers engine, Case one, RandomSource draw) {
    var visible = VisibleGraph.of(api.model(), one.graph(), one.sight());
    var expected = new ReferenceData(visible, one.sight());
    var actual = new EngineData(engine, one.sight());
    partly += visible.nodes().size() < one.graph().nodes().size() ? 1 : 0;
    for (var question : questions(one.graph(), draw)) {
      var wanted = told(one, question, expected);
      var found = told(one, question, actual);
      if (!wanted.equals(found)) {
        return Optional.of("%s%nexpected %s%nactual   %s".formatted(question, wanted, found));
      }
      if (wanted.startsWith("[FORBIDDEN") || wanted.startsWith("[PURPOSE")) {
        refused++;
      } else if (wanted.length() > 80) {
        told++;
      }
    }
    return Optional.empty();
  }

  private static List<Question> questions(Graph graph, RandomSource draw) {
    var all = new ArrayList<Question>();
    for (var kind : List.of("CONTRACTS", "PARTNERSHIPS", "DELIVERIES")) {
      all.add(new Question("network", Map.of("of", kind)));
    }
    for (var kind : List.of("CONTRACTS", "DELIVERIES")) {
      all.add(new Question("concentration", Map.of("of", kind)));
    }
    all.add(new Question("coverage", Map.of()));
    all.add(new Question("singlePointsOfFailure", Map.of()));
    var providers =
        graph.nodes().stream().filter(node -> node.type().name().equals("Provider")).toList();
    if (!providers.isEmpty()) {
      var provider = draw.from(providers);
      var id = ReferenceId.of(provider);
      all.add(new Question("substitutes", Map.of("provider", id)));
      all.add(new Question("whatIf", Map.of("provider", id)));
    }
    return all;
  }

  private String told(Case one, Question question, VisibleData data) {
    try {
      var answers = analyses.of(one.scope(), data);
      return NormalForm.of(text(answers.answer(question.field(), question.arguments())));
    } catch (ProblemException e) {
      var codes = new TreeMap<String, String>();
      e.problems().forEach(problem -> codes.put(problem.code().name(), ""));
      return codes.keySet().toString();
    }
  }

  /// Returns what an analysis gives with its days as text.
  private static @Nullable Object text(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var all = new TreeMap<String, @Nullable Object>();
        map.forEach((key, each) -> all.put(String.valueOf(key), text(each)));
        yield all;
      }
      case List<?> list -> list.stream().map(AnalysesAsCallerTest::text).toList();
      case LocalDate date -> date.toString();
      case null, default -> value;
    };
  }

  private static Operation operation(String document, Map<String, @Nullable Object> variables) {
    return new Operation(document, "", new LinkedHashMap<>(variables));
  }

  /// Rows alone: drawn graphs have no published statistics.
  private interface RowsOnly extends VisibleData {
    @Override
    default boolean mayAskStatistics() {
      return false;
    }

    @Override
    default Optional<PublishedTable> statistics(
        String table, LocalDate on, Optional<String> region) {
      return Optional.empty();
    }
  }

  /// What the engine lets a caller see.
  private record EngineData(EngineAnswers engine, ReferencePermissions sight) implements RowsOnly {
    @Override
    public JsonNode read(String document, Map<String, @Nullable Object> variables) {
      return engine.response(operation(document, variables), sight.caller()).path("data");
    }

    @Override
    public boolean mayRead(String document, Map<String, @Nullable Object> variables) {
      try {
        engine.statement(operation(document, variables), sight.caller());
        return true;
      } catch (ProblemException e) {
        return false;
      }
    }
  }

  /// What the reference says of what is left when all is cut away that a caller may not see.
  private final class ReferenceData implements RowsOnly {
    private final Graph visible;
    private final ReferencePermissions sight;

    ReferenceData(Graph visible, ReferencePermissions sight) {
      this.visible = visible;
      this.sight = sight;
    }

    @Override
    public JsonNode read(String document, Map<String, @Nullable Object> variables) {
      if (!mayRead(document, variables)) {
        throw new ProblemException(Code.FORBIDDEN, "not for " + sight.caller());
      }
      try {
        return JSON.readTree(reference.answer(operation(document, variables), visible).data());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean mayRead(String document, Map<String, @Nullable Object> variables) {
      var touched = new TouchedFields(api.model(), sight, new TreeSet<>());
      return ExpectedRefusal.of(reference.schema(), touched, operation(document, variables))
          .allows();
    }
  }
}
