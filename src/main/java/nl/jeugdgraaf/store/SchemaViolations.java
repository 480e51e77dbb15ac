package nl.jeugdgraaf.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.problem.ProblemException;

/// Finds data that violates the model.
///
/// One statement reads all labels and one all relationship types, each once: planning a statement
/// for each of them would take longer than reading a small graph.
public final class SchemaViolations {
  /// Limit for reading the nodes, and again for the relationships: in a network of national size it
  /// takes longer than a start should.
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final Bolt bolt;
  private final List<String> found = new ArrayList<>();

  private SchemaViolations(Bolt bolt) {
    this.bolt = bolt;
  }

  /// Reads the database and compares it with the model.
  ///
  /// @param bolt the database
  /// @param model what it should fit
  /// @return one line for each kind of violation, without values from the data
  /// @throws ProblemException if the database does not answer in time
  public static List<String> find(Bolt bolt, Model model) {
    var violations = new SchemaViolations(bolt);
    violations.checkNodes(model);
    violations.checkRelationships(model);
    return List.copyOf(violations.found);
  }

  private void checkNodes(Model model) {
    var known =
        model.nodes().values().stream()
            .flatMap(node -> node.labels().stream())
            .collect(Collectors.toCollection(HashSet::new));
    known.add(Model.SEED_BATCH);
    known.add(Model.PUBLISHED_STATISTICS);
    noteUnknown("Label", "CALL db.labels() YIELD label AS name", known);
    check("(x:$(owner.name))", model.nodes());
  }

  private void checkRelationships(Model model) {
    var properties = new LinkedHashMap<String, RelationshipProperties>();
    for (var entity : model.entities()) {
      for (var relationship : entity.relationships().values()) {
        properties.putIfAbsent(relationship.type(), relationship.properties());
      }
    }
    noteUnknown(
        "Relationship type",
        "CALL db.relationshipTypes() YIELD relationshipType AS name",
        properties.keySet());
    check("()-[x:$(owner.name)]->()", properties);
  }

  private void noteUnknown(String kind, String names, Set<String> known) {
    var stored = new TreeSet<String>();
    bolt.read(Statement.of(names), WITHIN, row -> stored.add(row.get("name").asString()));
    stored.removeAll(known);
    stored.forEach(name -> found.add(kind + " " + name + " is not in the schema"));
  }

  private void check(String pattern, SequencedMap<String, ? extends Entity> entities) {
    var owners = new ArrayList<Map<String, Object>>();
    entities.forEach((name, entity) -> {
      if (!entity.attributes().isEmpty()) {
        var attributes = described(entity);
        owners.add(Map.of("place", owners.size(), "name", name, "attributes", attributes));
      }
    });
    bolt.read(
        new Statement(text(pattern), Map.of("owners", owners)),
        WITHIN,
        row ->
            found.add(
                row.get("place").asString()
                    + row.get("fault").asString()
                    + ": "
                    + row.get("times").asLong()
                    + " found"));
  }

  /// Returns what the statement needs to know about the attributes of a label or type.
  private static List<Map<String, Object>> described(Entity entity) {
    var all = new ArrayList<Map<String, Object>>();
    for (var attribute : entity.attributes().values()) {
      var one = new HashMap<String, Object>();
      one.put("place", all.size());
      one.put("name", attribute.name());
      one.put("property", attribute.property());
      one.put("required", attribute.type().required());
      one.put("type", attribute.type().text());
      one.put("stored", stored(attribute.type()));
      one.put("list", attribute.type().list());
      if (attribute.type().scalar() instanceof Scalar.Enumeration enumeration) {
        one.put("codeList", enumeration.typeName());
        one.put(
            "codes", enumeration.values().stream().map(Scalar.Enumeration.Value::name).toList());
      }
      all.add(one);
    }
    return all;
  }

  /// Returns the type as Cypher names it.
  private static String stored(ValueType type) {
    var element = type.scalar() instanceof Scalar.BuiltIn builtIn ? builtIn.storedType() : "STRING";
    return type.list() ? "LIST OF " + element : element;
  }

  /// Cypher tests a value only against a type that is written in the text, hence the list of types.
  private static String text(String pattern) {
    return """
    UNWIND $owners AS owner
    CALL (owner) {
      MATCH %s
      WITH owner, properties(x) AS held
      UNWIND owner.attributes AS attribute
      WITH owner, attribute, held[attribute.property] AS value
      WITH owner, attribute,
        CASE
          WHEN value IS NULL THEN CASE WHEN attribute.required THEN ' has no value' END
          WHEN NOT CASE attribute.stored
            WHEN 'STRING' THEN value IS :: STRING
            WHEN 'INTEGER' THEN value IS :: INTEGER
            WHEN 'INTEGER | FLOAT' THEN value IS :: INTEGER | FLOAT
            WHEN 'BOOLEAN' THEN value IS :: BOOLEAN
            WHEN 'DATE' THEN value IS :: DATE
            WHEN 'ZONED DATETIME' THEN value IS :: ZONED DATETIME
            WHEN 'LIST OF STRING' THEN value IS :: LIST<STRING NOT NULL>
            WHEN 'LIST OF INTEGER' THEN value IS :: LIST<INTEGER NOT NULL>
            WHEN 'LIST OF INTEGER | FLOAT' THEN value IS :: LIST<INTEGER NOT NULL | FLOAT NOT NULL>
            WHEN 'LIST OF BOOLEAN' THEN value IS :: LIST<BOOLEAN NOT NULL>
            WHEN 'LIST OF DATE' THEN value IS :: LIST<DATE NOT NULL>
            WHEN 'LIST OF ZONED DATETIME' THEN value IS :: LIST<ZONED DATETIME NOT NULL>
          END THEN ' is not of type ' + attribute.type
          WHEN any(
            code IN CASE WHEN attribute.list THEN value ELSE [value] END
            WHERE NOT code IN attribute.codes
          ) THEN ' is not one of ' + attribute.codeList
        END AS fault
      WHERE fault IS NOT NULL
      RETURN attribute, fault, count(*) AS times
    }
    WITH owner, attribute, fault, times ORDER BY owner.place, attribute.place
    RETURN owner.name + '.' + attribute.name AS place, fault, times
    """
        .formatted(pattern);
  }
}
