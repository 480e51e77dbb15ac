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
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Makes the holders of each kind of regie over a trajectory, one after the other, and its contact.
final class Regie {
  private static final int CONTACT_CHANCE = 88;

  private final int count;
  private final Trajectories trajectories;
  private final Organisations organisations;

  Regie(int count, Trajectories trajectories, Organisations organisations) {
    this.count = count;
    this.trajectories = trajectories;
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
        count,
        (index, out) -> {
          var course = trajectories.course(index);
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
        count,
        (index, out) -> {
          var course = trajectories.course(index);
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

  private List<Involvement> holders(Course course) {
    var holders = new ArrayList<Involvement>();
    var random = StableRandom.of("regie", course.index());
    periods(course, random)
        .forEach((kind, periods) -> {
          for (int period = 0; period < periods; period++) {
            int from = cut(course, kind, period, periods);
            int to = period + 1 < periods ? cut(course, kind, period + 1, periods) : course.end();
            var holder = holder(course, kind, period, from);
            holders.add(new Involvement(holder.type(), holder.key(), kind.name(), from, to));
          }
        });
    return holders;
  }

  /// Divides the periods of a trajectory over the kinds of regie: first one each, then hand-overs.
  private Map<RegieKind, Integer> periods(Course course, StableRandom random) {
    int left = trajectories.regiePeriods(course.index());
    var most = most(course);
    var order = order(course, random);
    var periods = new EnumMap<RegieKind, Integer>(RegieKind.class);
    for (int turn = 0; left > 0; turn++) {
      var kind = order.get(turn % order.size());
      int now = periods.getOrDefault(kind, 0);
      if (now < most.getOrDefault(kind, 0)) {
        periods.put(kind, now + 1);
        left--;
      }
    }
    return periods;
  }

  /// An organisation holds a kind only once, so this is also how many periods a kind can have.
  private Map<RegieKind, Integer> most(Course course) {
    return course.specialised()
        ? Map.of(
            RegieKind.PROCESS, 3,
            RegieKind.CARE, organisations.networks(course.region()).size(),
            RegieKind.SAFETY, 2,
            RegieKind.EDUCATION, 2)
        : Map.of(RegieKind.CASE, 3, RegieKind.SAFETY, 2, RegieKind.EDUCATION, 2);
  }

  private static List<RegieKind> order(Course course, StableRandom random) {
    if (course.specialised()) {
      return random.oneOf(
          List.of(
              List.of(RegieKind.PROCESS, RegieKind.CARE, RegieKind.SAFETY, RegieKind.EDUCATION),
              List.of(
                  RegieKind.PROCESS,
                  RegieKind.CARE,
                  RegieKind.EDUCATION,
                  RegieKind.CARE,
                  RegieKind.EDUCATION,
                  RegieKind.SAFETY),
              List.of(
                  RegieKind.PROCESS,
                  RegieKind.CARE,
                  RegieKind.SAFETY,
                  RegieKind.PROCESS,
                  RegieKind.SAFETY,
                  RegieKind.EDUCATION)));
    }
    return random.oneOf(
        List.of(
            List.of(RegieKind.CASE, RegieKind.CASE, RegieKind.EDUCATION),
            List.of(RegieKind.CASE, RegieKind.EDUCATION, RegieKind.SAFETY),
            List.of(RegieKind.CASE, RegieKind.SAFETY, RegieKind.EDUCATION)));
  }

  /// Returns the first day of a period. If the trajectory still runs, it may be in the near future.
  private static int cut(Course course, RegieKind kind, int period, int periods) {
    boolean early = kind == RegieKind.PROCESS || course.start() == NONE;
    int from = early ? course.signal() : course.start();
    if (period == 0) {
      return from;
    }
    int until = course.end() == NONE ? NOW + 120 : course.end();
    int part = (until - from) / periods;
    var random = StableRandom.of(kind.name(), course.index() * 8L + period);
    return from + period * part + random.below(Math.max(1, part / 2));
  }

  private Involvement holder(Course course, RegieKind kind, int period, int from) {
    var region = course.region();
    var random = StableRandom.of(kind.name(), course.index() * 8L);
    int first = random.below(1_000);
    return switch (kind) {
      case PROCESS -> process(course, (first + period) % 3, from);
      case CARE -> {
        var networks = organisations.networks(region);
        yield Involvement.of(
            "Network", networks.get((organisations.network(course) + period) % networks.size()));
      }
      case SAFETY ->
          (first + period) % 2 == 0
              ? organisations.safetyPartner(region, first / 2)
              : referrer(region, Referrers.CERTIFIED, 0, first);
      case EDUCATION -> organisations.school(region, first + period);
      case CASE -> localTeam(course, first, period);
    };
  }

  private Involvement process(Course course, int sort, int from) {
    return switch (sort) {
      case 0 -> Involvement.of("Municipality", municipality(course, from));
      case 1 -> localTeam(course, course.index(), 0);
      default -> referrer(course.region(), Referrers.CERTIFIED, 0, course.index());
    };
  }

  private String municipality(Course course, int day) {
    return trajectories.persons().municipality(trajectories.youth(course), day);
  }

  /// Local teams of the municipality in which the youth lived at the signal come first.
  private Involvement localTeam(Course course, int choice, int turn) {
    var municipality = municipality(course, course.signal());
    return Involvement.of(
        "Referrer",
        organisations.referrers().localTeam(course.region(), municipality, choice, turn));
  }

  private Involvement referrer(Region region, String kind, int turn, int choice) {
    return Involvement.of("Referrer", organisations.referrers().of(region, kind, choice + turn));
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
    var networks = organisations.networks(course.region());
    int network = organisations.network(course);
    var involvement = Involvement.of("Network", networks.get(network));
    if (!course.cares() || random.percent(40)) {
      return List.of(involvement.during(course.start(), course.end()));
    }
    var partner =
        organisations.provider(random.oneOf(organisations.partners(course.region(), network)));
    int until = course.end() == NONE ? NOW : course.end();
    int day = random.between(course.start() + 20, until - 5);
    return List.of(involvement.during(course.start(), day), partner.during(day, course.end()));
  }
}
