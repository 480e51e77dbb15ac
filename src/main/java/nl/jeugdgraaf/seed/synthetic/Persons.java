package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;

/// Makes the families and youths, where they live, and the measures of some youths.
final class Persons {
  private static final int BORN_FIRST = Days.day(2003, 1, 1);
  private static final int BORN_LAST = Days.day(2025, 6, 30);
  private static final int ADULT_BY_NOW = Days.day(2008, 11, 15);
  private static final int YEAR = 365;

  private final SyntheticNetwork.PersonCounts size;
  private final Organisations organisations;

  Persons(SyntheticNetwork.PersonCounts size, Organisations organisations) {
    this.size = size;
    this.organisations = organisations;
  }

  /// A stay in one municipality.
  ///
  /// @param municipality its code
  /// @param from first day
  /// @param to first day after it, or [Days#NONE]
  record Home(String municipality, int from, int to) {
    /// Returns whether a day is within the stay.
    boolean on(int day) {
      return from <= day && (to == Days.NONE || day < to);
    }
  }

  int youths() {
    return size.youths();
  }

  static String youthKey(int index) {
    return LazyTable.key("Y-", index);
  }

  /// Returns the day of birth, which the rows may leave out. About 12 in a hundred are adults now.
  static int birth(int youth) {
    var random = StableRandom.of("birth", youth);
    return random.percent(12)
        ? random.between(BORN_FIRST, ADULT_BY_NOW)
        : random.between(ADULT_BY_NOW, BORN_LAST + 1);
  }

  /// Returns whether a youth has a measure: about 12 in a hundred, at any age.
  static boolean hasMeasure(int youth) {
    return StableRandom.of("measure", youth).percent(12);
  }

  /// Returns the code of the municipality that is responsible for a youth on a day.
  String municipality(int youth, int day) {
    var homes = homes(youth);
    return homes.stream()
        .filter(home -> home.on(day))
        .findFirst()
        .orElse(homes.getFirst())
        .municipality();
  }

  List<SeedTable> nodes() {
    return List.of(
        LazyTable.of(
            "Family",
            "key,source",
            size.families(),
            (index, out) -> out.accept(List.of(familyKey(index), SOURCE))),
        LazyTable.of(
            "Youth", "key,name,birthDate,pseudonym,source", size.youths(), this::writeYouth),
        LazyTable.of(
            "Measure", "key,kind,startedOn,endedOn,source", size.youths(), this::writeMeasure));
  }

  List<SeedTable> relationships() {
    return List.of(
        LazyTable.of(
            "Youth.family",
            "from,to,role,validFrom,validTo,source",
            size.youths(),
            this::writeMembership),
        LazyTable.of(
            "Youth.municipality",
            "from,to,reason,validFrom,validTo,source",
            size.youths(),
            this::writeHomes),
        LazyTable.of(
            "Measure.youth",
            "from,to",
            size.youths(),
            (index, out) -> {
              if (hasMeasure(index)) {
                out.accept(List.of(measureKey(index), youthKey(index)));
              }
            }),
        LazyTable.of(
            "Measure.executedBy",
            "from,to",
            size.youths(),
            (index, out) -> {
              if (hasMeasure(index)) {
                out.accept(List.of(measureKey(index), institution(index)));
              }
            }));
  }

  private void writeYouth(int index, Consumer<List<String>> out) {
    long pseudonym = StableRandom.of("pseudonym", index).next();
    boolean known = !StableRandom.of("birth known", index).percent(2);
    out.accept(
        List.of(
            youthKey(index),
            "Jeugdige %05d (synthetisch)".formatted(index + 1),
            known ? text(birth(index)) : "",
            HexFormat.of().toHexDigits(pseudonym),
            SOURCE));
  }

  private void writeMeasure(int index, Consumer<List<String>> out) {
    if (!hasMeasure(index)) {
      return;
    }
    var random = StableRandom.of("measure term", index);
    int birth = birth(index);
    int from = random.between(firstDay(birth), Days.NOW - 30);
    int age = (from - birth) / YEAR;
    var kind = random.percent(20) ? "GUARDIANSHIP" : "SUPERVISION_ORDER";
    if (age >= 18 || (age >= 12 && random.percent(30))) {
      kind = "YOUTH_PROBATION";
    }
    int to = random.percent(35) ? Days.NONE : from + random.between(90, 360);
    out.accept(List.of(measureKey(index), kind, text(from), text(to), SOURCE));
  }

  /// A few youths move to a foster family.
  private void writeMembership(int index, Consumer<List<String>> out) {
    var random = StableRandom.of("family", index);
    int family = index % size.families();
    int from = firstDay(birth(index));
    if (random.percent(3)) {
      int move = random.between(from + 30, Days.NOW);
      int other = (family + Region.CYCLE) % size.families();
      out.accept(row(index, family, "CHILD", from, move));
      out.accept(row(index, other, "FOSTER_CHILD", move, Days.NONE));
    } else {
      out.accept(row(index, family, "CHILD", from, Days.NONE));
    }
  }

  private static List<String> row(int youth, int family, String role, int from, int to) {
    return List.of(youthKey(youth), familyKey(family), role, text(from), text(to), SOURCE);
  }

  private void writeHomes(int index, Consumer<List<String>> out) {
    var random = StableRandom.of("residence", index);
    for (var home : homes(index)) {
      var reason = random.percent(88) ? "REGISTERED_ADDRESS" : "ADDRESS_BEFORE_STAY";
      if (random.percent(2)) {
        reason = "MOTHER_AT_BIRTH";
      }
      out.accept(
          List.of(
              youthKey(index),
              home.municipality(),
              reason,
              text(home.from()),
              text(home.to()),
              SOURCE));
    }
  }

  /// Returns the homes of the family since the birth of the youth: without gaps, no municipality
  /// twice in a row.
  private List<Home> homes(int youth) {
    int family = youth % size.families();
    var region = Region.of(family);
    var municipalities = organisations.catalogue().of(region).municipalities();
    var random = StableRandom.of("home", family);
    int place = random.below(municipalities.size());
    int moves = random.percent(12) ? 1 : 0;
    if (moves == 1 && municipalities.size() > 2 && random.percent(15)) {
      moves = 2;
    }
    int start = firstDay(birth(youth));
    int from = Days.FIRST;
    var homes = new ArrayList<Home>();
    for (int home = 0; home <= moves; home++) {
      boolean last = home == moves;
      int to = last ? Days.NONE : random.between(from + 60, from + 700);
      if (last || to > start) {
        var code = municipalities.get((place + home) % municipalities.size());
        homes.add(new Home(code, Math.max(from, start), to));
      }
      from = to;
    }
    return homes;
  }

  private String institution(int youth) {
    return organisations
        .referrers()
        .of(
            Region.of(youth),
            Referrers.CERTIFIED,
            StableRandom.of("institution", youth).below(1_000));
  }

  private static int firstDay(int birth) {
    return Math.max(Days.FIRST, birth);
  }

  private static String familyKey(int index) {
    return LazyTable.key("F-", index);
  }

  private static String measureKey(int index) {
    return LazyTable.key("M-", index);
  }
}
