package nl.jeugdgraaf.property.draw;

import java.util.List;
import java.util.Random;

/// A source of chance that gives the same draws for the same seed.
public final class RandomSource {
  private final Random random;

  public RandomSource(long seed) {
    // Neighbouring seeds of Random start alike; a few draws pull them apart.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    random.nextLong();
  }

  /// Returns true in so many of a hundred cases.
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// Returns a number between two, both included.
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /// Returns one element of a list.
  public <T> T from(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Returns a seed for another source.
  long seed() {
    return random.nextLong();
  }
}
