package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.cell;
import static nl.jeugdgraaf.seed.synthetic.NetworkInMemory.key;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.only;
import static nl.jeugdgraaf.seed.synthetic.SeedFacts.share;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many in a hundred break a rule of the documents.
final class SyntheticRules {
  /// Segments in which Den Haag takes part without exception.
  private static final Set<String> WHOLE =
      Set.of("HAAGLANDEN/REVISION_2026/1", "HAAGLANDEN/REVISION_2026/2");

  private SyntheticRules() {}

  /// A certified institution holds a regie only while a measure runs that it carries out.
  static double regie(SeedFacts facts) {
    var kinds = facts.graph().by("Referrer", "key");
    var measures = facts.graph().by("Measure", "key");
    var measureOf = facts.graph().by("Measure.youth", "to");
    var executedBy = facts.graph().from("Measure.executedBy");
    return share(
        only(
            facts.graph().rows("Referrer.regieOver"),
            row -> first(kinds, cell(row, "from"), "kind").equals("CERTIFIED_INSTITUTION")),
        row -> {
          var youth = facts.youthOf(facts.trajectory(cell(row, "to")));
          var measure = first(measureOf, youth, "from");
          var ended = first(measures, measure, "endedOn");
          var to = cell(row, "validTo");
          return !first(executedBy, measure, "to").equals(cell(row, "from"))
              || first(measures, measure, "startedOn").compareTo(cell(row, "validFrom")) > 0
              || !(ended.isEmpty() || (!to.isEmpty() && to.compareTo(ended) <= 0));
        });
  }

  private static String first(
      Map<String, List<Map<String, String>>> rows, String key, String column) {
    return cell(rows.getOrDefault(key, List.of(Map.of())).getFirst(), column);
  }

  /// Returns the municipality on the first day, or all that there were if that day is unknown.
  private static Set<String> municipalities(SeedFacts facts, Map<String, String> delivery) {
    var youth = facts.youthOf(facts.trajectoryOf(delivery));
    var day = cell(delivery, "startedOn");
    return day.isEmpty() ? facts.municipalities(youth) : Set.of(facts.municipality(youth, day));
  }

  /// A local contract pays only where the documents have one, and never what is specialised.
  static double localContracts(SeedFacts facts) {
    var recorded = new HashSet<String>();
    for (var table : NetworkInMemory.DOCUMENTS) {
      if (table.name().equals("Municipality.agreements")) {
        NetworkInMemory.read(table).stream()
            .filter(row -> cell(row, "to").contains("/LOCAL/"))
            .forEach(row -> recorded.add(cell(row, "from")));
      }
    }
    return share(
        only(facts.deliveries(), row -> cell(row, "fundedBy").equals("LOCAL_CONTRACT")),
        row ->
            municipalities(facts, row).stream().noneMatch(recorded::contains)
                || facts.segment(row).endsWith("/HSJ"));
  }

  /// Den Haag takes part in all of segments 1 and 2, of 3 in day treatment, of 5 in INS2C.
  static double denHaag(SeedFacts facts) {
    return share(
        only(
            facts.deliveries(),
            row ->
                !facts.product(row).isEmpty() && municipalities(facts, row).equals(Set.of("0518"))),
        row ->
            !WHOLE.contains(facts.segment(row))
                && !Set.of("41C01", "41C02", "INS2C").contains(facts.code(row)));
  }

  /// Siblings have the network of their family, at the first regie over care of each.
  static double siblings(SeedFacts facts) {
    var families = facts.graph().from("Youth.family");
    var first = new HashMap<String, String>();
    facts.graph().rows("Network.regieOver").stream()
        .sorted((one, other) -> cell(one, "validFrom").compareTo(cell(other, "validFrom")))
        .forEach(row -> first.putIfAbsent(cell(row, "to"), cell(row, "from")));
    var networks = new HashMap<String, Set<String>>();
    for (var trajectory : facts.trajectories()) {
      if (first.containsKey(key(trajectory))) {
        networks
            .computeIfAbsent(
                first(families, facts.youthOf(trajectory), "to"), none -> new HashSet<>())
            .add(first.getOrDefault(key(trajectory), ""));
      }
    }
    return share(networks.values(), some -> some.size() > 1);
  }
}
