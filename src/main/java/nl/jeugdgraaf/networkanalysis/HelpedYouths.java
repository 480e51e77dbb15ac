package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.networkanalysis.Network.Tie;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Who helps which youths: from deliveries for callers who may see them, else from published
/// statistics for those who may ask them.
///
/// @param documents how the graph is read
/// @param scope what is asked about
/// @param data what the caller may see
record HelpedYouths(Documents documents, Scope scope, VisibleData data) {
  private static final String PAIRS = "PAIRS_OF_PROVIDERS";
  private static final String BY_PROVIDER = "YOUTHS_WITH_HELP_BY_PROVIDER";
  private static final String BY_SEGMENT = "YOUTHS_WITH_HELP_BY_SEGMENT_AND_PROVIDER";
  private static final String BY_MUNICIPALITY = "YOUTHS_WITH_HELP_BY_MUNICIPALITY_AND_PROVIDER";

  /// A network of help to the same youths.
  ///
  /// @param network its actors and ties
  /// @param on first day of the quarter of published numbers; nothing where it was read from
  ///   deliveries
  /// @param suppressed ties of which the number is left out
  record Shared(Network network, Optional<LocalDate> on, int suppressed) {}

  /// {@return who helps the same youths}
  ///
  /// @throws ProblemException `FORBIDDEN` if the caller may know neither of the two
  Shared network() {
    var document = documents.text("DELIVERIES");
    if (data.mayRead(document, scope.variables())) {
      var actors = Network.affiliated(data.read(document, scope.variables()));
      return new Shared(Network.project(actors), Optional.empty(), 0);
    }
    if (data.mayAskStatistics() && scope.segment().isPresent()) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "Published numbers of who helps the same youths have no segments. Leave segment out.");
    }
    var table = published(PAIRS).orElseThrow(() -> refused(document));
    var pairs =
        table.cells().stream()
            .filter(cell -> cell.key().size() == 2 && !cell.key().contains(null))
            .toList();
    var keys = new TreeSet<String>();
    pairs.forEach(pair -> pair.key().forEach(key -> keys.add(String.valueOf(key))));
    var names = deliverers(keys);
    var actors = new ArrayList<>(new TreeMap<>(named(names)).values());
    var ties = new ArrayList<Tie>();
    for (var pair : pairs) {
      var one = actors.indexOf(names.get(pair.key().getFirst()));
      var other = actors.indexOf(names.get(pair.key().getLast()));
      if (pair.youths() != null && one >= 0 && other >= 0) {
        ties.add(new Tie(Math.min(one, other), Math.max(one, other), pair.youths().intValue()));
      }
    }
    var suppressed = pairs.stream().filter(pair -> pair.youths() == null).count();
    return new Shared(Network.of(actors, ties), Optional.of(table.on()), (int) suppressed);
  }

  private static Map<String, NamedNode> named(Map<String, NamedNode> byKey) {
    var byId = new HashMap<String, NamedNode>();
    byKey.values().forEach(node -> byId.put(node.id(), node));
    return byId;
  }

  /// {@return how far the help in each segment and in each municipality is in the hands of a few}
  ///
  /// @param supply knows the names of segments and municipalities
  /// @throws ProblemException `FORBIDDEN` if the caller may know neither of the two
  List<Concentration> concentration(Supply supply) {
    var document = documents.text(Documents.CONCENTRATION);
    if (data.mayRead(document, scope.variables())) {
      var read = data.read(document, scope.variables());
      var found = new ArrayList<Concentration>();
      List.of("bySegment", "byMunicipality")
          .forEach(groups -> found.addAll(concentration(read.path(groups).path("groups"))));
      return found;
    }
    var found = new ArrayList<Concentration>();
    found.addAll(published(BY_SEGMENT, supply, document));
    // No table has segments of municipalities by provider.
    if (scope.segment().isEmpty()) {
      found.addAll(published(BY_MUNICIPALITY, supply, document));
    }
    return found;
  }

  private static List<Concentration> concentration(JsonNode groups) {
    var places = new LinkedHashMap<String, NamedNode>();
    var numbers = new LinkedHashMap<String, List<@Nullable Long>>();
    for (var group : groups) {
      var place = group.path("key").findValue("place");
      if (place != null && place.isObject() && group.path("key").path("deliveredBy").isObject()) {
        var node = NamedNode.of(place);
        var key = NamedNode.key(node.id());
        places.putIfAbsent(key, node);
        numbers
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(group.path("countDistinct").path("youths").asLong());
      }
    }
    return places.entrySet().stream()
        .map(place ->
            Concentration.of(place.getValue(), numbers.getOrDefault(place.getKey(), List.of())))
        .toList();
  }

  /// Tables name segments by key and municipalities by name.
  private List<Concentration> published(String table, Supply supply, String document) {
    var named = new HashMap<String, NamedNode>();
    supply
        .names()
        .values()
        .forEach(node -> {
          switch (GlobalId.of(node.id()).map(GlobalId::type).orElse("")) {
            case "Segment" -> named.put(NamedNode.key(node.id()), node);
            case "Municipality" -> named.put(node.name(), node);
            default -> {}
          }
        });
    var numbers = new LinkedHashMap<NamedNode, List<@Nullable Long>>();
    for (var cell : published(table).orElseThrow(() -> refused(document)).cells()) {
      var place = named.get(Objects.requireNonNullElse(cell.key().getFirst(), ""));
      if (place != null && cell.key().getLast() != null) {
        numbers.computeIfAbsent(place, _ -> new ArrayList<>()).add(cell.youths());
      }
    }
    return numbers.entrySet().stream()
        .map(place -> Concentration.of(place.getKey(), place.getValue()))
        .toList();
  }

  /// Returns how many youths a provider helps, in the form of the public type `TouchedYouths`.
  ///
  /// @param provider the provider
  /// @param product id of the only product that counts
  /// @return the number; nothing where the caller may know it neither way
  Optional<Map<String, @Nullable Object>> touched(NamedNode provider, Optional<String> product) {
    var variables = new HashMap<String, @Nullable Object>(scope.variables());
    variables.put("provider", NamedNode.key(provider.id()));
    product.ifPresent(id -> variables.put("product", NamedNode.key(id)));
    var document = documents.text(Documents.TOUCHED);
    if (data.mayRead(document, variables)) {
      var youths = data.read(document, variables).findValue("youths");
      return Optional.of(touched(youths == null ? 0L : youths.asLong(), null, scope.day(), false));
    }
    // The table of providers has neither products nor segments.
    return product.isPresent() || scope.segment().isPresent()
        ? Optional.empty()
        : published(BY_PROVIDER)
            .map(table -> {
              var cell =
                  table.cells().stream()
                      .filter(it -> it.key().contains(NamedNode.key(provider.id())))
                      .findFirst();
              return touched(
                  cell.isEmpty() ? Long.valueOf(0) : cell.get().youths(),
                  cell.map(PublishedTable.Cell::suppressed).orElse(null),
                  table.on(),
                  true);
            });
  }

  private static Map<String, @Nullable Object> touched(
      @Nullable Long value, @Nullable String suppressed, LocalDate on, boolean published) {
    var touched = new HashMap<String, @Nullable Object>();
    touched.put("value", value);
    touched.put("suppressed", suppressed);
    touched.put("on", on);
    touched.put("published", published);
    return touched;
  }

  private Optional<PublishedTable> published(String table) {
    return data.mayAskStatistics()
        ? data.statistics(table, scope.day(), scope.region())
        : Optional.empty();
  }

  /// Returns names by AGB code or key.
  private Map<String, NamedNode> deliverers(TreeSet<String> keys) {
    var agbs = keys.stream().filter(key -> key.matches("[0-9]{8}")).toList();
    var variables = new HashMap<String, @Nullable Object>(scope.variables());
    variables.keySet().retainAll(List.of("asOf"));
    variables.put("agbs", agbs);
    variables.put("keys", List.copyOf(new HashSet<>(keys)));
    var named = new HashMap<String, NamedNode>();
    for (var list : data.read(documents.text(Documents.DELIVERERS), variables)) {
      for (var node : list) {
        var deliverer = NamedNode.of(node);
        named.put(NamedNode.key(deliverer.id()), deliverer);
      }
    }
    return named;
  }

  /// Tells best what is missing: the document itself is refused for it.
  private ProblemException refused(String document) {
    if (data.mayAskStatistics()) {
      return new ProblemException(
          Code.NOT_PUBLISHED,
          "No numbers of deliveries are published for a quarter that had begun on this day. Ask on"
              + " a later day; after the first start of the server, in a minute.");
    }
    try {
      data.read(document, scope.variables());
      throw new Bug("a document that may not be read is answered");
    } catch (ProblemException e) {
      return e;
    }
  }
}
