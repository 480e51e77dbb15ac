package nl.jeugdgraaf.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.store.Constraints.ConstraintReport;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// The full-text index for searches: every property that the model marks, on every node type that
/// has one.
///
/// There is one index for all types, so that one call gives comparable scores. The index combines
/// every label with every property: a property that one type marks is searched on the others too.
///
/// @param labels of the node types, at least one
/// @param properties that are searched, at least one
record SearchIndex(Set<String> labels, Set<String> properties) {
  private static final String NAME = Model.SEARCH_INDEX;

  /// Keeps words whole, in lower case and without accents. The analyser `dutch` keeps stems only,
  /// so that the start of a word that is longer than its stem is not found.
  private static final String ANALYSER = "standard-folding";

  private static final String EXISTING =
      """
      SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, options
      WHERE name = '%s' OR type = 'FULLTEXT' AND entityType = 'NODE'
      RETURN name, coalesce(labelsOrTypes, []) AS labels, coalesce(properties, []) AS properties,
        owningConstraint IS NOT NULL AS owned,
        type = 'FULLTEXT' AND options.indexConfig['fulltext.analyzer'] = '%s'
          AND NOT options.indexConfig['fulltext.eventually_consistent'] AS suits
      """
          .formatted(NAME, ANALYSER);

  /// Creates the index if it is missing, and replaces an index of its name that differs.
  ///
  /// @param bolt the database
  /// @param model which properties are marked; if none is, nothing is created
  /// @return what was done
  static ConstraintReport make(Bolt bolt, Model model) {
    return wanted(model)
        .map(wanted -> wanted.make(bolt, bolt.command(Statement.of(EXISTING))))
        .orElse(new ConstraintReport(List.of(), List.of(), List.of()));
  }

  private static Optional<SearchIndex> wanted(Model model) {
    var labels = new LinkedHashSet<String>();
    var properties = new LinkedHashSet<String>();
    for (var node : model.nodes().values()) {
      for (var attribute : node.attributes().values()) {
        if (node.fields().uses().fulltext().contains(attribute.name())) {
          labels.add(node.name());
          properties.add(attribute.property());
        }
      }
    }
    return Optional.of(new SearchIndex(labels, properties)).filter(any -> !labels.isEmpty());
  }

  private ConstraintReport make(Bolt bolt, List<Record> existing) {
    for (var index : existing) {
      var name = index.get("name").asString();
      if (name.equals(NAME) && index.get("owned").asBoolean()) {
        return notCreated(" is the name of a constraint; rename the constraint");
      }
      if (name.equals(NAME) && index.get("suits").asBoolean() && covers(index)) {
        return new ConstraintReport(List.of(), List.of(NAME), List.of());
      }
      if (!name.equals(NAME) && covers(index)) {
        return notCreated(" covers the same properties as the index " + name + "; drop that index");
      }
    }
    bolt.command(Statement.of("DROP INDEX " + NAME + " IF EXISTS"));
    bolt.command(creation());
    return new ConstraintReport(List.of(NAME), List.of(), List.of());
  }

  private static ConstraintReport notCreated(String why) {
    return new ConstraintReport(List.of(), List.of(), List.of(NAME + why));
  }

  private boolean covers(Record index) {
    return labels.equals(Set.copyOf(index.get("labels").asList(Value::asString)))
        && properties.equals(Set.copyOf(index.get("properties").asList(Value::asString)));
  }

  private Statement creation() {
    return Statement.of(
        ("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [%s] OPTIONS {indexConfig:"
                + " {`fulltext.analyzer`: '%s', `fulltext.eventually_consistent`: false}}")
            .formatted(NAME, joined("", labels, "|"), joined("n.", properties, ", "), ANALYSER));
  }

  private static String joined(String before, Set<String> names, String between) {
    return names.stream()
        .map(name -> before + Statement.quoted(name))
        .collect(Collectors.joining(between));
  }
}
