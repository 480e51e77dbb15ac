package nl.jeugdgraaf.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.store.Constraints.Report;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// The one full-text index in which a search looks: every marked property, on every node type that
/// has one.
///
/// One and not one a type, so that a single call gives scores that can be compared. The database
/// takes every label with every property: a key that one type marks is searched on the others too.
///
/// @param labels of the node types, at least one
/// @param properties whose words are found, at least one
record SearchIndex(Set<String> labels, Set<String> properties) {
  private static final String NAME = Model.SEARCH_INDEX;

  /// Takes inflection off words, and leaves out those that say nothing, such as `de`.
  private static final String ANALYSER = "dutch";

  private static final String RIVALS =
      """
      SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, options
      WHERE name = '%s' OR type = 'FULLTEXT' AND entityType = 'NODE'
      RETURN name, coalesce(labelsOrTypes, []) AS labels, coalesce(properties, []) AS properties,
        owningConstraint IS NOT NULL AS owned,
        type = 'FULLTEXT' AND options.indexConfig['fulltext.analyzer'] = '%s'
          AND NOT options.indexConfig['fulltext.eventually_consistent'] AS suits
      """
          .formatted(NAME, ANALYSER);

  /// Makes the index where it is not there, and again where the one of its name is another.
  ///
  /// @param bolt the database
  /// @param model which properties are marked; nothing is done where none is
  /// @return what was done
  static Report make(Bolt bolt, Model model) {
    return wanted(model)
        .map(index -> index.make(bolt, bolt.command(Statement.of(RIVALS))))
        .orElse(new Report(List.of(), List.of(), List.of()));
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

  private Report make(Bolt bolt, List<Record> rivals) {
    for (var rival : rivals) {
      var name = rival.get("name").asString();
      if (name.equals(NAME) && rival.get("owned").asBoolean()) {
        return broken(" is the name of a constraint; give that another name");
      }
      if (name.equals(NAME) && rival.get("suits").asBoolean() && covers(rival)) {
        return new Report(List.of(), List.of(NAME), List.of());
      }
      if (!name.equals(NAME) && covers(rival)) {
        return broken(" cannot be made beside the like index " + name + "; drop that index");
      }
    }
    bolt.command(Statement.of("DROP INDEX `" + NAME + "` IF EXISTS"));
    bolt.command(creation());
    return new Report(List.of(NAME), List.of(), List.of());
  }

  private static Report broken(String why) {
    return new Report(List.of(), List.of(), List.of(NAME + why));
  }

  private boolean covers(Record index) {
    return labels.equals(Set.copyOf(index.get("labels").asList(Value::asString)))
        && properties.equals(Set.copyOf(index.get("properties").asList(Value::asString)));
  }

  private Statement creation() {
    return Statement.of(
        ("CREATE FULLTEXT INDEX `%s` IF NOT EXISTS FOR (n:%s) ON EACH [%s] OPTIONS {indexConfig:"
                + " {`fulltext.analyzer`: '%s', `fulltext.eventually_consistent`: false}}")
            .formatted(NAME, joined("", labels, "|"), joined("n.", properties, ", "), ANALYSER));
  }

  private static String joined(String before, Set<String> names, String between) {
    return names.stream()
        .map(name -> before + "`" + name + "`")
        .collect(Collectors.joining(between));
  }
}
