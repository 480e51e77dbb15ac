package nl.jeugdgraaf.property.draw;

import java.util.List;
import java.util.SplittableRandom;

/// A source of chance that gives the same draws for the same seed, and unlike draws for seeds that
/// are neighbours.
public final class RandomSource {
  private final SplittableRandom random;

  public RandomSource(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Returns true in so many of a hundred cases.
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// Returns a number between two, both included.
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /// Returns one element of a list.
  public <T> T from(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
