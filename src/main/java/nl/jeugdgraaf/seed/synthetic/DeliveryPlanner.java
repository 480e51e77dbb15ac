package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import org.jspecify.annotations.Nullable;

/// Plans the deliveries of one trajectory: of what, when, and by whom.
final class DeliveryPlanner {
  private final Courses courses;
  private final Persons persons;
  private final Organisations organisations;

  DeliveryPlanner(Courses courses, Persons persons, Organisations organisations) {
    this.courses = courses;
    this.persons = persons;
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

    ProductKind kind() {
      return placed.traits().kind();
    }

    /// Returns whether it is of a product, at the same time as a period.
    boolean isOfProductDuring(PlacedProduct other, DeliveryPeriod during) {
      return placed.product().equals(other.product()) && period.overlaps(during);
    }

    /// Returns whether it is a stay at the same time as a period.
    boolean isStayDuring(DeliveryPeriod other) {
      return kind().isStay() && period.overlaps(other);
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
    /// Returns a period, of which the state follows from its days.
    static DeliveryPeriod of(int from, int to) {
      boolean stopped = to != NONE && to <= NOW;
      return new DeliveryPeriod(
          stopped ? DeliveryStatus.STOPPED : DeliveryStatus.RUNNING, from, to);
    }

    boolean begun() {
      return status != DeliveryStatus.PLANNED;
    }

    /// Returns whether there is a day on which both run; without a first day it begins some day.
    boolean overlaps(DeliveryPeriod other) {
      return (to == NONE || other.from < to || other.from == NONE)
          && (other.to == NONE || from < other.to || from == NONE);
    }
  }

  /// Returns the deliveries of a trajectory, in the order of their numbers. Of one in care, at
  /// least one runs.
  List<Delivery> of(Course course) {
    int first = courses.firstDelivery(course.index());
    int after = courses.firstDelivery(course.index() + 1);
    var youth = youth(course);
    var deliveries = new ArrayList<Delivery>(after - first);
    for (int number = first; number < after; number++) {
      var random = StableRandom.of("delivery", number);
      var choice = new DeliveryChoice(youth, number, number + 1 == after, random);
      var following =
          deliveries.isEmpty() ? null : following(choice, deliveries.getLast(), deliveries);
      deliveries.add(following == null ? fresh(choice, deliveries) : following);
    }
    return deliveries;
  }

  private DeliveryChoice.Youth youth(Course course) {
    int youth = courses.youth(course.index());
    int birth = persons.birth(youth);
    var homes = persons.homes(youth);
    var catalogue = organisations.catalogue().of(course.region());
    return new DeliveryChoice.Youth(
        course,
        birth,
        birth + Persons.days(18),
        day -> catalogue.termsOf(Persons.municipality(homes, day)),
        organisations.contracts(course.region()));
  }

  /// Returns the terms of the municipality that is responsible for the youth on a day.
  Terms terms(Course course, int day) {
    int youth = courses.youth(course.index());
    return organisations.catalogue().of(course.region()).termsOf(persons.municipality(youth, day));
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

  /// Returns the first day of foster care in a trajectory, or [Days#NONE] if there is none yet.
  int fosterCare(Course course) {
    return of(course).stream()
        .filter(delivery -> delivery.kind() == ProductKind.FOSTER_CARE)
        .map(Delivery::period)
        .filter(DeliveryPeriod::begun)
        .mapToInt(DeliveryPeriod::from)
        .min()
        .orElse(NONE);
  }

  private Delivery fresh(DeliveryChoice choice, List<Delivery> before) {
    var period = choice.start(before);
    var placed = choice.product(period, before);
    period = choice.period(placed, period, before);
    return new Delivery(
        choice.number(),
        placed,
        DeliveryDecision.NEW,
        period,
        deliverers(choice.youth().course(), placed, period, choice.random()));
  }

  /// A continued delivery keeps its deliverer; one that is taken over changes to another.
  private @Nullable Delivery following(DeliveryChoice choice, Delivery before, List<Delivery> all) {
    var course = choice.youth().course();
    if (!choice.isFollowed(before)) {
      return null;
    }
    var random = choice.random();
    var period = choice.following(before);
    var others = all.subList(0, all.size() - 1);
    if (before.kind().isStay() && others.stream().anyMatch(it -> it.isStayDuring(period))) {
      return null;
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

  private List<Involvement> deliverers(
      Course course, PlacedProduct placed, DeliveryPeriod period, StableRandom random) {
    if (random.percent(4)) {
      return List.of();
    }
    if (course.specialised() && random.percent(20)) {
      int family = persons.family(courses.youth(course.index()));
      var network = organisations.network(course.region(), family, 0);
      return List.of(network.during(period.from(), period.to()));
    }
    int first = period.from() == NONE ? NOW : period.from();
    var able =
        organisations.contracts(course.region()).deliverers(placed, first, period.to(), random);
    if (able.isEmpty()) {
      return List.of();
    }
    var involvement = organisations.provider(able.getFirst()).during(period.from(), period.to());
    int until = period.to() == NONE ? NOW : Math.min(period.to(), NOW);
    boolean handsOver =
        period.begun() && able.size() > 1 && until - period.from() > 30 && random.percent(10);
    if (!handsOver) {
      return List.of(involvement);
    }
    int day = random.between(period.from() + 10, until - 10);
    return List.of(
        involvement.during(period.from(), day),
        organisations.provider(able.getLast()).during(day, period.to()));
  }
}
