package nl.jeugdgraaf.store;

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

/// The unique constraints and indexes that the model asks for: one for each key, one for each
/// indexed attribute, on the node type's own label, and the one in which a search looks.
public final class Constraints {
  private static final String PRESENT =
      """
      SHOW INDEXES YIELD type, entityType, labelsOrTypes, properties, owningConstraint
      WHERE type = 'RANGE' AND entityType = 'NODE' AND size(properties) = 1
      RETURN labelsOrTypes[0] AS label, properties[0] AS property,
        owningConstraint IS NOT NULL AS unique
      """;

  /// Indexes of a national network are filled in minutes.
  private static final String AWAIT = "CALL db.awaitIndexes(3600)";

  private Constraints() {}

  /// Makes the constraints of keys that are not there yet, which is all that a load needs: it is
  /// done sooner when the other indexes are made after it. What cannot be made is told by
  /// [#make(Bolt, Model)].
  ///
  /// @param bolt the database
  /// @param model what it should fit
  /// @throws ProblemException if the database does not answer
  public static void makeKeys(Bolt bolt, Model model) {
    await(bolt, make(bolt, wanted(model).stream().filter(Lookup::unique).toList()));
  }

  /// Makes what is not there yet, and waits until all of it can be used.
  ///
  /// A constraint that the data breaks is left out and reported, so that a server with a fault in
  /// its data still starts. A second call makes nothing.
  ///
  /// @param bolt the database
  /// @param model what it should fit
  /// @return what was done
  /// @throws ProblemException if the database does not answer
  public static Report make(Bolt bolt, Model model) {
    var lookups = make(bolt, wanted(model));
    var search = SearchIndex.make(bolt, model);
    var report =
        new Report(
            joined(lookups.made(), search.made()),
            joined(lookups.present(), search.present()),
            joined(lookups.broken(), search.broken()));
    await(bolt, report);
    return report;
  }

  private static void await(Bolt bolt, Report report) {
    if (!report.made().isEmpty()) {
      bolt.command(Statement.of(AWAIT));
    }
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Report make(Bolt bolt, List<Lookup> lookups) {
    var made = new ArrayList<String>();
    var present = new ArrayList<String>();
    var broken = new ArrayList<String>();
    var there = present(bolt);
    for (var lookup : lookups) {
      if (there.contains(lookup) || there.contains(lookup.asUnique())) {
        present.add(lookup.place());
      } else if (lookup.unique() && there.contains(lookup.asPlain())) {
        broken.add(
            lookup.place() + " is a key, but has an index that is not unique; drop that index");
      } else if (made(bolt, lookup)) {
        made.add(lookup.place());
      } else {
        broken.add(lookup.place() + " is a key, but nodes share a value; give each its own");
      }
    }
    return new Report(made, present, broken);
  }

  private static List<Lookup> wanted(Model model) {
    var lookups = new ArrayList<Lookup>();
    for (var node : model.nodes().values()) {
      for (var attribute : node.attributes().values()) {
        if (attribute.use() != Use.PLAIN) {
          lookups.add(new Lookup(node.name(), attribute.property(), attribute.key()));
        }
      }
    }
    return lookups;
  }

  private static Set<Lookup> present(Bolt bolt) {
    var lookups = new HashSet<Lookup>();
    for (var row : bolt.command(Statement.of(PRESENT))) {
      lookups.add(
          new Lookup(
              row.get("label").asString(),
              row.get("property").asString(),
              row.get("unique").asBoolean()));
    }
    return lookups;
  }

  private static boolean made(Bolt bolt, Lookup lookup) {
    try {
      bolt.command(lookup.creation());
      return true;
    } catch (ProblemException e) {
      if (lookup.unique() && hasDuplicates(bolt, lookup)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean hasDuplicates(Bolt bolt, Lookup lookup) {
    return !bolt.command(lookup.duplicates()).isEmpty();
  }

  /// What was done; each entry is `Label.property`, or the name of the index for searches.
  ///
  /// @param made what was made now
  /// @param present what was there
  /// @param broken keys that are not unique in the data, each with the way out
  public record Report(List<String> made, List<String> present, List<String> broken) {
    /// Copies the lists.
    public Report {
      made = List.copyOf(made);
      present = List.copyOf(present);
      broken = List.copyOf(broken);
    }
  }

  /// A way to find nodes by one property.
  private record Lookup(String label, String property, boolean unique) {
    String place() {
      return label + "." + property;
    }

    Lookup asUnique() {
      return new Lookup(label, property, true);
    }

    Lookup asPlain() {
      return new Lookup(label, property, false);
    }

    Statement creation() {
      var text =
          unique
              ? "CREATE CONSTRAINT `%1$s_%2$s_key` IF NOT EXISTS"
                  + " FOR (n:`%1$s`) REQUIRE n.`%2$s` IS UNIQUE"
              : "CREATE INDEX `%1$s_%2$s_index` IF NOT EXISTS FOR (n:`%1$s`) ON (n.`%2$s`)";
      return Statement.of(text.formatted(label, property));
    }

    Statement duplicates() {
      return Statement.of(
          ("MATCH (n:`%1$s`) WITH n.`%2$s` AS value, count(*) AS nodes"
                  + " WHERE value IS NOT NULL AND nodes > 1 RETURN nodes LIMIT 1")
              .formatted(label, property));
    }
  }
}
