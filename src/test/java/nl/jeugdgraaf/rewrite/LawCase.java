package nl.jeugdgraaf.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.TinyModel;

/// Rows before and after a law, as their plan is printed.
///
/// @param before the rows
/// @param after what the law makes of them
/// @param rows makes the rows
record LawCase(String before, String after, Function<TinyModel, Rows> rows) {
  /// Returns a case to which the law does not apply.
  static LawCase unchanged(String before, Function<TinyModel, Rows> rows) {
    return new LawCase(before, before, rows);
  }

  void check(Law law) {
    var made = rows.apply(new TinyModel());
    assertEquals(before, TinyModel.text(made), "before");
    assertEquals(after, TinyModel.text(law.apply(new Projection(made, List.of())).rows()), "after");
  }

  @Override
  public String toString() {
    return before + " -> " + (before.equals(after) ? "unchanged" : after);
  }
}
