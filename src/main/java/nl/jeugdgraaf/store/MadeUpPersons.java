package nl.jeugdgraaf.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.jeugdgraaf.access.AccessRules;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.problem.ProblemException;

/// Tells persons who are made up from those who may be real, by the status of their source.
///
/// Persons are the nodes to which all data of persons lead: those of a type whose `@subject` has an
/// empty path.
public final class MadeUpPersons {
  /// In a network of national size it takes some seconds.
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private MadeUpPersons() {}

  /// Counts the persons who may be real: without a source, or with one that is not of made-up data.
  ///
  /// @param bolt the database
  /// @param model the types of its nodes
  /// @param rules which of them are persons
  /// @return how many there are
  /// @throws ProblemException if the database does not answer in time
  public static long countOthers(Bolt bolt, Model model, AccessRules rules) {
    return model.nodes().values().stream()
        .filter(type -> isPerson(rules, type))
        .mapToLong(type -> countOthers(bolt, type))
        .sum();
  }

  private static boolean isPerson(AccessRules rules, NodeType type) {
    return rules.of(type.name()).subject().filter(subject -> subject.path().isEmpty()).isPresent();
  }

  private static long countOthers(Bolt bolt, NodeType type) {
    var count = new AtomicLong();
    var statement =
        """
        MATCH (person:`%s`)
        WHERE NOT EXISTS {
          MATCH (source:Source {key: person.source})
          WHERE source.status IN ['SYNTHETIC', 'FICTITIOUS']
        }
        RETURN count(person) AS persons
        """
            .formatted(type.name());
    bolt.read(Statement.of(statement), WITHIN, row -> count.set(row.get("persons").asLong()));
    return count.get();
  }
}
