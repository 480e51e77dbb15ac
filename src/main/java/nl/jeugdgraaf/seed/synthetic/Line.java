package nl.jeugdgraaf.seed.synthetic;

/// How special help is. The more special, the longer youths wait for it.
enum Line {
  /// Specialised help (HSJ).
  SPECIALISED(45),
  /// Treatment by specialists, stay and crisis.
  ADDITIONAL(60),
  /// The rest, above all guidance.
  BASIC(36);

  /// How many percent of the typical waiting time of 2025 it was in each year, from 2023.
  private static final int[] YEARS = {78, 90, 100, 92};

  private final int waiting;

  Line(int waiting) {
    this.waiting = waiting;
  }

  /// {@return the line of a segment}
  ///
  /// @param segment its key
  static Line of(String segment) {
    if (segment.endsWith("/HSJ")) {
      return SPECIALISED;
    }
    boolean additional =
        segment.endsWith("/AANVULLEND")
            || segment.endsWith("/REVISION_2026/1")
            || segment.endsWith("/REVISION_2026/2");
    return additional ? ADDITIONAL : BASIC;
  }

  /// {@return how many days from signal to start half of the trajectories exceed}
  ///
  /// @param signal day of the signal
  int typicalWaiting(int signal) {
    int year = Math.clamp((signal - Days.FIRST) / 365, 0, YEARS.length - 1);
    return waiting * YEARS[year] / 100;
  }
}
