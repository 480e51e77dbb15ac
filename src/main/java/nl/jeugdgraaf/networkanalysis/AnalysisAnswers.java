package nl.jeugdgraaf.networkanalysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.jeugdgraaf.api.ServiceFields;
import nl.jeugdgraaf.networkanalysis.HelpedYouths.Shared;
import nl.jeugdgraaf.networkanalysis.Supply.Alone;
import nl.jeugdgraaf.networkanalysis.Supply.Place;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Answers the fields of one `networkAnalysis`. For one thread.
final class AnalysisAnswers implements ServiceFields.Answers {
  private static final String CONTRACTS = "CONTRACTS";
  private static final String DELIVERIES = "DELIVERIES";

  private final NetworkAnalyses analyses;
  private final Scope scope;
  private final VisibleData data;
  private final HelpedYouths youths;
  private @Nullable Supply supply;

  AnalysisAnswers(NetworkAnalyses analyses, Scope scope, VisibleData data) {
    this.analyses = analyses;
    this.scope = scope;
    this.data = data;
    this.youths = new HelpedYouths(analyses.documents(), scope, data);
  }

  @Override
  public Object answer(String field, Map<String, Object> arguments) {
    return switch (field) {
      case "on" -> scope.day();
      case "network" -> network(kind(arguments));
      case "coverage" -> supply().coverage().stream().map(this::shown).toList();
      case "concentration" ->
          concentration(kind(arguments)).stream().map(Concentration::shown).toList();
      case "singlePointsOfFailure" -> shown(supply(), supply().alone());
      case "substitutes" -> {
        var provider = provider(arguments);
        yield substitutes(provider, contracted(provider, Optional.empty()));
      }
      case "whatIf" -> whatIf(provider(arguments), Scope.id(arguments, "product", "Product"));
      default -> throw new Bug("no analysis " + field);
    };
  }

  private static String kind(Map<String, Object> arguments) {
    return String.valueOf(arguments.get("of"));
  }

  private Supply supply() {
    var read = supply;
    if (read == null) {
      read = Supply.of(data.read(analyses.documents().text(Documents.SUPPLY), scope.variables()));
      supply = read;
    }
    return read;
  }

  private Map<String, @Nullable Object> network(String kind) {
    var shared = kind.equals(DELIVERIES) ? youths.network() : affiliations(kind);
    var measures = analyses.measures(shared.network());
    var shown = new HashMap<String, @Nullable Object>();
    shown.put("kind", kind);
    shown.put("on", shared.on().orElseGet(scope::day));
    shown.put("published", shared.on().isPresent());
    shown.put("suppressed", shared.suppressed());
    shown.put("communities", measures.communities());
    shown.put("components", measures.components());
    var actors = shared.network().actors();
    shown.put(
        "actors",
        IntStream.range(0, actors.size())
            .mapToObj(place -> shown(actors.get(place), measures.actors().get(place)))
            .toList());
    shown.put(
        "ties",
        shared.network().ties().stream()
            .map(tie ->
                Map.of(
                    "first", actors.get(tie.first()).id(),
                    "second", actors.get(tie.second()).id(),
                    "weight", tie.weight()))
            .toList());
    return shown;
  }

  private Shared affiliations(String kind) {
    if (scope.segment().isPresent() && !analyses.documents().takes(kind, "segment")) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "The network %s has no segments. Leave segment out.".formatted(kind));
    }
    var answer = data.read(analyses.documents().text(kind), scope.variables());
    return new Shared(Network.project(Network.affiliated(answer)), Optional.empty(), 0);
  }

  private static Map<String, Object> shown(
      NamedNode actor, NetworkMeasures.ActorMeasures measures) {
    var shown = new LinkedHashMap<String, Object>(actor.shown());
    shown.put("degree", measures.centrality().degree());
    shown.put("weightedDegree", measures.centrality().weightedDegree());
    shown.put("betweenness", measures.centrality().betweenness());
    shown.put("pageRank", measures.centrality().pageRank());
    shown.put("community", measures.community());
    shown.put("component", measures.component());
    shown.put("cutPoint", measures.cutPoint());
    shown.put("x", measures.position().x());
    shown.put("y", measures.position().y());
    return shown;
  }

  private List<Concentration> concentration(String kind) {
    return switch (kind) {
      case DELIVERIES -> youths.concentration(supply());
      case CONTRACTS ->
          supply().productsBySegment().entrySet().stream()
              .filter(segment -> supply().names().containsKey(segment.getKey()))
              .map(segment ->
                  Concentration.of(
                      node(segment.getKey()), new ArrayList<>(segment.getValue().values())))
              .toList();
      default ->
          throw new ProblemException(
              Code.BAD_USER_INPUT,
              "The network %s has no shares. Ask for CONTRACTS or DELIVERIES.".formatted(kind));
    };
  }

  private NamedNode provider(Map<String, Object> arguments) {
    var id = Scope.id(arguments, "provider", "Provider").orElseThrow();
    return supply()
        .find(id)
        .orElseThrow(() ->
            new ProblemException(
                Code.BAD_USER_INPUT,
                "provider has no contract here on this day. Ask on another day, or leave region"
                    + " and segment out."));
  }

  /// Returns the products for which a provider is contracted, or one of them.
  private Collection<String> contracted(NamedNode provider, Optional<String> only) {
    var products = supply().contracts().getOrDefault(provider.id(), Set.of());
    if (only.isEmpty()) {
      return products;
    }
    return supply()
        .find(only.get())
        .filter(product -> products.contains(product.id()))
        .map(product -> List.of(product.id()))
        .orElseThrow(() ->
            new ProblemException(
                Code.BAD_USER_INPUT,
                "provider is not contracted for product here on this day. Name another, or none."));
  }

  private List<Map<String, Object>> substitutes(NamedNode provider, Collection<String> products) {
    var found = new ArrayList<Map<String, Object>>();
    supply()
        .substitutes(provider.id(), products)
        .forEach((other, shared) ->
            found.add(
                Map.of(
                    "provider", node(other).shown(),
                    "products", nodes(shared),
                    "share", (double) shared.size() / products.size())));
    return found;
  }

  private Map<String, @Nullable Object> whatIf(NamedNode provider, Optional<String> product) {
    var products = contracted(provider, product);
    var left = supply().without(provider.id(), products);
    var before = supply().alone();
    var lost = before.getOrDefault(provider.id(), new Alone(Set.of(), Set.of()));
    var shown = new HashMap<String, @Nullable Object>();
    shown.put("provider", provider.shown());
    shown.put("lostProducts", nodes(lost.products().stream().filter(products::contains).toList()));
    var uncovered = new ArrayList<>(left.coverage());
    uncovered.removeIf(it -> !it.providers().isEmpty() || !lost.places().contains(it.place()));
    shown.put("lostCoverage", uncovered.stream().map(this::shown).toList());
    shown.put("youths", youths.touched(provider, product).orElse(null));
    shown.put("substitutes", substitutes(provider, products));
    shown.put("nextSinglePoints", shown(left, news(before, left.alone())));
    return shown;
  }

  /// Returns what was not so before.
  private static Map<String, Alone> news(Map<String, Alone> before, Map<String, Alone> after) {
    var news = new LinkedHashMap<String, Alone>();
    after.forEach((provider, alone) -> {
      var known = before.getOrDefault(provider, new Alone(Set.of(), Set.of()));
      var products = alone.products().stream().filter(it -> !known.products().contains(it));
      var places = alone.places().stream().filter(it -> !known.places().contains(it));
      var added =
          new Alone(new LinkedHashSet<>(products.toList()), new LinkedHashSet<>(places.toList()));
      if (!added.products().isEmpty() || !added.places().isEmpty()) {
        news.put(provider, added);
      }
    });
    return news;
  }

  private Map<String, Object> shown(Supply.Coverage coverage) {
    var shown = new LinkedHashMap<String, Object>(shown(coverage.place()));
    shown.put("stated", !supply().regional().containsKey(coverage.place().municipality()));
    shown.put("productCount", coverage.products().size());
    shown.put("providerCount", coverage.providers().size());
    shown.put("providers", nodes(coverage.providers()));
    shown.put("uncovered", nodes(coverage.uncovered()));
    return shown;
  }

  private List<Map<String, Object>> shown(Supply all, Map<String, Alone> alone) {
    var coverage = new HashMap<Place, Supply.Coverage>();
    all.coverage().forEach(covered -> coverage.put(covered.place(), covered));
    return alone.entrySet().stream()
        .map(it ->
            Map.<String, Object>of(
                "provider", node(it.getKey()).shown(),
                "products", nodes(it.getValue().products()),
                "coverage",
                    it.getValue().places().stream().map(coverage::get).map(this::shown).toList()))
        .toList();
  }

  private Map<String, Object> shown(Place place) {
    return Map.of(
        "segment", node(place.segment()).shown(),
        "municipality", node(place.municipality()).shown());
  }

  private NamedNode node(String id) {
    return Objects.requireNonNullElseGet(supply().names().get(id), () -> new NamedNode(id, ""));
  }

  private List<Map<String, Object>> nodes(Collection<String> ids) {
    return ids.stream().map(id -> node(id).shown()).toList();
  }
}
