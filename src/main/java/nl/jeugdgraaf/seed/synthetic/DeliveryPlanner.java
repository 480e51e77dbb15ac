package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;

/// Plans the deliveries of one trajectory: of what, when, and by whom.
final class DeliveryPlanner {
  private final Trajectories trajectories;
  private final Organisations organisations;

  DeliveryPlanner(Trajectories trajectories, Organisations organisations) {
    this.trajectories = trajectories;
    this.organisations = organisations;
  }

  /// One delivery.
  ///
  /// @param number its number among all deliveries, from 0
  /// @param placed its product, segment and module
  /// @param decision what was decided about it; it continues the one before unless it is new
  /// @param period its state and period
  /// @param deliverers who delivers it, one after the other; empty if the deliverer is not named
  record Delivery(
      int number,
      PlacedProduct placed,
      DeliveryDecision decision,
      DeliveryPeriod period,
      List<Involvement> deliverers) {
    String key() {
      return key(number);
    }

    static String key(int number) {
      return LazyTable.key("D-", number);
    }
  }

  /// What was decided about a delivery.
  enum DeliveryDecision {
    NEW,
    CONTINUED,
    TAKEN_OVER
  }

  /// State of a delivery.
  enum DeliveryStatus {
    PLANNED,
    RUNNING,
    STOPPED
  }

  /// State and period of a delivery.
  ///
  /// @param status planned, running or stopped
  /// @param from first day, or [Days#NONE]
  /// @param to first day after it, or [Days#NONE]
  record DeliveryPeriod(DeliveryStatus status, int from, int to) {
    boolean begun() {
      return status != DeliveryStatus.PLANNED;
    }
  }

  /// Returns the deliveries of a trajectory, in the order of their numbers. Of one in care, at
  /// least one has begun.
  List<Delivery> of(Course course) {
    int first = trajectories.firstDelivery(course.index());
    int after = trajectories.firstDelivery(course.index() + 1);
    var deliveries = new ArrayList<Delivery>(after - first);
    for (int number = first; number < after; number++) {
      var random = StableRandom.of("delivery", number);
      boolean mayWait =
          number + 1 < after || deliveries.stream().anyMatch(it -> it.period().begun());
      deliveries.add(
          number > first && follows(course, deliveries.getLast(), random)
              ? following(course, deliveries.getLast(), random)
              : fresh(course, number, mayWait, random));
    }
    return deliveries;
  }

  /// Returns the first day of help, or [Days#NONE] if none has begun.
  int firstHelp(Course course) {
    return of(course).stream()
        .map(Delivery::period)
        .filter(DeliveryPeriod::begun)
        .mapToInt(DeliveryPeriod::from)
        .min()
        .orElse(NONE);
  }

  private static boolean follows(Course course, Delivery before, StableRandom random) {
    var period = before.period();
    int limit = course.end() == NONE ? NOW : course.end();
    return period.status() == DeliveryStatus.STOPPED
        && period.to() < limit - 30
        && random.percent(45);
  }

  private Delivery fresh(Course course, int number, boolean mayWait, StableRandom random) {
    var contracts = organisations.contracted(course.region());
    boolean special =
        course.specialised() && !contracts.specialised().isEmpty() && random.percent(60);
    var placed = random.oneOf(special ? contracts.specialised() : contracts.other());
    var period = period(course, mayWait, random);
    return new Delivery(
        number, placed, DeliveryDecision.NEW, period, deliverers(course, placed, period, random));
  }

  /// A continued delivery keeps its deliverer; one that is taken over changes to another.
  private Delivery following(Course course, Delivery before, StableRandom random) {
    int from = before.period().to();
    int limit = course.end() == NONE ? NOW : course.end();
    var period = new DeliveryPeriod(DeliveryStatus.RUNNING, from, NONE);
    if (course.profile().step() == Step.OUTFLOW || random.percent(30)) {
      period =
          new DeliveryPeriod(
              DeliveryStatus.STOPPED, from, from + 1 + random.below(Math.max(1, limit - from - 1)));
    }
    boolean same = random.percent(60) && !before.deliverers().isEmpty();
    var deliverers =
        same
            ? List.of(before.deliverers().getLast().during(period.from(), period.to()))
            : deliverers(course, before.placed(), period, random);
    boolean taken =
        !same
            && !deliverers.isEmpty()
            && !before.deliverers().isEmpty()
            && !deliverers.getFirst().key().equals(before.deliverers().getLast().key());
    var decision = taken ? DeliveryDecision.TAKEN_OVER : DeliveryDecision.CONTINUED;
    return new Delivery(before.number() + 1, before.placed(), decision, period, deliverers);
  }

  private static DeliveryPeriod period(Course course, boolean mayWait, StableRandom random) {
    int care = course.start() + (course.specialised() ? TrajectoryDocuments.PLAN_DAYS : 10);
    int limit = course.end() == NONE ? NOW : course.end();
    int chance = random.below(100);
    boolean inCare = course.profile().step() == Step.CARE;
    if (!course.cares() || (inCare && mayWait && chance >= 88)) {
      return new DeliveryPeriod(
          DeliveryStatus.PLANNED, random.percent(60) ? NOW + random.between(10, 130) : NONE, NONE);
    }
    if (inCare && chance < 60) {
      int to = random.percent(40) ? NOW + random.between(30, 330) : NONE;
      return new DeliveryPeriod(DeliveryStatus.RUNNING, random.between(care, limit - 5), to);
    }
    int from = care + random.below(Math.max(1, (limit - 15 - care) / 2));
    return new DeliveryPeriod(
        DeliveryStatus.STOPPED, from, from + 1 + random.below(Math.min(400, limit - from - 1)));
  }

  private List<Involvement> deliverers(
      Course course, PlacedProduct placed, DeliveryPeriod period, StableRandom random) {
    if (random.percent(4)) {
      return List.of();
    }
    if (course.specialised() && random.percent(20)) {
      var network = organisations.networks(course.region()).get(organisations.network(course));
      return List.of(Involvement.of("Network", network).during(period.from(), period.to()));
    }
    var contracted =
        organisations
            .contracted(course.region())
            .providers()
            .getOrDefault(placed.product(), List.of());
    int first = random.below(contracted.size());
    int provider =
        random.percent(5)
            ? organisations.anyProvider(course.region(), random)
            : contracted.get(first);
    var involvement = organisations.provider(provider).during(period.from(), period.to());
    int next = contracted.get((first + 1) % contracted.size());
    int until = period.to() == NONE ? NOW : period.to();
    boolean handsOver =
        period.begun() && next != provider && until - period.from() > 30 && random.percent(10);
    if (!handsOver) {
      return List.of(involvement);
    }
    int day = random.between(period.from() + 10, until - 10);
    return List.of(
        involvement.during(period.from(), day),
        organisations.provider(next).during(day, period.to()));
  }
}
