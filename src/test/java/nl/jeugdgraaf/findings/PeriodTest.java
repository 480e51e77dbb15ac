package nl.jeugdgraaf.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is left of a period: the days that no other period has.
class PeriodTest {
  /// Periods are days of a month, as in `2-8`; a missing day is open or unknown.
  @ParameterizedTest(name = "{0} without {1} is {2}")
  @CsvSource(
      nullValues = "nothing",
      value = {
        "2-8, nothing, 2-8",
        "2-8, 2-8, nothing",
        "2-8, 1-9, nothing",
        "2-8, -, nothing",
        "2-8, 2-5, 5-8",
        "2-8, 5-8, 2-5",
        "2-8, 5-, 2-5",
        "2-8, 3-4 6-7, 2-3 4-6 7-8",
        "2-8, 6-7 3-4 3-6, 2-3 7-8",
        "2-8, 2-5 5-8, nothing",
        "2-8, 9-, 2-8",
        "2-, 3-5, 2-3 5-",
        "2-, -5, 5-",
        "-8, nothing, -8",
        "-8, 3-5, 5-8",
        "-, 3-, nothing",
        "-, -5, 5-",
        "8-2, nothing, nothing",
        "2-2, nothing, nothing"
      })
  void isEveryDayThatNoOtherHas(String whole, String others, String left) {
    var found =
        period(whole)
            .without(
                others == null
                    ? java.util.List.of()
                    : Arrays.stream(others.split(" ")).map(PeriodTest::period).toList());
    assertEquals(
        left == null ? "" : left,
        found.stream().map(PeriodTest::text).sorted().collect(Collectors.joining(" ")));
  }

  @Test
  void twoAreJoinedUpToTheLaterEnd() {
    assertEquals("2-8", text(period("2-5").upTo(period("2-8"))));
    assertEquals("2-8", text(period("2-8").upTo(period("2-5"))));
    assertEquals("2-", text(period("2-5").upTo(period("2-"))));
  }

  private static Period period(String text) {
    var dash = text.indexOf('-');
    return new Period(day(text.substring(0, dash)), day(text.substring(dash + 1)));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.of(2025, 1, Integer.parseInt(text));
  }

  private static String text(Period period) {
    return text(period.since()) + "-" + text(period.until());
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : String.valueOf(day.getDayOfMonth());
  }
}
