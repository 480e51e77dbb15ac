package nl.jeugdgraaf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EmptiesDatabase
class ConstraintsTest {
  private static final List<String> ALL = List.of("Author.key", "Author.name", "Book.isbn");

  private static final String SEARCH = Model.SEARCH_INDEX;

  private Bolt bolt;

  @BeforeEach
  void emptyDatabase() {
    bolt = TestDatabase.empty();
  }

  @Test
  void theFirstCallCreatesEverythingAndTheSecondNothing() {
    var first = Constraints.make(bolt, SmallModel.make());
    assertEquals(new Constraints.ConstraintReport(ALL, List.of(), List.of()), first);

    var second = Constraints.make(bolt, SmallModel.make());
    assertEquals(new Constraints.ConstraintReport(List.of(), ALL, List.of()), second);
  }

  @Test
  void keysCanBeCreatedBeforeTheRest() {
    Constraints.makeKeys(bolt, SmallModel.make());
    var twice = Statement.of("CREATE (:Book {isbn: 'b1'}), (:Book {isbn: 'b1'})");
    assertThrows(ProblemException.class, () -> bolt.write(twice));
    var report = Constraints.make(bolt, SmallModel.make());
    assertEquals(List.of("Author.name"), report.created());
    assertEquals(List.of("Author.key", "Book.isbn"), report.present());
  }

  @Test
  void aKeyIsUniqueAfterwards() {
    Constraints.make(bolt, SmallModel.make());
    var twice = Statement.of("CREATE (:Book {isbn: 'b1'}), (:Book {isbn: 'b1'})");
    assertThrows(ProblemException.class, () -> bolt.write(twice));
  }

  @Test
  void aKeyThatIsNotUniqueIsReportedAndTheRestIsCreated() {
    bolt.write(Statement.of("CREATE (:Author {key: 'a1'}), (:Author {key: 'a1'})"));
    var report = Constraints.make(bolt, SmallModel.make());
    assertEquals(List.of("Author.name", "Book.isbn"), report.created());
    assertEquals(
        List.of(
            "Author.key is a key, but several nodes have the same value; give each node its own"),
        report.notCreated());
  }

  @Test
  void theSearchIndexIsCreatedOnceOverAllMarkedProperties() {
    assertEquals(List.of(SEARCH), searchIndexMade());
    assertEquals(List.of(), searchIndexMade());
    bolt.write(
        Statement.of(
            """
            CREATE (:Author {key: 'a1', name: 'Het gezin'}),
              (:Book {isbn: 'b1', title: 'One', otherTitles: ['Two', 'Gezin en kind']}),
              (:Book {isbn: 'gezin', title: 'Three'})
            """));
    assertEquals(List.of("a1", "b1"), found("gezin"));
  }

  @Test
  void aDifferentIndexOfThatNameIsReplaced() {
    for (var other :
        List.of(
            "FULLTEXT INDEX search FOR (n:Author) ON EACH [n.name]",
            "FULLTEXT INDEX search FOR (n:Author|Book) ON EACH [n.name, n.title]",
            "FULLTEXT INDEX search FOR (n:Author|Book) ON EACH [n.name, n.title, n.otherTitles]"
                + " OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}}",
            "FULLTEXT INDEX search FOR (n:Author|Book) ON EACH [n.name, n.title, n.otherTitles]"
                + " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding',"
                + " `fulltext.eventually_consistent`: true}}",
            "FULLTEXT INDEX search FOR ()-[r:WROTE]-() ON EACH [r.share]",
            "INDEX search FOR (n:Author) ON (n.born)")) {
      bolt.command(Statement.of("DROP INDEX search IF EXISTS"));
      bolt.command(Statement.of("CREATE " + other));
      assertEquals(List.of(SEARCH), searchIndexMade(), other);
      assertEquals(List.of(), searchIndexMade(), other);
    }
  }

  @Test
  void whatBlocksTheSearchIndexIsReported() {
    bolt.command(
        Statement.of(
            "CREATE FULLTEXT INDEX texts FOR (n:Book|Author)"
                + " ON EACH [n.otherTitles, n.name, n.title]"));
    assertEquals(
        List.of("search covers the same properties as the index texts; drop that index"),
        Constraints.make(bolt, SmallModel.searchable()).notCreated());
    bolt.command(Statement.of("DROP INDEX texts"));
    bolt.command(Statement.of("CREATE CONSTRAINT search FOR (n:Author) REQUIRE n.born IS UNIQUE"));
    assertEquals(
        List.of("search is the name of a constraint; rename the constraint"),
        Constraints.make(bolt, SmallModel.searchable()).notCreated());
  }

  @Test
  void dataThatFitsHasNoViolations() {
    bolt.write(
        Statement.of(
            """
            CREATE (:Author:Person {key: 'a1', name: 'Ada', born: date('1900-01-01')})
              -[:WROTE {share: 100}]->
              (:Book {isbn: 'b1', title: 'One', genre: 'POEM', alsoGenres: ['NOVEL']})
            """));
    assertEquals(List.of(), SchemaViolations.find(bolt, SmallModel.make()));
  }

  @Test
  void violationsAreCounted() {
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
            "Author.key has no value: 1 found",
            "Author.name is not of type String: 1 found",
            "Author.born is not of type Date: 1 found",
            "Book.title has no value: 1 found",
            "Book.genre is not one of Genre: 1 found",
            "Book.alsoGenres is not of type [Genre!]: 1 found",
            "Book.alsoGenres is not one of Genre: 1 found",
            "Relationship type READ is not in the schema",
            "WROTE.share has no value: 1 found"),
        SchemaViolations.find(bolt, SmallModel.make()));
  }

  private List<String> searchIndexMade() {
    var report = Constraints.make(bolt, SmallModel.searchable());
    assertEquals(List.of(), report.notCreated());
    return report.created().stream().filter(SEARCH::equals).toList();
  }

  private List<String> found(String query) {
    var statement =
        new Statement(
            "CALL db.index.fulltext.queryNodes($index, $query) YIELD node"
                + " RETURN coalesce(node.key, node.isbn) AS key ORDER BY key",
            Map.of("index", SEARCH, "query", query));
    return bolt.command(statement).stream().map(row -> row.get("key").asString()).toList();
  }
}
