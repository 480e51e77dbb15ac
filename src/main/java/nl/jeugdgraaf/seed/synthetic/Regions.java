package nl.jeugdgraaf.seed.synthetic;

import java.util.Locale;

/// The two regions, and which subjects are in which: of every five, three and two.
///
/// Families, youths and trajectories come in whole blocks of forty, so the same rule, applied to
/// the index of any of them, gives the same region for a trajectory, its youth and the family.
enum Regions {
  /// Jeugdregio Groningen: the first three of every five.
  GRONINGEN(0, 3, 0),
  /// Haaglanden: the last two of every five.
  HAAGLANDEN(3, 2, 1);

  /// How many subjects the rule spans.
  static final int CYCLE = 5;

  private final int first;
  private final int share;
  private final int turn;

  Regions(int first, int share, int turn) {
    this.first = first;
    this.share = share;
    this.turn = turn;
  }

  /// {@return the region of a subject}
  ///
  /// @param index which one, from 0
  static Regions of(int index) {
    return index % CYCLE < GRONINGEN.share ? GRONINGEN : HAAGLANDEN;
  }

  /// {@return the region of what is in either in turn}
  ///
  /// @param index which one, from 0
  static Regions inTurn(int index) {
    return index % 2 == 0 ? GRONINGEN : HAAGLANDEN;
  }

  /// Returns which turn it has.
  ///
  /// @return 0 for the first of every two, 1 for the other
  int turn() {
    return turn;
  }

  /// Counts the subjects in this region.
  ///
  /// @param total how many there are in both
  /// @return how many of them are here
  int count(int total) {
    return total / CYCLE * share + Math.clamp(total % CYCLE - first, 0, share);
  }

  /// Finds a subject in this region.
  ///
  /// @param rank which one of this region, from 0
  /// @return its index among those of both regions
  int index(int rank) {
    return rank / share * CYCLE + first + rank % share;
  }

  /// {@return how many subjects of this region come before one of its own: its rank, from 0}
  ///
  /// @param index the index of one that is here
  int rank(int index) {
    return index / CYCLE * share + index % CYCLE - first;
  }

  /// Returns the name as people write it.
  ///
  /// @return such as `Groningen`
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
