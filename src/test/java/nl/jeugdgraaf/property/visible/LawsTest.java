package nl.jeugdgraaf.property.visible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.plan.GuardRelaxation;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.Outcome;
import nl.jeugdgraaf.property.visible.VisibleRound.Size;
import nl.jeugdgraaf.rewrite.Law;
import nl.jeugdgraaf.rewrite.Rewriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A law changes what an answer costs and nothing else: drawn operations of drawn callers give the
/// same answer under no law, under all laws, under each law alone and with each law left out. A
/// wrong law does not stay unseen.
///
/// Each different statement is sent once; an operation for which no choice matters is not sent.
/// `-Dlaws.rounds=200` draws more.
@EmptiesDatabase
class LawsTest {
  private static final int ROUNDS = Integer.getInteger("laws.rounds", 6);
  private static final int WRONG_LAW_ROUNDS = 8;
  private static final Size SIZE = new Size(1, 4, 1, 1);
  private static final List<String> ROLES =
      List.of("PROVIDER", "MUNICIPALITY", "LOCAL_TEAM", "NETWORK_PARTNER", "SCHOOL");

  private static final ApiSchema API = ApiSchema.builtIn();

  private final VisibleRound rounds =
      new VisibleRound(
          API.model(), LocalDate.now(ZoneId.of("Europe/Amsterdam")), VisibleRound.AT_PERSONS);

  @BeforeAll
  static void database() {
    TestDatabase.constrained();
  }

  @AfterAll
  static void clear() {
    GraphWriter.clear(TestDatabase.shared());
  }

  @Test
  void everyChoiceOfLawsGivesTheSameAnswer() {
    var choices = engines(choices(Rewriter.ALL_LAWS.laws()));
    var drawn = new Choices();
    assertEquals(Optional.empty(), firstDifference(choices, ROUNDS, drawn));
    System.out.println(drawn);
    assertTrue(drawn.changed > 0, drawn::toString);
  }

  /// Laws that are wrong on purpose.
  enum WrongLaw implements Law {
    /// Takes guards off the nodes that hops lead to.
    FORGETS_GUARDS {
      @Override
      Rows wrong(Rows rows) {
        return rows instanceof Rows.Expand(var source, var hop)
            ? new Rows.Expand(
                source,
                hop.isChain()
                    ? UnguardedChains.unguarded(hop)
                    : GuardRelaxation.withGuard(hop, Predicate.Always.TRUE))
            : rows;
      }
    },
    /// Repeats nodes that are found in several ways.
    FORGETS_DISTINCT {
      @Override
      Rows wrong(Rows rows) {
        return rows instanceof Rows.Distinct(var source, _, _) ? source : rows;
      }
    },
    /// Keeps rows that do not fit.
    FORGETS_FILTERS {
      @Override
      Rows wrong(Rows rows) {
        return rows instanceof Rows.Filter(var source, _) ? source : rows;
      }
    };

    abstract Rows wrong(Rows rows);

    private Rows everywhere(Rows rows) {
      return wrong(rows.mapChildren(this::everywhere));
    }

    @Override
    public Projection apply(Projection query) {
      return query.withRows(everywhere(query.rows()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongLawIsFound(WrongLaw wrong) {
    var all = Rewriter.ALL_LAWS.laws();
    var laws = new ArrayList<Law>(all);
    laws.add(wrong);
    var choices = new LinkedHashMap<String, Rewriter>();
    choices.put("right", new Rewriter(all));
    choices.put("wrong", new Rewriter(laws));
    var found = firstDifference(engines(choices), WRONG_LAW_ROUNDS, new Choices());
    assertTrue(found.isPresent(), () -> wrong + " was not found");
  }

  private static SequencedMap<String, Rewriter> choices(List<Law> laws) {
    var choices = new LinkedHashMap<String, Rewriter>();
    choices.put("no law", new Rewriter(List.of()));
    choices.put("all laws", new Rewriter(laws));
    for (var law : laws) {
      var others = new ArrayList<>(laws);
      others.remove(law);
      choices.put("only " + law, new Rewriter(List.of(law)));
      choices.put("all but " + law, new Rewriter(others));
    }
    return choices;
  }

  private static SequencedMap<String, EngineAnswers> engines(Map<String, Rewriter> choices) {
    Bolt bolt = TestDatabase.shared();
    var engines = new LinkedHashMap<String, EngineAnswers>();
    choices.forEach((name, rewriter) -> {
      var planner = new Planner(new Compiler(API), rewriter);
      engines.put(name, EngineAnswers.guarded(planner, UnaryOperator.identity(), bolt));
    });
    return engines;
  }

  /// How much the choice of laws mattered.
  private static final class Choices {
    int operations;
    int changed;
    int statements;

    @Override
    public String toString() {
      return "%d operations; %d of them have different statements, %d in all"
          .formatted(operations, changed, statements);
    }
  }

  private Optional<String> firstDifference(
      SequencedMap<String, EngineAnswers> choices, int most, Choices drawn) {
    var found = new ArrayList<String>();
    for (int round = 0; round < most && found.isEmpty(); round++) {
      var seed = VisibleRound.seed(ROLES.get(round % ROLES.size()), round / ROLES.size());
      rounds.first(
          seed,
          SIZE,
          TestDatabase.shared(),
          one -> {
            difference(one, choices, drawn).ifPresent(found::add);
            return !found.isEmpty();
          });
    }
    return found.stream().findFirst();
  }

  private static Optional<String> difference(
      VisibleRound.Case one, SequencedMap<String, EngineAnswers> choices, Choices drawn) {
    var caller = one.sight().caller();
    var byStatement = new LinkedHashMap<String, String>();
    try {
      choices.forEach((name, engine) ->
          byStatement.putIfAbsent(engine.statement(one.operation(), caller), name));
    } catch (ProblemException _) {
      return Optional.empty();
    }
    drawn.operations++;
    if (byStatement.size() == 1) {
      return Optional.empty();
    }
    drawn.changed++;
    drawn.statements += byStatement.size();
    var names = List.copyOf(byStatement.values());
    var expected = answer(one, choices.get(names.getFirst()));
    for (var name : names.subList(1, names.size())) {
      var answer = answer(one, choices.get(name));
      var difference =
          expected.isLate() || answer.isLate()
              ? Optional.<String>empty()
              : expected.difference(answer);
      if (difference.isPresent()) {
        return Optional.of(
            "%s and %s: %s\n%s".formatted(names.getFirst(), name, difference.get(), one.text()));
      }
    }
    return Optional.empty();
  }

  private static Outcome answer(VisibleRound.Case one, @Nullable EngineAnswers engine) {
    return Objects.requireNonNull(engine).answer(one.operation(), one.sight().caller());
  }
}
