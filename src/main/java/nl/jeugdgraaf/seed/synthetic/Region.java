package nl.jeugdgraaf.seed.synthetic;

import java.util.Locale;

/// The two regions. Of every five subjects, three belong to the first and two to the second.
///
/// Families, youths and trajectories come in whole blocks of forty, so this rule puts a trajectory,
/// its youth and the family in the same region.
enum Region {
  /// Jeugdregio Groningen: the first three of every five.
  GRONINGEN(0, 3, 0),
  /// Haaglanden: the last two of every five.
  HAAGLANDEN(3, 2, 1);

  /// How many subjects the rule spans.
  static final int CYCLE = 5;

  private final int first;
  private final int share;
  private final int turn;

  Region(int first, int share, int turn) {
    this.first = first;
    this.share = share;
    this.turn = turn;
  }

  /// {@return the region of a subject}
  ///
  /// @param index which one, from 0
  static Region of(int index) {
    return index % CYCLE < GRONINGEN.share ? GRONINGEN : HAAGLANDEN;
  }

  /// {@return the region of something that alternates between the regions}
  ///
  /// @param index which one, from 0
  static Region inTurn(int index) {
    return index % 2 == 0 ? GRONINGEN : HAAGLANDEN;
  }

  /// {@return its place when the regions alternate: 0 or 1}
  int turn() {
    return turn;
  }

  /// {@return how many subjects are in this region}
  ///
  /// @param total how many there are in both regions
  int count(int total) {
    return total / CYCLE * share + Math.clamp(total % CYCLE - first, 0, share);
  }

  /// {@return the index of a subject of this region among those of both}
  ///
  /// @param rank its rank in this region, from 0
  int index(int rank) {
    return rank / share * CYCLE + first + rank % share;
  }

  /// {@return the rank of a subject in this region, from 0}
  ///
  /// @param index its index among those of both regions
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
