package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.cypher.Statement;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
  private static final List<String> ALL = List.of("Author.id", "Author.name", "Book.isbn");

  private Bolt bolt;

  @BeforeEach
  void emptyDatabase() {
    bolt = TestDatabase.empty();
  }

  @Test
  void theFirstCallMakesEverythingAndTheSecondNothing() {
    var first = Constraints.make(bolt, SmallModel.make());
    assertEquals(new Constraints.Report(ALL, List.of(), List.of()), first);

    var second = Constraints.make(bolt, SmallModel.make());
    assertEquals(new Constraints.Report(List.of(), ALL, List.of()), second);
  }

  @Test
  void aKeyIsUniqueAfterwards() {
    Constraints.make(bolt, SmallModel.make());
    var twice = Statement.of("CREATE (:Book {isbn: 'b1'}), (:Book {isbn: 'b1'})");
    assertThrows(ProblemException.class, () -> bolt.write(twice));
  }

  @Test
  void aKeyThatIsNotUniqueIsReportedAndTheRestIsMade() {
    bolt.write(Statement.of("CREATE (:Author {id: 'a1'}), (:Author {id: 'a1'})"));
    var report = Constraints.make(bolt, SmallModel.make());
    assertEquals(List.of("Author.name", "Book.isbn"), report.made());
    assertEquals(
        List.of("Author.id is a key, but nodes share a value; give each its own"), report.broken());
  }

  @Test
  void dataThatFitsHasNoContradictions() {
    bolt.write(
        Statement.of(
            """
            CREATE (:Author:Person {id: 'a1', name: 'Ada', born: date('1900-01-01')})
              -[:WROTE {share: 100}]->
              (:Book {isbn: 'b1', title: 'One', genre: 'POEM', alsoGenres: ['NOVEL']})
            """));
    assertEquals(List.of(), Contradictions.find(bolt, SmallModel.make()));
  }

  @Test
  void dataThatDoesNotFitIsCounted() {
    bolt.write(
        Statement.of(
            """
            CREATE (a:Author {name: 7, born: '1900-01-01'})
            CREATE (:Book {isbn: 'b1', genre: 'PLAY', alsoGenres: 'POEM'}),
              (:Book {isbn: 'b2', title: 'Two', alsoGenres: ['POEM', 'PLAY']})
            CREATE (a)-[:WROTE]->(:Pamphlet), (a)-[:READ]->(a)
            """));
    assertEquals(
        List.of(
            "Label Pamphlet is not in the schema",
            "Author.id has no value: 1 found",
            "Author.name is no String: 1 found",
            "Author.born is no Date: 1 found",
            "Book.title has no value: 1 found",
            "Book.genre is not one of Genre: 1 found",
            "Book.alsoGenres is no [Genre!]: 1 found",
            "Book.alsoGenres is not one of Genre: 1 found",
            "Relationship type READ is not in the schema",
            "WROTE.share has no value: 1 found"),
        Contradictions.find(bolt, SmallModel.make()));
  }
}
