package nl.jeugdgraaf.property.visible;

import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.EngineAnswers;
import nl.jeugdgraaf.property.GraphWriter;
import nl.jeugdgraaf.property.draw.GraphContents;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomOperation;
import nl.jeugdgraaf.property.draw.RandomOperation.Source;
import nl.jeugdgraaf.property.draw.RandomSource;
import nl.jeugdgraaf.property.draw.Shrinker;
import nl.jeugdgraaf.property.reference.Graph;
import nl.jeugdgraaf.property.reference.Reference;

/// Compares what the engine answers a caller with what the reference answers over the part of the
/// graph that the caller may see.
///
/// A round is for one role and purpose: some operations, each asked over several graphs, for
/// several organisations and on several days, so that the database plans each statement once. An
/// operation that is not answered in time, because its groups are too many, is not asked again.
final class VisibleRound {
  private static final List<String> ROLES =
      List.of(
          "MUNICIPALITY",
          "LOCAL_TEAM",
          "CERTIFIED_INSTITUTION",
          "PROVIDER",
          "NETWORK_PARTNER",
          "SCHOOL",
          "REFERRER",
          "YOUTH",
          "",
          "PROVIDER",
          "MUNICIPALITY",
          "STEWARD",
          "NETWORK_PARTNER",
          "LOCAL_TEAM",
          "CERTIFIED_INSTITUTION",
          "ANALYST",
          "REFERRER",
          "SCHOOL",
          "YOUTH",
          "REGION_OFFICE",
          "PROVIDER",
          "LOG_OFFICER");
  private static final Set<String> PERSONS =
      Set.of(
          "Youth",
          "Family",
          "Measure",
          "Trajectory",
          "Analysis",
          "Plan",
          "Meeting",
          "BigFiveStatus",
          "Delivery",
          "Finding");

  /// Types of which no rule speaks.
  private static final Set<String> DISTANT =
      Set.of(
          "Segment",
          "Cluster",
          "Product",
          "Module",
          "Goal",
          "Provision",
          "ExpertTeam",
          "Indicator",
          "Agreement",
          "Clause",
          "Region",
          "Source",
          "Criterion",
          "SafetyPartner");

  /// Where operations about persons start.
  static final Set<String> AT_PERSONS =
      Stream.concat(PERSONS.stream(), Stream.of("Statement", "RegieHolder"))
          .collect(Collectors.toSet());

  /// Where operations start that reach persons from others.
  static final Set<String> AT_OTHERS =
      Set.of("Municipality", "Provider", "Referrer", "School", "Network", "Organisation");

  private static final int OPERATIONS_MAX = 100_000;

  private final RulesAsWritten book;
  private final Map<Model, GraphQLSchema> shown = new HashMap<>();
  private final Model model;
  private final Set<String> roots;
  private final Reference reference;
  private final RecordedYouths record;
  private final LocalDate today;
  private final Tally tally = new Tally();
  private Optional<Seen> last = Optional.empty();

  /// @param model the graph
  /// @param today on which is asked
  /// @param roots types at which most operations start
  VisibleRound(Model model, LocalDate today, Set<String> roots) {
    this.model = model;
    this.roots = roots;
    this.book = RulesAsWritten.read(model);
    this.reference = new Reference(model, ApiSchema.of(model).text());
    this.record = new RecordedYouths(reference, model, ApiSchema.builtIn().access());
    this.today = today;
  }

  /// What a caller sees of a graph.
  private record Seen(Graph graph, ReferencePermissions sight, Graph visible) {
    @SuppressWarnings("ReferenceEquality") // what is equal is still cut anew
    boolean isOf(Case one) {
      return one.graph() == graph && one.sight() == sight;
    }
  }

  /// How much is drawn in a round.
  ///
  /// @param graphs how many graphs
  /// @param operations how many operations
  /// @param organisations how many callers over each graph
  /// @param days on how many days each asks
  record Size(int graphs, int operations, int organisations, int days) {}

  /// What was compared so far.
  static final class Tally {
    int cases;
    int refused;
    int late;
    int partly;
    int telling;
    int operations;

    @Override
    public String toString() {
      return "%d cases of %d operations; %d refused; %d not answered in time; in %d the caller sees some persons and not all; in %d the answer is not empty"
          .formatted(cases, operations, refused, late, partly, telling);
    }
  }

  /// One case.
  ///
  /// @param graph the whole graph
  /// @param operation what is asked
  /// @param sight who asks
  record Case(Graph graph, Operation operation, ReferencePermissions sight) {
    String text() {
      return sight.caller() + (sight.demo() ? " in demo mode" : "") + "\n" + operation.text();
    }
  }

  /// Returns the seed of one of the rounds of a role.
  static long seed(String role, int round) {
    return ROLES.indexOf(role) + (long) (round + 1) * ROLES.size();
  }

  /// Returns the seed of a later round of the same role.
  static long next(long seed, int rounds) {
    return seed + (long) rounds * ROLES.size();
  }

  Tally tally() {
    return tally;
  }

  /// Returns the first case of a round in which the engine is wrong, if there is one.
  Optional<Case> first(long seed, Size size, EngineAnswers engine) {
    return first(seed, size, engine.bolt(), found -> difference(found, engine).isPresent());
  }

  /// Returns the first case of a round that is wrong, if there is one.
  Optional<Case> first(long seed, Size size, Bolt bolt, Predicate<Case> isWrong) {
    var draw = new RandomSource(seed);
    var role = ROLES.get((int) (seed % ROLES.size()));
    var caller = RandomCaller.of(role, "any", new RandomCaller(book, draw).purpose(role));
    var asked = new ArrayList<Asked>();
    int drawn = 0;
    for (int i = 0; i < size.graphs(); i++) {
      var graph =
          record.keepingPromises(RandomGraph.ofPersons(model, seed * OPERATIONS_MAX + i, today));
      GraphWriter.write(graph, bolt);
      while (asked.size() < size.operations()) {
        asked.add(asked(graph, caller, seed * OPERATIONS_MAX + drawn++));
        tally.operations++;
      }
      for (var organisation : organisations(caller, graph, draw, size.organisations())) {
        var sight =
            new ReferencePermissions(
                book, RandomCaller.of(role, organisation, caller.purpose()), true);
        for (var each : List.copyOf(asked)) {
          var late = tally.late;
          for (int days = 0; days < size.days() && tally.late == late; days++) {
            var one = days == 0 ? each : each.on(day(draw));
            for (var operation : new LinkedHashSet<>(List.of(one.operation(), one.fewer(draw)))) {
              var found = new Case(graph, operation, sight);
              if (isWrong.test(found)) {
                return Optional.of(found);
              }
            }
          }
          if (tally.late > late) {
            asked.remove(each);
          }
        }
      }
    }
    return Optional.empty();
  }

  private LocalDate day(RandomSource draw) {
    return today.plusDays(draw.chance(90) ? draw.between(-5, 5) : draw.between(-400, 400));
  }

  /// An operation of which the fields at the root name a day, or ask about today.
  private record Asked(Operation operation, LocalDate asOf) {
    private static final String DAY = "asOf: \"";

    Operation fewer(RandomSource draw) {
      return operation.withoutSomeConditions(draw);
    }

    Asked on(LocalDate other) {
      var document = operation.document().replace(DAY + asOf, DAY + other);
      return new Asked(new Operation(document, operation.name(), operation.variables()), other);
    }
  }

  /// Draws an operation: most are allowed and about persons, some about all there is.
  private Asked asked(Graph graph, Caller caller, long seed) {
    var draw = new RandomSource(seed);
    var sight = new ReferencePermissions(book, caller, true);
    var given = draw.chance(85) ? Optional.of(day(draw)) : Optional.<LocalDate>empty();
    var there = draw.chance(50) ? graph : VisibleGraph.of(model, graph, sight);
    var source =
        draw.chance(20)
            ? new Source(reference.schema(), there, GraphContents.in(model, there))
            : source(new ShownModel(model, sight, DISTANT).model(), there);
    return new Asked(RandomOperation.from(source, seed, given), given.orElse(today));
  }

  private Source source(Model part, Graph graph) {
    var schema =
        shown.computeIfAbsent(part, key -> new Reference(key, ApiSchema.of(key).text()).schema());
    var there = ShownModel.graph(part, graph);
    return new Source(schema, there, GraphContents.in(part, there).fromRootsOf(model, roots));
  }

  /// Returns organisations that ask: first one that sees some persons and not all, if there is one.
  private List<String> organisations(Caller caller, Graph graph, RandomSource draw, int most) {
    var all = new RandomCaller(book, draw).organisations(caller.role(), graph);
    var chosen = new ArrayList<String>();
    all.stream()
        .filter(organisation -> {
          var one = RandomCaller.of(caller.role(), organisation, caller.purpose());
          return isPart(graph, new ReferencePermissions(book, one, true));
        })
        .limit(Math.max(1, most - 1))
        .forEach(chosen::add);
    all.stream()
        .filter(organisation -> !chosen.contains(organisation))
        .limit(most - chosen.size())
        .forEach(chosen::add);
    return chosen.isEmpty() ? List.of("") : chosen;
  }

  private boolean isPart(Graph graph, ReferencePermissions sight) {
    var seen = persons(VisibleGraph.of(model, graph, sight));
    return seen > 0 && seen < persons(graph);
  }

  private static long persons(Graph graph) {
    return graph.nodes().stream().filter(node -> PERSONS.contains(node.type().name())).count();
  }

  /// Returns in what the engine is wrong, if in anything.
  Optional<String> difference(Case one, EngineAnswers engine) {
    var touched = new TouchedFields(model, one.sight(), new TreeSet<>());
    var verdict = ExpectedRefusal.of(reference.schema(), touched, one.operation());
    engine.recorded().clear();
    var answer = engine.answer(one.operation(), one.sight().caller());
    var visible = visible(one);
    var shown = persons(visible);
    tally.cases++;
    tally.partly += shown > 0 && shown < persons(one.graph()) ? 1 : 0;
    if (answer.isForbidden()) {
      tally.refused++;
      return verdict.allows()
          ? Optional.of("refused, though it touches nothing hidden: " + answer.data())
          : Optional.empty();
    }
    if (answer.isLate()) {
      tally.late++;
      return Optional.empty();
    }
    if (!verdict.read().isEmpty()) {
      return Optional.of("answered, though it touches " + verdict.read());
    }
    var expected = reference.answer(one.operation(), visible);
    tally.telling += expected.data().length() > 80 ? 1 : 0;
    return expected
        .difference(answer)
        .map(difference -> difference + "\nexpected " + expected + "\nactual   " + answer)
        .or(() -> record.difference(one.operation(), visible, one.graph(), engine.recorded()));
  }

  private Graph visible(Case one) {
    var known = last.filter(seen -> seen.isOf(one)).map(Seen::visible);
    var visible = known.orElseGet(() -> VisibleGraph.of(model, one.graph(), one.sight()));
    last = Optional.of(new Seen(one.graph(), one.sight(), visible));
    return visible;
  }

  /// Returns the case with everything left out that does not matter.
  Case smallest(Case failing, EngineAnswers engine) {
    var graph =
        new Shrinker(reference.schema())
            .graph(
                failing.graph(),
                smaller -> fails(new Case(smaller, failing.operation(), failing.sight()), engine));
    GraphWriter.write(graph, engine.bolt());
    var operation =
        new Shrinker(reference.schema())
            .operation(
                failing.operation(),
                smaller ->
                    difference(new Case(graph, smaller, failing.sight()), engine).isPresent());
    return new Case(graph, operation, failing.sight());
  }

  private boolean fails(Case one, EngineAnswers engine) {
    GraphWriter.write(one.graph(), engine.bolt());
    return difference(one, engine).isPresent();
  }
}
