package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import org.jspecify.annotations.Nullable;

/// Makes the holders of each kind of regie over a trajectory, one after the other, and its contact.
final class Regie {
  private static final int CONTACT_CHANCE = 97;

  private final Courses courses;
  private final Persons persons;
  private final Organisations organisations;

  Regie(Courses courses, Persons persons, Organisations organisations) {
    this.courses = courses;
    this.persons = persons;
    this.organisations = organisations;
  }

  /// Kind of regie.
  private enum RegieKind {
    PROCESS,
    CARE,
    SAFETY,
    EDUCATION,
    CASE
  }

  List<SeedTable> relationships() {
    return List.of(
        regie("Municipality"),
        regie("Referrer"),
        regie("Network"),
        regie("SafetyPartner"),
        regie("School"),
        contact("Network"),
        contact("Provider"),
        contact("Referrer"));
  }

  private SeedTable regie(String type) {
    return LazyTable.of(
        type + ".regieOver",
        "from,to,kind,validFrom,validTo,source",
        courses.count(),
        (index, out) -> {
          var course = courses.course(index);
          for (var involvement : holders(course)) {
            if (involvement.type().equals(type)) {
              out.accept(
                  List.of(
                      involvement.key(),
                      course.key(),
                      involvement.kind(),
                      text(involvement.from()),
                      text(involvement.to()),
                      SOURCE));
            }
          }
        });
  }

  private SeedTable contact(String type) {
    return LazyTable.of(
        type + ".contactFor",
        "from,to,validFrom,validTo,source",
        courses.count(),
        (index, out) -> {
          var course = courses.course(index);
          for (var involvement : contacts(course)) {
            if (involvement.type().equals(type)) {
              out.accept(
                  List.of(
                      involvement.key(),
                      course.key(),
                      text(involvement.from()),
                      text(involvement.to()),
                      SOURCE));
            }
          }
        });
  }

  /// The holders of safety and education follow from the measure and the age of the youth; those of
  /// the other kinds take turns.
  private List<Involvement> holders(Course course) {
    var safety = safety(course);
    var education = education(course);
    var most = new EnumMap<RegieKind, Integer>(RegieKind.class);
    most.put(RegieKind.SAFETY, safety.size());
    most.put(RegieKind.EDUCATION, education.size());
    most.put(RegieKind.PROCESS, course.specialised() ? 8 : 0);
    most.put(RegieKind.CASE, course.specialised() ? 0 : 6);
    int networks = organisations.networks(course.region()).size();
    most.put(RegieKind.CARE, hasCareRegie(course) ? networks : 0);
    var holders = new ArrayList<Involvement>();
    periods(course, most)
        .forEach((kind, count) -> {
          switch (kind) {
            case SAFETY -> safety.stream().limit(count).forEach(holders::add);
            case EDUCATION -> holders.addAll(education.subList(0, count));
            default -> turns(course, kind, count).forEach(holders::add);
          }
        });
    return holders;
  }

  /// A network holds the regie over care in specialised trajectories, and in Haaglanden in some
  /// with the help of specialists.
  private static boolean hasCareRegie(Course course) {
    return course.specialised()
        || (course.region() == Region.HAAGLANDEN
            && course.line() == Line.ADDITIONAL
            && course.start() != NONE
            && StableRandom.of("care regie", course.index()).percent(40));
  }

  /// Divides the periods of a trajectory over the kinds of regie: first one each, then hand-overs.
  private Map<RegieKind, Integer> periods(Course course, Map<RegieKind, Integer> most) {
    int left = courses.regiePeriods(course.index());
    var order = order(course);
    var periods = new EnumMap<RegieKind, Integer>(RegieKind.class);
    boolean added = true;
    while (left > 0 && added) {
      added = false;
      for (var kind : order) {
        int now = periods.getOrDefault(kind, 0);
        if (left > 0 && now < most.getOrDefault(kind, 0)) {
          periods.put(kind, now + 1);
          left--;
          added = true;
        }
      }
    }
    return periods;
  }

  /// The regie over safety comes first where a measure runs.
  private List<RegieKind> order(Course course) {
    var random = StableRandom.of("regie", course.index());
    boolean isProtected = protection(course) != null;
    if (course.specialised()) {
      return isProtected
          ? List.of(RegieKind.SAFETY, RegieKind.PROCESS, RegieKind.CARE, RegieKind.EDUCATION)
          : random.oneOf(
              List.of(
                  List.of(RegieKind.PROCESS, RegieKind.CARE, RegieKind.EDUCATION, RegieKind.SAFETY),
                  List.of(RegieKind.PROCESS, RegieKind.CARE, RegieKind.EDUCATION, RegieKind.CARE)));
    }
    var care = hasCareRegie(course) ? RegieKind.CARE : RegieKind.CASE;
    var order =
        random.oneOf(
            List.of(
                List.of(RegieKind.CASE, care, RegieKind.EDUCATION),
                List.of(RegieKind.CASE, RegieKind.EDUCATION, care),
                List.of(RegieKind.CASE, care, RegieKind.SAFETY, RegieKind.EDUCATION)));
    if (!isProtected) {
      return order;
    }
    var first = new ArrayList<>(List.of(RegieKind.SAFETY));
    first.addAll(order);
    return first;
  }

  /// Returns the first day of the regie over a trajectory.
  private static int from(Course course, RegieKind kind) {
    boolean early = kind == RegieKind.PROCESS || course.start() == NONE;
    return early ? course.signal() : course.start();
  }

  /// Returns the measure of the youth that runs during part of a trajectory, or null.
  private @Nullable Involvement protection(Course course) {
    var measure = persons.measure(courses.youth(course.index())).orElse(null);
    if (measure == null) {
      return null;
    }
    int from = Math.max(from(course, RegieKind.SAFETY), measure.from());
    int to = earlier(course.end(), measure.to());
    return to != NONE && to <= from
        ? null
        : new Involvement("Referrer", measure.institution(), RegieKind.SAFETY.name(), from, to);
  }

  private static int earlier(int one, int other) {
    return one == NONE ? other : other == NONE ? one : Math.min(one, other);
  }

  /// The certified institution while a measure runs, and before or after it a partner for safety.
  /// Without a measure it is a partner throughout. The institution comes first in the list.
  private List<Involvement> safety(Course course) {
    int from = from(course, RegieKind.SAFETY);
    int rank = StableRandom.of(RegieKind.SAFETY.name(), course.index()).below(1_000);
    var partner = organisations.safetyPartner(course.region(), rank);
    var held = protection(course);
    var periods = new ArrayList<Involvement>();
    if (held == null) {
      periods.add(safety(partner, from, course.end()));
      return periods;
    }
    periods.add(held);
    if (from < held.from()) {
      periods.add(safety(partner, from, held.from()));
    } else if (held.to() != course.end()) {
      periods.add(safety(partner, held.to(), course.end()));
    }
    return periods;
  }

  private static Involvement safety(Involvement partner, int from, int to) {
    return new Involvement(partner.type(), partner.key(), RegieKind.SAFETY.name(), from, to);
  }

  /// One school, or one after the other where the youth comes to the next school. The one that the
  /// youth comes to is first in the list.
  private List<Involvement> education(Course course) {
    int birth = persons.birth(courses.youth(course.index()));
    int from = from(course, RegieKind.EDUCATION);
    int until = course.until();
    int next = NONE;
    for (int stage : Organisations.STAGES) {
      int day = birth + Persons.days(stage) + 60;
      next = next == NONE && day > from + 20 && day < until - 20 ? day : next;
    }
    var random = StableRandom.of(RegieKind.EDUCATION.name(), course.index());
    int choice = random.below(1_000);
    var periods = new ArrayList<Involvement>();
    if (next != NONE) {
      school(course, age(birth, next), choice, next, course.end(), periods);
      school(course, age(birth, from), choice, from, next, periods);
    } else if (random.percent(25) && until - from > 60) {
      int day = from + (until - from) / 2;
      school(course, age(birth, from), choice, from, day, periods);
      school(course, age(birth, from), choice + 1, day, course.end(), periods);
    } else {
      school(course, age(birth, from), choice, from, course.end(), periods);
    }
    boolean same = periods.size() > 1 && periods.getFirst().key().equals(periods.getLast().key());
    return same ? periods.subList(0, 1) : periods;
  }

  /// Counts in school years: who turns four or twelve comes to the next school two months later.
  private static int age(int birth, int day) {
    return (day - birth - 59) * 4 / 1_461;
  }

  private void school(
      Course course, int age, int choice, int from, int to, List<Involvement> periods) {
    var schools = organisations.schoolsFor(course.region(), age);
    if (!schools.isEmpty()) {
      var key = schools.get(choice % schools.size());
      periods.add(new Involvement("School", key, RegieKind.EDUCATION.name(), from, to));
    }
  }

  private List<Involvement> turns(Course course, RegieKind kind, int periods) {
    var holders = new ArrayList<Involvement>();
    for (int period = 0; period < periods; period++) {
      int from = cut(course, kind, period, periods);
      int to = period + 1 < periods ? cut(course, kind, period + 1, periods) : course.end();
      var holder = holder(course, kind, period, new Involvement("", "", kind.name(), from, to));
      boolean isNew = holders.stream().noneMatch(it -> it.key().equals(holder.key()));
      var team = isNew ? holder : localTeam(course, course.index(), period + 1);
      holders.add(new Involvement(team.type(), team.key(), kind.name(), from, to));
    }
    return holders;
  }

  /// Returns the first day of a period. If the trajectory still runs, it may be in the near future.
  private static int cut(Course course, RegieKind kind, int period, int periods) {
    int from = from(course, kind);
    if (period == 0) {
      return from;
    }
    int until = course.end() == NONE ? NOW + 120 : course.end();
    int part = (until - from) / periods;
    var random = StableRandom.of(kind.name(), course.index() * 8L + period);
    return from + period * part + random.below(Math.max(1, part / 2));
  }

  private Involvement holder(Course course, RegieKind kind, int period, Involvement during) {
    int family = persons.family(courses.youth(course.index()));
    var random = StableRandom.of(kind.name(), course.index() * 8L);
    int first = random.below(1_000);
    return switch (kind) {
      case PROCESS -> process(course, first, period, during);
      case CARE -> organisations.network(course.region(), family, period);
      default -> localTeam(course, first, period);
    };
  }

  /// The municipality, a local team, or for as long as a measure runs its certified institution.
  private Involvement process(Course course, int first, int period, Involvement during) {
    var measure = persons.measure(courses.youth(course.index()));
    if (measure.isPresent()
        && measure.get().covers(during.from(), during.to())
        && (first + period) % 2 == 0) {
      return Involvement.of("Referrer", measure.get().institution());
    }
    return (first + period) % 3 == 0
        ? Involvement.of("Municipality", municipality(course, during.from()))
        : localTeam(course, course.index(), period);
  }

  private String municipality(Course course, int day) {
    return persons.municipality(courses.youth(course.index()), day);
  }

  /// Local teams of the municipality in which the youth lived at the signal come first.
  private Involvement localTeam(Course course, int choice, int turn) {
    var municipality = municipality(course, course.signal());
    return Involvement.of(
        "Referrer",
        organisations
            .referrers()
            .localTeam(course.region(), municipality, new Referrers.Turn(choice, turn)));
  }

  /// The contact of a specialised trajectory is the network or one of its partners.
  private List<Involvement> contacts(Course course) {
    var random = StableRandom.of("contact", course.index());
    if (course.start() == NONE || !random.percent(CONTACT_CHANCE)) {
      return List.of();
    }
    var team = localTeam(course, random.below(1_000), 0);
    if (!course.specialised()) {
      return List.of(team.during(course.start(), course.end()));
    }
    int family = persons.family(courses.youth(course.index()));
    var network = organisations.network(course.region(), family, 0);
    if (!course.cares() || random.percent(40)) {
      return List.of(network.during(course.start(), course.end()));
    }
    var partner = organisations.provider(random.oneOf(organisations.partners(network.key())));
    int day = random.between(course.start() + 20, course.until() - 5);
    return List.of(network.during(course.start(), day), partner.during(day, course.end()));
  }
}
