package nl.jeugdgraaf.seed.synthetic;

import java.util.List;

/// What sort of help a product is: how much of it is given, for how long, and by whom.
@SuppressWarnings("ImmutableEnumChecker") // the lists are of constants, made by List.of
enum ProductKind {
  INDIVIDUAL_GUIDANCE(240, Cover.GUIDANCE, Givers.GUIDANCE, Amounts.HOURS),
  FAMILY_GUIDANCE(240, Cover.GUIDANCE, Givers.GUIDANCE, Amounts.HOURS),
  GROUP_GUIDANCE(220, Cover.GUIDANCE, Givers.GUIDANCE, Amounts.DAY_PARTS),
  BASIC_TREATMENT(210, Cover.TREATMENT, Givers.TREATMENT, Amounts.MINUTES),
  TREATMENT(270, Cover.TREATMENT, Givers.TREATMENT, Amounts.MINUTES),
  DIAGNOSTICS(75, Cover.TREATMENT, Givers.TREATMENT, Amounts.TOTALS),
  FAMILY_TREATMENT(220, Cover.TREATMENT, Givers.FAMILY_TREATMENT, Amounts.MINUTES),
  SYSTEM_INTERVENTION(190, Cover.NONE, Givers.FAMILY_TREATMENT, Amounts.HOURS),
  EDUCATION_SUPPORT(200, Cover.NONE, Givers.DAYS, Amounts.HOURS),
  DAY_ACTIVITY(320, Cover.NONE, Givers.DAYS, Amounts.DAY_PARTS),
  DAY_TREATMENT(280, Cover.NONE, Givers.DAYS, Amounts.DAY_PARTS),
  CHILD_CARE(260, Cover.NONE, Givers.BASIC, Amounts.DAY_PARTS),
  BABY_CARE(25, Cover.NONE, Givers.BASIC, Amounts.DAY_PARTS),
  PERSONAL_CARE(260, Cover.NONE, Givers.BASIC, Amounts.MINUTES),
  TRANSPORT(240, Cover.NONE, Givers.DAYS, Amounts.TRIPS),
  POCKET_MONEY(200, Cover.NONE, Givers.STAY, Amounts.MONEY),
  FOSTER_CARE(900, Cover.NONE, Givers.FOSTER, Amounts.EACH_DAY),
  PART_TIME_FOSTER_CARE(480, Cover.NONE, Givers.FOSTER, Amounts.SOME_DAYS),
  FOSTER_SUPPORT(240, Cover.NONE, Givers.FOSTER, Amounts.HOURS),
  FAMILY_HOME(720, Cover.NONE, Givers.FAMILY_HOME, Amounts.EACH_DAY),
  STAY(280, Cover.NONE, Givers.STAY, Amounts.EACH_DAY),
  SHELTERED_LIVING(420, Cover.NONE, Givers.STAY, Amounts.EACH_DAY),
  RESPITE(330, Cover.NONE, Givers.RESPITE, Amounts.SOME_DAYS),
  CLINICAL(110, Cover.NONE, Givers.CLINIC, Amounts.EACH_DAY),
  RARE_TREATMENT(210, Cover.NONE, Givers.CLINIC, Amounts.MINUTES),
  CRISIS(28, Cover.NONE, Givers.STAY, Amounts.HOURS),
  CONSULTATION(80, Cover.NONE, Givers.FAMILY_TREATMENT, Amounts.TOTALS);

  private final int days;
  private final String cover;
  private final Givers givers;
  private final List<String> amounts;

  ProductKind(int days, String cover, Givers givers, List<String> amounts) {
    this.days = days;
    this.cover = cover;
    this.givers = givers;
    this.amounts = amounts;
  }

  /// Kinds of help that local contracts cover, as agreements write them.
  private static final class Cover {
    static final String GUIDANCE = "GUIDANCE";
    static final String TREATMENT = "TREATMENT";
    static final String NONE = "";

    private Cover() {}
  }

  /// Volume, unit and frequency.
  private static final class Amounts {
    static final List<String> HOURS =
        List.of(
            "90,MINUTE,WEEKLY",
            "2,HOUR,WEEKLY",
            "3,HOUR,WEEKLY",
            "4,HOUR,WEEKLY",
            "10,HOUR,MONTHLY");
    static final List<String> MINUTES =
        List.of(
            "45,MINUTE,WEEKLY",
            "60,MINUTE,WEEKLY",
            "90,MINUTE,WEEKLY",
            "180,MINUTE,MONTHLY",
            "1500,MINUTE,TOTAL");
    static final List<String> TOTALS =
        List.of("600,MINUTE,TOTAL", "900,MINUTE,TOTAL", "12,HOUR,TOTAL", "1,PIECE_OUTPUT,TOTAL");
    static final List<String> DAY_PARTS =
        List.of("1,DAY_PART,WEEKLY", "2,DAY_PART,WEEKLY", "4,DAY_PART,WEEKLY", "8,DAY_PART,WEEKLY");
    static final List<String> TRIPS = List.of("4,PIECE_EFFORT,WEEKLY", "10,PIECE_EFFORT,WEEKLY");
    static final List<String> MONEY = List.of("60,EURO,MONTHLY", "95,EURO,MONTHLY");
    static final List<String> EACH_DAY = List.of("1,DAY_AND_NIGHT,DAILY", "7,DAY_AND_NIGHT,WEEKLY");
    static final List<String> SOME_DAYS =
        List.of("2,DAY_AND_NIGHT,WEEKLY", "2,DAY_AND_NIGHT,MONTHLY", "4,DAY_AND_NIGHT,MONTHLY");

    private Amounts() {}
  }

  /// Which providers give it: those of one of the kinds that have one of the sorts of expertise.
  private enum Givers {
    GUIDANCE(List.of("BASIC_HELP", "INSTITUTION", "PRACTICE"), List.of("JO", "LVB")),
    BASIC(List.of("BASIC_HELP"), List.of("JO")),
    TREATMENT(List.of("INSTITUTION", "PRACTICE"), List.of("GGZ", "ADDICTION")),
    FAMILY_TREATMENT(List.of("INSTITUTION"), List.of("JO", "GGZ", "ADDICTION")),
    DAYS(List.of("INSTITUTION", "BASIC_HELP"), List.of("LVB", "EDUCATION", "JO")),
    STAY(List.of("INSTITUTION"), List.of("JO", "LVB")),
    RESPITE(List.of("INSTITUTION", "FAMILY_HOME"), List.of("LVB", "JO")),
    CLINIC(List.of("INSTITUTION"), List.of("GGZ")),
    FAMILY_HOME(List.of("FAMILY_HOME"), List.of("JO")),
    FOSTER(List.of("FOSTER_CARE"), List.of("FOSTER_CARE"));

    private final List<String> kinds;
    private final List<String> expertise;

    Givers(List<String> kinds, List<String> expertise) {
      this.kinds = kinds;
      this.expertise = expertise;
    }
  }

  /// {@return how many days half of the deliveries exceed}
  int days() {
    return days;
  }

  /// {@return the kind of help, as agreements write it, or empty if they never cover it}
  String cover() {
    return cover;
  }

  /// {@return possible amounts: volume, unit and frequency, with commas between}
  List<String> amounts() {
    return amounts;
  }

  /// {@return whether a provider gives it}
  ///
  /// @param kind its kind
  /// @param expertise what it is expert in
  boolean isGivenBy(String kind, List<String> expertise) {
    return givers.kinds.contains(kind) && expertise.stream().anyMatch(givers.expertise::contains);
  }

  /// {@return whether a youth sleeps elsewhere, so that two at once exclude each other}
  boolean isStay() {
    return switch (this) {
      case FOSTER_CARE,
          PART_TIME_FOSTER_CARE,
          FAMILY_HOME,
          STAY,
          SHELTERED_LIVING,
          RESPITE,
          CLINICAL ->
          true;
      default -> false;
    };
  }

  /// {@return whether it can go on in another delivery: not if it is meant to be short}
  boolean goesOn() {
    return days >= 180 && this != POCKET_MONEY;
  }

  /// {@return the fewest days for which it is worth to begin}
  int fewestDays() {
    return Math.max(5, days / 6);
  }
}
