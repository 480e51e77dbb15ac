package nl.jeugdgraaf.seed.synthetic;

import java.util.List;

/// Chance that is the same on every machine and in every run: a row of dice for one subject.
///
/// SplitMix64, written out here because the committed files must not change with the Java version.
/// Dice of the same subject and index give the same throws, so that every table can work out what
/// another table says about the same trajectory, without either being kept.
final class Dice {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /// Returns the dice of one subject.
  ///
  /// @param subject what is thrown for, such as `birth`
  /// @param index which one of its kind
  /// @return new dice, that have not been thrown
  static Dice of(String subject, long index) {
    return new Dice(mixed(mixed(subject.hashCode()) + index));
  }

  /// Throws for a number.
  ///
  /// @param bound at least 1
  /// @return from 0 up to, not including, the bound
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /// Throws for a number in a range.
  ///
  /// @param from lowest
  /// @param to above the highest, and above `from`
  /// @return from `from` up to, not including, `to`
  int between(int from, int to) {
    return from + below(to - from);
  }

  /// Throws for something that happens that often.
  ///
  /// @param chance how many times out of a hundred
  /// @return whether it happens
  boolean percent(int chance) {
    return below(100) < chance;
  }

  /// Throws for one of several.
  ///
  /// @param <T> of what
  /// @param choices at least one
  /// @return one of them
  <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /// Throws for any 64 bits.
  ///
  /// @return the bits
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
