package nl.jeugdgraaf.networkanalysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.api.GlobalId;

/// Who is contracted for which products, to which segments products belong, and which
/// municipalities take part in the segments. Everything is known by its id.
///
/// @param names all that it speaks of
/// @param contracts the products for which each provider is contracted
/// @param segments the segments to which each product belongs
/// @param participation the segments in which each municipality takes part, as is stated
/// @param regional the segments of the region of each municipality for which none is stated, which
///   is taken to take part in all of them
record Supply(
    Map<String, NamedNode> names,
    Map<String, Set<String>> contracts,
    Map<String, Set<String>> segments,
    Map<String, Set<String>> participation,
    Map<String, Set<String>> regional) {

  /// A segment in a municipality that takes part in it.
  ///
  /// @param segment id of the segment
  /// @param municipality id of the municipality
  record Place(String segment, String municipality) {}

  /// What covers a place.
  ///
  /// @param place the place
  /// @param products products of the segment
  /// @param providers who is contracted for at least one of them
  /// @param uncovered products for which nobody is contracted
  record Coverage(
      Place place, Set<String> products, Set<String> providers, Set<String> uncovered) {}

  /// What one provider alone stands for.
  ///
  /// @param products products for which nobody else is contracted
  /// @param places segments in municipalities where nobody else is contracted for any product
  record Alone(Set<String> products, Set<Place> places) {}

  /// Reads the answer to the document [Documents#SUPPLY].
  static Supply of(JsonNode data) {
    var names = new LinkedHashMap<String, NamedNode>();
    data.forEach(list ->
        list.forEach(node -> names.put(node.path("id").asText(), NamedNode.of(node))));
    return new Supply(
        names,
        related(data.path("providers"), "products"),
        related(data.path("products"), "segments"),
        related(data.path("municipalities"), "segments"),
        regional(data));
  }

  private static Map<String, Set<String>> regional(JsonNode data) {
    var byRegion = new LinkedHashMap<String, Set<String>>();
    for (var segment : data.path("segments")) {
      byRegion
          .computeIfAbsent(segment.at("/region/id").asText(), _ -> new LinkedHashSet<>())
          .add(segment.path("id").asText());
    }
    var regional = new LinkedHashMap<String, Set<String>>();
    for (var municipality : data.path("municipalities")) {
      var region = municipality.at("/region/id").asText();
      if (municipality.path("segments").isEmpty() && !region.isEmpty()) {
        regional.put(
            municipality.path("id").asText(), byRegion.getOrDefault(region, Set.of()));
      }
    }
    return regional;
  }

  private static Map<String, Set<String>> related(JsonNode nodes, String field) {
    var related = new LinkedHashMap<String, Set<String>>();
    for (var node : nodes) {
      var ids = new LinkedHashSet<String>();
      node.path(field).forEach(other -> ids.add(other.path("id").asText()));
      related.put(node.path("id").asText(), ids);
    }
    return related;
  }

  /// {@return what covers each segment in each municipality that takes part in it}
  List<Coverage> coverage() {
    var bySegment = inverse(segments);
    var byProduct = inverse(contracts);
    var coverage = new ArrayList<Coverage>();
    var all = new LinkedHashMap<>(participation);
    all.putAll(regional);
    all.forEach((municipality, taken) -> {
      for (var segment : taken) {
        if (!names.containsKey(segment)) {
          continue;
        }
        var products = bySegment.getOrDefault(segment, Set.of());
        var providers = new LinkedHashSet<String>();
        var uncovered = new LinkedHashSet<String>();
        for (var product : products) {
          var contracted = byProduct.getOrDefault(product, Set.of());
          providers.addAll(contracted);
          if (contracted.isEmpty()) {
            uncovered.add(product);
          }
        }
        coverage.add(
            new Coverage(new Place(segment, municipality), products, providers, uncovered));
      }
    });
    return coverage;
  }

  /// {@return what each provider alone stands for, without those that stand for nothing alone}
  Map<String, Alone> alone() {
    var alone = new LinkedHashMap<String, Alone>();
    for (var provider : contracts.keySet()) {
      alone.put(provider, new Alone(new LinkedHashSet<>(), new LinkedHashSet<>()));
    }
    inverse(contracts).forEach((product, providers) -> {
      if (providers.size() == 1) {
        of(alone, providers).products().add(product);
      }
    });
    for (var covered : coverage()) {
      if (covered.providers().size() == 1) {
        of(alone, covered.providers()).places().add(covered.place());
      }
    }
    alone.values().removeIf(it -> it.products().isEmpty() && it.places().isEmpty());
    return alone;
  }

  private static Alone of(Map<String, Alone> alone, Set<String> onlyOne) {
    return alone.getOrDefault(onlyOne.iterator().next(), new Alone(Set.of(), Set.of()));
  }

  /// {@return the products for which somebody else is contracted too, by who that is; who has most
  /// first}
  ///
  /// @param provider id of a provider
  /// @param products the products that count
  Map<String, Set<String>> substitutes(String provider, Collection<String> products) {
    var shared = new LinkedHashMap<String, Set<String>>();
    contracts.entrySet().stream()
        .filter(other -> !other.getKey().equals(provider))
        .map(other -> Map.entry(other.getKey(), common(other.getValue(), products)))
        .filter(other -> !other.getValue().isEmpty())
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .forEach(other -> shared.put(other.getKey(), other.getValue()));
    return shared;
  }

  private static Set<String> common(Set<String> all, Collection<String> some) {
    var common = new LinkedHashSet<>(all);
    common.retainAll(new HashSet<>(some));
    return common;
  }

  /// {@return the same without some contracts of a provider}
  ///
  /// @param provider id of the provider
  /// @param products the products for which it is contracted no more
  Supply without(String provider, Collection<String> products) {
    var left = new LinkedHashMap<>(contracts);
    left.computeIfPresent(provider, (_, contracted) -> {
      var kept = new LinkedHashSet<>(contracted);
      kept.removeAll(new HashSet<>(products));
      return kept;
    });
    return new Supply(names, left, segments, participation, regional);
  }

  /// {@return the products that providers are contracted for, by segment and provider}
  Map<String, Map<String, Long>> productsBySegment() {
    var counted = new LinkedHashMap<String, Map<String, Long>>();
    contracts.forEach((provider, products) -> {
      for (var product : products) {
        for (var segment : segments.getOrDefault(product, Set.of())) {
          counted
              .computeIfAbsent(segment, _ -> new LinkedHashMap<>())
              .merge(provider, 1L, Long::sum);
        }
      }
    });
    return counted;
  }

  /// {@return the node that an id names, on whatever day; of those that this supply speaks of}
  ///
  /// @param id an id that a caller gave
  Optional<NamedNode> find(String id) {
    var asked = GlobalId.of(id);
    return names.values().stream()
        .filter(node -> asked.isPresent() && same(GlobalId.of(node.id()), asked))
        .findFirst();
  }

  private static boolean same(
      Optional<GlobalId> one, Optional<GlobalId> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().type().equals(other.get().type())
        && one.get().key().equals(other.get().key());
  }

  private static Map<String, Set<String>> inverse(Map<String, Set<String>> related) {
    var inverse = new LinkedHashMap<String, Set<String>>();
    related.forEach((from, all) ->
        all.forEach(to -> inverse.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from)));
    return inverse;
  }
}
