package nl.jeugdgraaf.rewrite;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Predicate.Quantity;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.TinyModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows start at the node whose key is given, however far away it is, instead of at every node.
class AnchorAtKeyTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"keyOfTheNode", "keyFurtherAway", "noKey"})
  void rewrites(LawCase law) {
    law.check(new AnchorAtKey());
  }

  static Stream<LawCase> keyOfTheNode() {
    return Stream.of(
        new LawCase(
            "Filter n0.key EQ $p1 < Scan n0:Author",
            "Lookup n0:Author n0.key = $p1",
            authors((tiny, author) -> tiny.equal(author, "key", "1"))),
        new LawCase(
            "Filter (n0.name EQ $p1 AND n0.key EQ $p2) < Scan n0:Author",
            "Filter n0.name EQ $p1 < Lookup n0:Author n0.key = $p2",
            authors((tiny, author) ->
                Predicate.and(
                    List.of(tiny.equal(author, "name", "A"), tiny.equal(author, "key", "1"))))));
  }

  static Stream<LawCase> keyFurtherAway() {
    return Stream.of(
        new LawCase(
            "Filter SOME{n0-[r0:WROTE]->(n1:Book) n1.isbn EQ $p1} < Scan n0:Author",
            "Distinct n0 < Expand n1<-[r0:WROTE]-(n0:Author) < Lookup n1:Book n1.isbn = $p1",
            authors((tiny, author) ->
                some(tiny.hop(author, "books"), book -> tiny.equal(book, "isbn", "9")))),
        // The guard of the relationship, that it is valid, is asked on the way back too.
        new LawCase(
            "Filter SOME{n0-[r0:WROTE]->(n1:Book) SOME{n1<-[r1:PUBLISHES]-(n2:Publisher)"
                + " guard(r1 VALID ON $p0) n2.code EQ $p1}} < Scan n0:Author",
            "Distinct n0 < Expand n1<-[r0:WROTE]-(n0:Author)"
                + " < Expand n2-[r1:PUBLISHES]->(n1:Book) guard(r1 VALID ON $p0)"
                + " < Lookup n2:Publisher n2.code = $p1",
            authors((tiny, author) ->
                some(
                    tiny.hop(author, "books"),
                    book ->
                        some(
                            tiny.hop(book, "publishers"),
                            publisher -> tiny.equal(publisher, "code", "Q"))))));
  }

  static Stream<LawCase> noKey() {
    return Stream.of(
        LawCase.unchanged(
            "Filter n0.name EQ $p1 < Scan n0:Author",
            authors((tiny, author) -> tiny.equal(author, "name", "Annie"))),
        // Authors without the book fit as well.
        LawCase.unchanged(
            "Filter NOT SOME{n0-[r0:WROTE]->(n1:Book) n1.isbn EQ $p1} < Scan n0:Author",
            authors((tiny, author) ->
                Predicate.not(
                    some(tiny.hop(author, "books"), book -> tiny.equal(book, "isbn", "9"))))),
        // So do authors with the name.
        LawCase.unchanged(
            "Filter (n0.key EQ $p1 OR n0.name EQ $p2) < Scan n0:Author",
            authors((tiny, author) ->
                Predicate.or(
                    List.of(tiny.equal(author, "key", "1"), tiny.equal(author, "name", "A"))))));
  }

  private static Function<TinyModel, Rows> authors(
      BiFunction<TinyModel, NodeVariable, Predicate> condition) {
    return tiny -> {
      var author = tiny.node("Author");
      return new Rows.Filter(new Rows.Scan(author), condition.apply(tiny, author));
    };
  }

  private static Predicate some(Hop hop, Function<NodeVariable, Predicate> condition) {
    return new Predicate.SemiJoin(hop, condition.apply(hop.to()), Quantity.SOME);
  }
}
