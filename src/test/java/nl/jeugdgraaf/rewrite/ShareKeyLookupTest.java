package nl.jeugdgraaf.rewrite;

import java.util.stream.Stream;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Quantity;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.TinyModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A node that was looked up already is not looked up again by its key.
class ShareKeyLookupTest {
  private static final String BOOKS_OF_Q =
      " < Expand n0-[r0:PUBLISHES]->(n1:Book) guard(r0 VALID ON $p0)"
          + " < Lookup n0:Publisher n0.code = $p1";

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rewrites(LawCase law) {
    law.check(new ShareKeyLookup());
  }

  static Stream<LawCase> cases() {
    return Stream.of(
        new LawCase(
            "Filter SOME{n1<-[r1:PUBLISHES]-(n2:Publisher) guard(r1 VALID ON $p0) n2.code EQ $p2}"
                + BOOKS_OF_Q,
            "Filter SOME{n1<-[r1:PUBLISHES]-(n0:Publisher) guard(r1 VALID ON $p0)}" + BOOKS_OF_Q,
            tiny -> booksOfQ(tiny, "Q")),
        LawCase.unchanged(
            "Filter SOME{n1<-[r1:PUBLISHES]-(n2:Publisher) guard(r1 VALID ON $p0) n2.code EQ $p2}"
                + BOOKS_OF_Q,
            tiny -> booksOfQ(tiny, "another")),
        // A scan binds any publisher, not the one with the key.
        LawCase.unchanged(
            "Filter SOME{n1<-[r1:PUBLISHES]-(n2:Publisher) guard(r1 VALID ON $p0) n2.code EQ $p1}"
                + " < Expand n0-[r0:PUBLISHES]->(n1:Book) guard(r0 VALID ON $p0)"
                + " < Scan n0:Publisher",
            tiny -> {
              var publisher = tiny.node("Publisher");
              var books = tiny.hop(publisher, "books");
              return published(tiny, new Rows.Expand(new Rows.Scan(publisher), books), books, "Q");
            }));
  }

  private static Rows booksOfQ(TinyModel tiny, String again) {
    var publisher = tiny.node("Publisher");
    var lookup = new Rows.Lookup(publisher, tiny.property(publisher, "code"), tiny.value("Q"));
    var books = tiny.hop(publisher, "books");
    return published(tiny, new Rows.Expand(lookup, books), books, again);
  }

  /// Returns the rows of which the book is sold by a publisher.
  private static Rows published(TinyModel tiny, Rows rows, Hop books, String code) {
    var by = tiny.hop(books.to(), "publishers");
    return new Rows.Filter(
        rows, new Predicate.SemiJoin(by, tiny.equal(by.to(), "code", code), Quantity.SOME));
  }
}
