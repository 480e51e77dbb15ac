package nl.jeugdgraaf.seed.synthetic;

import java.util.List;

/// Random numbers for one subject, the same on every machine and in every run.
///
/// Equal subjects and indexes give equal numbers. So each table can compute what another one says
/// about the same trajectory, and neither is held in memory. The algorithm is SplitMix64, written
/// out here because the committed files must not change with the Java version.
final class StableRandom {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  private StableRandom(long state) {
    this.state = state;
  }

  /// {@return the numbers of one subject, from the first on}
  ///
  /// @param subject what they decide, such as `birth`
  /// @param index for which one of its kind
  static StableRandom of(String subject, long index) {
    return new StableRandom(mixed(mixed(subject.hashCode()) + index));
  }

  /// {@return a number from 0 up to, but not including, a bound}
  ///
  /// @param bound at least 1
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /// {@return a number in a range}
  ///
  /// @param from the lowest number
  /// @param to above `from`, and not in the range
  int between(int from, int to) {
    return from + below(to - from);
  }

  /// {@return whether something happens that has a chance}
  ///
  /// @param chance how many times in a hundred
  boolean percent(int chance) {
    return below(100) < chance;
  }

  /// {@return one of several choices}
  ///
  /// @param <T> type of the choices
  /// @param choices at least one
  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /// {@return any 64 bits}
  long next() {
    state += STEP;
    return mixed(state);
  }

  private static long mixed(long bits) {
    long half = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    long most = (half ^ (half >>> 27)) * 0x94d049bb133111ebL;
    return most ^ (most >>> 31);
  }
}
