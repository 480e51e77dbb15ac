package nl.jeugdgraaf.rewrite;

import java.util.List;
import java.util.stream.Stream;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.TinyModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A scan that is sorted by its key asks that there is one: that drops no node, and lets the index
/// of the key give the order.
class OrderFromIndexTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rewrites(LawCase law) {
    law.check(new OrderFromIndex());
  }

  static Stream<LawCase> cases() {
    return Stream.of(
        new LawCase(
            "Sort n0.key < Scan n0:Author",
            "Sort n0.key < Filter NOT n0.key IS NULL < Scan n0:Author",
            tiny -> {
              var author = tiny.node("Author");
              return sorted(tiny, new Rows.Scan(author), author, "key");
            }),
        new LawCase(
            "Sort n0.key < Filter n0.name EQ $p1 < Scan n0:Author",
            "Sort n0.key < Filter (n0.name EQ $p1 AND NOT n0.key IS NULL) < Scan n0:Author",
            tiny -> {
              var author = tiny.node("Author");
              var named =
                  new Rows.Filter(new Rows.Scan(author), tiny.equal(author, "name", "Annie"));
              return sorted(tiny, named, author, "key");
            }),
        // A name is promised, but data can lack it, and a sort must not drop the author.
        LawCase.unchanged(
            "Sort n0.name < Scan n0:Author",
            tiny -> {
              var author = tiny.node("Author");
              return sorted(tiny, new Rows.Scan(author), author, "name");
            }),
        // No index gives the order of nodes that a relationship leads to.
        LawCase.unchanged(
            "Sort n1.isbn < Expand n0-[r0:WROTE]->(n1:Book) < Scan n0:Author",
            tiny -> {
              var author = tiny.node("Author");
              var hop = tiny.hop(author, "books");
              var books = new Rows.Expand(new Rows.Scan(author), hop);
              return sorted(tiny, books, hop.to(), "isbn");
            }));
  }

  private static Rows sorted(TinyModel tiny, Rows rows, NodeVariable node, String field) {
    return new Rows.Sort(rows, List.of(new Rows.SortKey(tiny.property(node, field), false)));
  }
}
