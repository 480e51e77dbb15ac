package nl.jeugdgraaf.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.cypher.Statement;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.problem.ProblemException;

/// Where the data says something else than the model: each label and relationship type is read
/// through once.
public final class Contradictions {
  /// Longest reading of one label; a graph that takes longer is not for a check at the start.
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Bolt bolt;
  private final List<String> found = new ArrayList<>();

  private Contradictions(Bolt bolt) {
    this.bolt = bolt;
  }

  /// Reads the database and compares it with the model.
  ///
  /// @param bolt the database
  /// @param model what it should fit
  /// @return one line for each contradiction, without values from the data; empty if there is none
  /// @throws ProblemException if the database does not answer in time
  public static List<String> find(Bolt bolt, Model model) {
    var contradictions = new Contradictions(bolt);
    contradictions.checkNodes(model);
    contradictions.checkRelationships(model);
    return List.copyOf(contradictions.found);
  }

  private void checkNodes(Model model) {
    var stored = names("CALL db.labels() YIELD label AS name");
    var known =
        model.nodes().values().stream()
            .flatMap(node -> node.labels().stream())
            .collect(Collectors.toSet());
    noteUnknown("Label", stored, known);
    for (var node : model.nodes().values()) {
      if (stored.contains(node.name())) {
        check("MATCH (x:`" + node.name() + "`)", node.name(), node.attributes());
      }
    }
  }

  private void checkRelationships(Model model) {
    var stored = names("CALL db.relationshipTypes() YIELD relationshipType AS name");
    var edges = edges(model);
    noteUnknown("Relationship type", stored, edges.keySet());
    edges.forEach((type, edge) -> {
      if (stored.contains(type)) {
        check("MATCH ()-[x:`" + type + "`]->()", type, edge.attributes());
      }
    });
  }

  private static SequencedMap<String, EdgeType> edges(Model model) {
    var edges = new LinkedHashMap<String, EdgeType>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        edges.putIfAbsent(relationship.type(), relationship.edge());
      }
    }
    return edges;
  }

  private Set<String> names(String text) {
    var names = new TreeSet<String>();
    bolt.read(Statement.of(text), WITHIN, row -> names.add(row.get("name").asString()));
    return names;
  }

  private void noteUnknown(String kind, Set<String> stored, Set<String> known) {
    stored.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> found.add(kind + " " + name + " is not in the schema"));
  }

  private void check(String match, String owner, SequencedMap<String, Attribute> attributes) {
    var checks = attributes.values().stream().flatMap(Contradictions::checks).toList();
    if (checks.isEmpty()) {
      return;
    }
    var columns =
        IntStream.range(0, checks.size())
            .mapToObj(i -> "count(CASE WHEN " + checks.get(i).condition() + " THEN 1 END) AS c" + i)
            .collect(Collectors.joining(", "));
    bolt.read(
        new Statement(match + " RETURN " + columns, codeLists(attributes)),
        WITHIN,
        row -> {
          for (int i = 0; i < checks.size(); i++) {
            var count = row.get(i).asLong();
            if (count > 0) {
              found.add(owner + "." + checks.get(i).words() + ": " + count + " found");
            }
          }
        });
  }

  private static Map<String, Object> codeLists(SequencedMap<String, Attribute> attributes) {
    var lists = new HashMap<String, Object>();
    for (var attribute : attributes.values()) {
      if (attribute.type().scalar() instanceof Scalar.Enumeration enumeration) {
        lists.put(
            enumeration.typeName(),
            enumeration.values().stream().map(Scalar.Enumeration.Value::name).toList());
      }
    }
    return lists;
  }

  private static Stream<Check> checks(Attribute attribute) {
    var checks = new ArrayList<Check>();
    var value = "x.`" + attribute.property() + "`";
    var type = attribute.type();
    if (type.required()) {
      checks.add(new Check(attribute.name() + " has no value", value + " IS NULL"));
    }
    var stored = storedType(type.scalar(), type.list());
    checks.add(
        new Check(attribute.name() + " is no " + type.text(), value + " IS NOT :: " + stored));
    if (type.scalar() instanceof Scalar.Enumeration enumeration) {
      var codes = "$" + enumeration.typeName();
      var outside =
          type.list()
              ? "any(code IN " + value + " WHERE NOT code IN " + codes + ")"
              : "NOT " + value + " IN " + codes;
      checks.add(
          new Check(
              attribute.name() + " is not one of " + enumeration.typeName(),
              value + " IS :: " + stored + " AND " + outside));
    }
    return checks.stream();
  }

  private static String storedType(Scalar scalar, boolean list) {
    var element =
        switch (scalar) {
          case Scalar.BuiltIn builtIn ->
              switch (builtIn) {
                case STRING, ID -> "STRING";
                case INT, LONG -> "INTEGER";
                case FLOAT -> "FLOAT";
                case BOOLEAN -> "BOOLEAN";
                case DATE -> "DATE";
                case DATE_TIME -> "ZONED DATETIME";
              };
          case Scalar.Code _, Scalar.Enumeration _ -> "STRING";
        };
    return list ? "LIST<" + element + " NOT NULL>" : element;
  }

  /// @param words what is wrong, behind the name of the label
  /// @param condition true for what is wrong, of `x`
  private record Check(String words, String condition) {}
}
