package nl.jeugdgraaf.property;

import java.util.List;
import java.util.Random;

/// A source of chance that gives the same draws for the same seed.
final class Draw {
  private final Random random;

  Draw(long seed) {
    // Neighbouring seeds of Random start alike; a few draws pull them apart.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    random.nextLong();
  }

  /// Returns true in so many of a hundred cases.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// Returns a number between two, both included.
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /// Returns one element of a list.
  <T> T from(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Returns a seed for another source.
  long seed() {
    return random.nextLong();
  }
}
