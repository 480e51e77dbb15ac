package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;

/// Makes the families and youths, where they live, and the measures of some youths.
final class Persons {
  private static final int YEAR = 365;

  private static final int ADULT_DAYS = days(18);

  /// How many of each hundred or so are of an age in years at the signal of their last trajectory,
  /// from 0 on.
  private static final int[] AGES = {1, 1, 2, 3, 5, 6, 7, 8, 9, 9, 9, 9, 8, 8, 8, 8, 8, 6};

  private final SyntheticNetwork.PersonCounts size;
  private final Courses courses;
  private final Organisations organisations;

  Persons(SyntheticNetwork.PersonCounts size, Courses courses, Organisations organisations) {
    this.size = size;
    this.courses = courses;
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

  /// A measure of child protection or youth probation.
  ///
  /// @param kind its kind
  /// @param institution key of the certified institution
  /// @param from first day
  /// @param to first day after it, or [Days#NONE]
  record Measure(String kind, String institution, int from, int to) {
    /// Returns whether it runs during a whole period, of which the end may be [Days#NONE].
    boolean covers(int first, int after) {
      return from <= first && (to == Days.NONE || (after != Days.NONE && after <= to));
    }
  }

  static String youthKey(int index) {
    return LazyTable.key("Y-", index);
  }

  /// {@return how many days a number of years takes, with their leap days}
  ///
  /// @param years the years
  static int days(int years) {
    return years * 1_461 / 4;
  }

  /// Returns the family into which a youth was born.
  int family(int youth) {
    return youth % size.families();
  }

  /// Returns the day of birth, which the rows may leave out. The help of the last trajectory begins
  /// before the 18th birthday, and there was a youth to refer in earlier ones. Siblings are born at
  /// least ten months apart.
  int birth(int youth) {
    var course = courses.course(youth);
    var random = StableRandom.of("birth", youth);
    int age = age(random) * YEAR + random.below(YEAR);
    if (courses.earlier(youth) > 0) {
      age = Math.max(age, course.signal() - Days.FIRST + random.between(60, 600));
    }
    int oldest = ADULT_DAYS - 30 - course.waiting().ready();
    int birth = course.signal() - Math.min(age, oldest);
    if (youth < size.families()) {
      return birth;
    }
    int sibling = birth(youth - size.families());
    int apart = random.between(300, 700);
    if (Math.abs(birth - sibling) >= 300) {
      return birth;
    }
    return course.signal() - (sibling - apart) <= oldest ? sibling - apart : sibling + apart;
  }

  private static int age(StableRandom random) {
    int total = 0;
    for (int weight : AGES) {
      total += weight;
    }
    int left = random.below(total);
    int age = 0;
    while (left >= AGES[age]) {
      left -= AGES[age];
      age++;
    }
    return age;
  }

  /// Returns the 18th birthday, from which on only help that ran before goes on.
  int adult(int youth) {
    return birth(youth) + ADULT_DAYS;
  }

  /// Returns the measure of a youth: of nearly half of those in specialised help, of few others.
  Optional<Measure> measure(int youth) {
    var course = courses.course(youth);
    var random = StableRandom.of("measure", youth);
    int chance =
        switch (course.profile().form()) {
          case SPECIALISED -> 48;
          case DECLINED -> 12;
          case REGULAR -> 7;
        };
    if (!random.percent(chance)) {
      return Optional.empty();
    }
    int birth = birth(youth);
    int last = Math.min(Days.NOW - 20, adult(youth) - 60);
    int from = course.signal() + random.between(-250, 80);
    from = Math.max(Math.min(from, last), firstDay(birth));
    return Optional.of(measure(youth, from, random));
  }

  /// A supervision order is for a year, and may be prolonged twice. All measures end at 18.
  private Measure measure(int youth, int from, StableRandom random) {
    int age = (from - birth(youth)) / YEAR;
    var kind = random.percent(15) ? "GUARDIANSHIP" : "SUPERVISION_ORDER";
    if (age >= 12 && random.percent(25)) {
      kind = "YOUTH_PROBATION";
    }
    int days =
        switch (kind) {
          case "GUARDIANSHIP" -> ADULT_DAYS;
          case "YOUTH_PROBATION" -> random.between(180, 730);
          default -> YEAR * random.between(1, 4);
        };
    int to = Math.min(from + days, adult(youth));
    return new Measure(kind, institution(youth), from, to > Days.LAST ? Days.NONE : to);
  }

  /// Siblings have the same institution.
  private String institution(int youth) {
    int family = family(youth);
    return organisations
        .referrers()
        .of(
            Region.of(family),
            Referrers.CERTIFIED,
            StableRandom.of("institution", family).below(1_000));
  }

  /// Returns the code of the municipality that is responsible for a youth on a day.
  String municipality(int youth, int day) {
    return municipality(homes(youth), day);
  }

  /// Returns the code of the municipality of one of the homes: the one on a day, else the first.
  static String municipality(List<Home> homes, int day) {
    for (var home : homes) {
      if (home.on(day)) {
        return home.municipality();
      }
    }
    return homes.getFirst().municipality();
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
            "Measure",
            "key,kind,startedOn,endedOn,source",
            size.youths(),
            (index, out) ->
                measure(index)
                    .ifPresent(measure ->
                        out.accept(
                            List.of(
                                measureKey(index),
                                measure.kind(),
                                text(measure.from()),
                                text(measure.to()),
                                SOURCE)))));
  }

  List<SeedTable> relationships(DeliveryPlanner planner) {
    return List.of(
        LazyTable.of(
            "Youth.family",
            "from,to,role,validFrom,validTo,source",
            size.youths(),
            (index, out) -> writeMembership(index, planner, out)),
        LazyTable.of(
            "Youth.municipality",
            "from,to,reason,validFrom,validTo,source",
            size.youths(),
            this::writeHomes),
        LazyTable.of(
            "Measure.youth",
            "from,to",
            size.youths(),
            (index, out) ->
                measure(index)
                    .ifPresent(_ -> out.accept(List.of(measureKey(index), youthKey(index))))),
        LazyTable.of(
            "Measure.executedBy",
            "from,to",
            size.youths(),
            (index, out) ->
                measure(index)
                    .ifPresent(
                        measure -> out.accept(List.of(measureKey(index), measure.institution())))));
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

  /// Who is in foster care belongs to the foster family from its first day on. A few others grow up
  /// with a new partner of a parent, or were adopted.
  private void writeMembership(int index, DeliveryPlanner planner, Consumer<List<String>> out) {
    int family = family(index);
    int from = firstDay(birth(index));
    var random = StableRandom.of("role", index);
    var role = random.percent(7) ? "STEPCHILD" : random.percent(2) ? "ADOPTED_CHILD" : "CHILD";
    int moved = index < courses.count() ? planner.fosterCare(courses.course(index)) : Days.NONE;
    if (moved == Days.NONE || moved <= from) {
      out.accept(row(index, family, role, from, Days.NONE));
      return;
    }
    int other = (family + Region.CYCLE) % size.families();
    out.accept(row(index, family, role, from, moved));
    out.accept(row(index, other, "FOSTER_CHILD", moved, Days.NONE));
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
  /// twice.
  List<Home> homes(int youth) {
    int family = family(youth);
    var left = new ArrayList<>(organisations.catalogue().of(Region.of(family)).municipalities());
    var random = StableRandom.of("home", family);
    int moves = random.percent(12) ? 1 : 0;
    if (moves == 1 && left.size() > 2 && random.percent(15)) {
      moves = 2;
    }
    int start = firstDay(birth(youth));
    int from = Days.FIRST;
    var homes = new ArrayList<Home>();
    for (int home = 0; home <= moves; home++) {
      boolean last = home == moves;
      int to = last ? Days.NONE : random.between(from + 60, from + 700);
      var code = Municipalities.draw(left, random);
      left.remove(code);
      if (last || to > start) {
        homes.add(new Home(code, Math.max(from, start), to));
      }
      from = to;
    }
    return homes;
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
