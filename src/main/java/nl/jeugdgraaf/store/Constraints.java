package nl.jeugdgraaf.store;

import static nl.jeugdgraaf.bolt.Statement.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Attribute.Use;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.ProblemException;

/// Creates the constraints and indexes that the model needs: a unique constraint for each key and
/// an index for each indexed attribute, on the label named after the node type, and the index for
/// searches.
public final class Constraints {
  private static final String EXISTING =
      """
      SHOW INDEXES YIELD type, entityType, labelsOrTypes, properties, owningConstraint
      WHERE type = 'RANGE' AND entityType = 'NODE' AND size(properties) = 1
      RETURN labelsOrTypes[0] AS label, properties[0] AS property,
        owningConstraint IS NOT NULL AS unique
      """;

  /// An hour at most: filling the indexes of a national network takes minutes.
  private static final String AWAIT = "CALL db.awaitIndexes(3600)";

  private Constraints() {}

  /// Creates the missing constraints of keys. A load needs no others, and is faster if the indexes
  /// are created after it. What cannot be created is reported by [#make(Bolt, Model)].
  ///
  /// @param bolt the database
  /// @param model what the database should fit
  /// @throws ProblemException if the database does not answer
  public static void makeKeys(Bolt bolt, Model model) {
    await(bolt, make(bolt, wanted(model).stream().filter(PropertyIndex::unique).toList()));
  }

  /// Creates what is missing, and waits until it can be used.
  ///
  /// A constraint that the data violates is not created but reported, so that the server still
  /// starts. A second call creates nothing.
  ///
  /// @param bolt the database
  /// @param model what the database should fit
  /// @return what was done
  /// @throws ProblemException if the database does not answer
  public static ConstraintReport make(Bolt bolt, Model model) {
    var indexes = make(bolt, wanted(model));
    var search = SearchIndex.make(bolt, model);
    var report =
        new ConstraintReport(
            joined(indexes.created(), search.created()),
            joined(indexes.present(), search.present()),
            joined(indexes.notCreated(), search.notCreated()));
    await(bolt, report);
    return report;
  }

  private static void await(Bolt bolt, ConstraintReport report) {
    if (!report.created().isEmpty()) {
      bolt.command(Statement.of(AWAIT));
    }
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static ConstraintReport make(Bolt bolt, List<PropertyIndex> indexes) {
    var created = new ArrayList<String>();
    var present = new ArrayList<String>();
    var notCreated = new ArrayList<String>();
    var existing = existing(bolt);
    var hasData = !bolt.command(Statement.of("MATCH (n) RETURN 1 LIMIT 1")).isEmpty();
    for (var index : indexes) {
      if (existing.contains(index) || existing.contains(index.asUnique())) {
        present.add(index.place());
      } else if (index.unique() && existing.contains(index.asPlain())) {
        notCreated.add(
            index.place() + " is a key, but has an index that is not unique; drop that index");
      } else if (hasData && index.unique() && hasDuplicates(bolt, index)) {
        // Not even tried, because the database would log such a value.
        notCreated.add(
            index.place()
                + " is a key, but several nodes have the same value; give each node its own");
      } else {
        bolt.command(index.creation());
        created.add(index.place());
      }
    }
    return new ConstraintReport(created, present, notCreated);
  }

  private static List<PropertyIndex> wanted(Model model) {
    var indexes = new ArrayList<PropertyIndex>();
    for (var node : model.nodes().values()) {
      for (var attribute : node.attributes().values()) {
        if (attribute.use() != Use.PLAIN) {
          indexes.add(new PropertyIndex(node.name(), attribute.property(), attribute.key()));
        }
      }
    }
    return indexes;
  }

  private static Set<PropertyIndex> existing(Bolt bolt) {
    var indexes = new HashSet<PropertyIndex>();
    for (var row : bolt.command(Statement.of(EXISTING))) {
      indexes.add(
          new PropertyIndex(
              row.get("label").asString(),
              row.get("property").asString(),
              row.get("unique").asBoolean()));
    }
    return indexes;
  }

  private static boolean hasDuplicates(Bolt bolt, PropertyIndex index) {
    return !bolt.command(index.duplicates()).isEmpty();
  }

  /// What was done. Each entry is `Label.property`, or the name of the index for searches.
  ///
  /// @param created what was created now
  /// @param present what the database had already
  /// @param notCreated what could not be created, with the reason and the way out
  public record ConstraintReport(
      List<String> created, List<String> present, List<String> notCreated) {
    /// Copies the lists.
    public ConstraintReport {
      created = List.copyOf(created);
      present = List.copyOf(present);
      notCreated = List.copyOf(notCreated);
    }
  }

  /// An index on one property, of a unique constraint or plain.
  private record PropertyIndex(String label, String property, boolean unique) {
    String place() {
      return label + "." + property;
    }

    PropertyIndex asUnique() {
      return new PropertyIndex(label, property, true);
    }

    PropertyIndex asPlain() {
      return new PropertyIndex(label, property, false);
    }

    Statement creation() {
      var text =
          unique
              ? "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.%s IS UNIQUE"
              : "CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)";
      var name = label + "_" + property + (unique ? "_key" : "_index");
      return Statement.of(text.formatted(quoted(name), quoted(label), quoted(property)));
    }

    Statement duplicates() {
      return Statement.of(
          ("MATCH (n:%s) WITH n.%s AS value, count(*) AS nodes"
                  + " WHERE value IS NOT NULL AND nodes > 1 RETURN nodes LIMIT 1")
              .formatted(quoted(label), quoted(property)));
    }
  }
}
