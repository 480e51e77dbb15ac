package nl.jeugdgraaf.rewrite;

import java.util.stream.Stream;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A filter that keeps every row is left out.
class DropTrueFiltersTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rewrites(LawCase law) {
    law.check(new DropTrueFilters());
  }

  static Stream<LawCase> cases() {
    return Stream.of(
        new LawCase(
            "Filter true < Scan n0:Author",
            "Scan n0:Author",
            tiny -> new Rows.Filter(new Rows.Scan(tiny.node("Author")), Predicate.Always.TRUE)),
        new LawCase(
            "Limit $p1 < Filter true < Scan n0:Author",
            "Limit $p1 < Scan n0:Author",
            tiny ->
                new Rows.Limit(
                    new Rows.Filter(new Rows.Scan(tiny.node("Author")), Predicate.Always.TRUE),
                    tiny.value(10),
                    0)),
        LawCase.unchanged(
            "Filter false < Scan n0:Author",
            tiny -> new Rows.Filter(new Rows.Scan(tiny.node("Author")), Predicate.Always.FALSE)));
  }
}
