package nl.jeugdgraaf.cypher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Operator;
import nl.jeugdgraaf.plan.Predicate.Quantity;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.plan.TinyModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of condition, and the Cypher that it becomes. `$p0` is today.
class PredicateWriterTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"comparisons", "logic", "keysets", "related", "periods"})
  void isWrittenAs(Case written) {
    var tiny = new TinyModel();
    var book = tiny.node("Book");
    var predicate = written.condition().apply(tiny, book);
    assertEquals(written.plan(), TinyModel.text(predicate), "plan");
    assertEquals(written.cypher(), where(tiny, book, predicate), "Cypher");
  }

  static Stream<Case> comparisons() {
    return Stream.of(
        new Case(
            "n0.title EQ $p1", "n0.title = $p1", (tiny, book) -> tiny.equal(book, "title", "Pluk")),
        new Case(
            "n0.title IN $p1",
            "n0.title IN $p1",
            (tiny, book) -> tiny.compare(book, "title", Operator.IN, List.of("Pluk", "Otje"))),
        new Case(
            "n0.title STARTS_WITH $p1",
            "n0.title STARTS WITH $p1",
            (tiny, book) -> tiny.compare(book, "title", Operator.STARTS_WITH, "P")),
        // IN fails on what is not a list, so a stored value is tested first.
        new Case(
            "n0.subjects INCLUDES $p1",
            "$p1 IN CASE WHEN n0.subjects IS :: LIST<ANY> THEN n0.subjects END",
            (tiny, book) -> tiny.compare(book, "subjects", Operator.INCLUDES, "cats")),
        new Case(
            "size(n0.subjects) GTE $p1",
            "size(CASE WHEN n0.subjects IS :: LIST<ANY> THEN n0.subjects END) >= $p1",
            (tiny, book) ->
                new Predicate.Compare(
                    new Term.Size(tiny.property(book, "subjects")), Operator.GTE, tiny.value(2))),
        new Case(
            "n0.title IS NULL",
            "n0.title IS NULL",
            (tiny, book) -> new Predicate.IsNull(tiny.property(book, "title"))),
        new Case("n0:Book HAS LABEL", "(n0:Book)", (_, book) -> new Predicate.HasLabel(book)),
        new Case(
            "type(n0) IN $p1",
            "any(label IN labels(n0) WHERE label IN $p1)",
            (tiny, book) -> new Predicate.HasType(book, tiny.value(List.of("Book")))),
        new Case("n0 IN v0", "n0 IN v0", (tiny, book) -> new Predicate.InList(book, tiny.name())));
  }

  static Stream<Case> logic() {
    return Stream.of(
        new Case(
            "(n0.title EQ $p1 AND (n0.isbn EQ $p2 OR n0.isbn EQ $p3))",
            "(n0.title = $p1 AND (n0.isbn = $p2 OR n0.isbn = $p3))",
            (tiny, book) ->
                Predicate.and(
                    List.of(
                        tiny.equal(book, "title", "Pluk"),
                        Predicate.or(
                            List.of(
                                tiny.equal(book, "isbn", "8"), tiny.equal(book, "isbn", "9")))))),
        // Without a title the comparison is unknown; the book is not called Pluk, so it stays.
        new Case(
            "NOT n0.title EQ $p1",
            "NOT (coalesce(n0.title = $p1, false))",
            (tiny, book) -> Predicate.not(tiny.equal(book, "title", "Pluk"))),
        // This is never unknown.
        new Case(
            "NOT n0.title IS NULL",
            "n0.title IS NOT NULL",
            (tiny, book) -> Predicate.not(new Predicate.IsNull(tiny.property(book, "title")))),
        new Case("false", "false", (_, _) -> Predicate.Always.FALSE));
  }

  /// The rows after a cursor: the values of its row are parameters.
  static Stream<Case> keysets() {
    return Stream.of(
        new Case(
            "(n0.isbn) AFTER [$p1]", "n0.isbn > $p1", (tiny, book) -> after(tiny, book, "isbn")),
        // The first condition says nothing new, but an index can seek to it.
        new Case(
            "(n0.title, n0.isbn) AFTER [$p1, $p2]",
            "(n0.title >= $p1 AND (n0.title > $p1 OR (n0.title = $p1 AND n0.isbn > $p2)))",
            (tiny, book) -> after(tiny, book, "title", "isbn")),
        // A book without a year comes last, so what comes after the cursor's row depends on its
        // year.
        new Case(
            "(n0.year, n0.isbn) AFTER [$p1, $p2]",
            "((n0.year > $p1 OR ($p1 IS NOT NULL AND n0.year IS NULL))"
                + " OR ((n0.year = $p1 OR (n0.year IS NULL AND $p1 IS NULL))"
                + " AND n0.isbn > $p2))",
            (tiny, book) -> after(tiny, book, "year", "isbn")));
  }

  static Stream<Case> related() {
    return Stream.of(
        new Case(
            "SOME{n0<-[r0:WROTE]-(n1:Author) n1.name EQ $p1}",
            "EXISTS { MATCH (n0)<-[r0:WROTE]-(n1:Author) WHERE n1.name = $p1 RETURN 1 }",
            (tiny, book) -> {
              var hop = tiny.hop(book, "authors");
              return new Predicate.SemiJoin(
                  hop, tiny.equal(hop.to(), "name", "Annie"), Quantity.SOME);
            }),
        new Case(
            "ONE{n0<-[r0:WROTE]-(n1:Author)}",
            "COUNT { MATCH (n0)<-[r0:WROTE]-(n1:Author) RETURN 1 } = 1",
            (tiny, book) ->
                new Predicate.SemiJoin(
                    tiny.hop(book, "authors"), Predicate.Always.TRUE, Quantity.ONE)),
        new Case(
            "EXISTS{Expand n0<-[r0:WROTE]-(n1:Author) < Argument n0}",
            "EXISTS { MATCH (n0)<-[r0:WROTE]-(n1:Author) RETURN 1 }",
            (tiny, book) ->
                new Predicate.Exists(
                    new Rows.Expand(new Rows.Argument(book), tiny.hop(book, "authors")))));
  }

  /// A period includes its first day and not its last; a missing side has no bound.
  static Stream<Case> periods() {
    return Stream.of(
        new Case(
            "r0 VALID ON $p1",
            "((r0.validFrom IS NULL OR r0.validFrom <= $p1)"
                + " AND (r0.validTo IS NULL OR r0.validTo > $p1))",
            (tiny, book) ->
                new Predicate.ValidOn(
                    tiny.hop(book, "publishers").relationship(), tiny.value("2026-01-01"))),
        new Case(
            "r0 OVERLAPS [$p1, )",
            "(r0.validTo IS NULL OR r0.validTo > $p1)",
            (tiny, book) ->
                new Predicate.Overlaps(
                    tiny.hop(book, "publishers").relationship(),
                    Optional.of(tiny.value("2026-01-01")),
                    Optional.empty())),
        new Case(
            "r0 DURING [$p1, )",
            "(r0.validFrom IS NOT NULL AND r0.validFrom >= $p1)",
            (tiny, book) ->
                new Predicate.During(
                    tiny.hop(book, "publishers").relationship(),
                    Optional.of(tiny.value("2026-01-01")),
                    Optional.empty())));
  }

  private static Predicate after(TinyModel tiny, NodeVariable book, String... fields) {
    var order =
        Stream.of(fields)
            .map(field -> new Rows.SortKey(tiny.property(book, field), false))
            .toList();
    return new Predicate.After(order, Stream.of(fields).map(tiny::value).toList(), Set.<Term>of());
  }

  /// Returns the condition of the statement that reads the books for which it holds.
  private static String where(TinyModel tiny, NodeVariable book, Predicate predicate) {
    var column = new Projection.Column.Value(tiny.property(book, "isbn"));
    var rows = new Rows.Filter(new Rows.Scan(book), predicate);
    var statement = CypherWriter.write(new Plan(List.of(new Projection(rows, List.of(column)))));
    return statement.substring(
        statement.indexOf(" WHERE ") + " WHERE ".length(), statement.lastIndexOf(" RETURN "));
  }

  /// One condition.
  ///
  /// @param plan how a plan prints it
  /// @param cypher how a statement says it
  /// @param condition makes it, on a book
  record Case(
      String plan, String cypher, BiFunction<TinyModel, NodeVariable, Predicate> condition) {
    @Override
    public String toString() {
      return plan + " -> " + cypher;
    }
  }
}
