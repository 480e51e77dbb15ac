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

/// Who holds which regie over a trajectory, one after the other, and who is the one contact.
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
  private enum Kind {
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
          for (var tie : holders(course)) {
            if (tie.type().equals(type)) {
              out.accept(
                  List.of(
                      tie.key(),
                      course.id(),
                      tie.kind(),
                      text(tie.from()),
                      text(tie.to()),
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
          for (var tie : contacts(course)) {
            if (tie.type().equals(type)) {
              out.accept(List.of(tie.key(), course.id(), text(tie.from()), text(tie.to()), SOURCE));
            }
          }
        });
  }

  private List<Tie> holders(Course course) {
    var holders = new ArrayList<Tie>();
    var dice = Dice.of("regie", course.index());
    periods(course, dice)
        .forEach((kind, periods) -> {
          for (int period = 0; period < periods; period++) {
            int from = cut(course, kind, period, periods);
            int to = period + 1 < periods ? cut(course, kind, period + 1, periods) : course.end();
            var holder = holder(course, kind, period, from);
            holders.add(new Tie(holder.type(), holder.key(), kind.name(), from, to));
          }
        });
    return holders;
  }

  /// Deals the periods of a trajectory out over the kinds: one each, and the rest are hand-overs.
  private Map<Kind, Integer> periods(Course course, Dice dice) {
    int left = trajectories.regiePeriods(course.index());
    var most = most(course);
    var order = order(course, dice);
    var periods = new EnumMap<Kind, Integer>(Kind.class);
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

  /// Nobody holds the same kind twice, so a kind has no more periods than it has sorts of holder.
  private Map<Kind, Integer> most(Course course) {
    return course.specialised()
        ? Map.of(
            Kind.PROCESS, 3,
            Kind.CARE, organisations.networks(course.region()).size(),
            Kind.SAFETY, 2,
            Kind.EDUCATION, 2)
        : Map.of(Kind.CASE, 3, Kind.SAFETY, 2, Kind.EDUCATION, 2);
  }

  private static List<Kind> order(Course course, Dice dice) {
    if (course.specialised()) {
      return dice.one(
          List.of(
              List.of(Kind.PROCESS, Kind.CARE, Kind.SAFETY, Kind.EDUCATION),
              List.of(
                  Kind.PROCESS, Kind.CARE, Kind.EDUCATION, Kind.CARE, Kind.EDUCATION, Kind.SAFETY),
              List.of(
                  Kind.PROCESS,
                  Kind.CARE,
                  Kind.SAFETY,
                  Kind.PROCESS,
                  Kind.SAFETY,
                  Kind.EDUCATION)));
    }
    return dice.one(
        List.of(
            List.of(Kind.CASE, Kind.CASE, Kind.EDUCATION),
            List.of(Kind.CASE, Kind.EDUCATION, Kind.SAFETY),
            List.of(Kind.CASE, Kind.SAFETY, Kind.EDUCATION)));
  }

  /// The first day of a period; hand-overs of what still runs can lie in the near future.
  private static int cut(Course course, Kind kind, int period, int periods) {
    boolean early = kind == Kind.PROCESS || course.start() == NONE;
    int from = early ? course.signal() : course.start();
    if (period == 0) {
      return from;
    }
    int until = course.end() == NONE ? NOW + 120 : course.end();
    int part = (until - from) / periods;
    var dice = Dice.of(kind.name(), course.index() * 8L + period);
    return from + period * part + dice.below(Math.max(1, part / 2));
  }

  private Tie holder(Course course, Kind kind, int period, int from) {
    var region = course.region();
    var dice = Dice.of(kind.name(), course.index() * 8L);
    int first = dice.below(1_000);
    return switch (kind) {
      case PROCESS -> process(course, (first + period) % 3, from);
      case CARE -> {
        var networks = organisations.networks(region);
        yield Organisations.tie(
            "Network", networks.get((organisations.network(course) + period) % networks.size()));
      }
      case SAFETY ->
          (first + period) % 2 == 0
              ? organisations.safetyPartner(region, first / 2)
              : referrer(region, Referrers.CERTIFIED, 0, first);
      case EDUCATION -> organisations.school(region, first + period);
      case CASE -> referrer(region, Referrers.LOCAL_TEAM, period, first);
    };
  }

  private Tie process(Course course, int sort, int from) {
    return switch (sort) {
      case 0 ->
          Organisations.tie(
              "Municipality",
              trajectories.persons().municipality(trajectories.youth(course), from));
      case 1 -> referrer(course.region(), Referrers.LOCAL_TEAM, 0, course.index());
      default -> referrer(course.region(), Referrers.CERTIFIED, 0, course.index());
    };
  }

  private Tie referrer(Regions region, String kind, int turn, int choice) {
    return Organisations.tie("Referrer", organisations.referrers().of(region, kind, choice + turn));
  }

  /// The contact of a specialised trajectory is of the network: itself, or one of its partners.
  private List<Tie> contacts(Course course) {
    var dice = Dice.of("contact", course.index());
    if (course.start() == NONE || !dice.percent(CONTACT_CHANCE)) {
      return List.of();
    }
    var team = referrer(course.region(), Referrers.LOCAL_TEAM, 0, dice.below(1_000));
    if (!course.specialised()) {
      return List.of(team.during(course.start(), course.end()));
    }
    var networks = organisations.networks(course.region());
    int network = organisations.network(course);
    var tie = Organisations.tie("Network", networks.get(network));
    if (!course.cares() || dice.percent(40)) {
      return List.of(tie.during(course.start(), course.end()));
    }
    var partner =
        organisations.provider(dice.one(organisations.partners(course.region(), network)));
    int until = course.end() == NONE ? NOW : course.end();
    int day = dice.between(course.start() + 20, until - 5);
    return List.of(tie.during(course.start(), day), partner.during(day, course.end()));
  }
}
