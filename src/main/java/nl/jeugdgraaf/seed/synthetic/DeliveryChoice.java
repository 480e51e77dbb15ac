package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;

import java.util.List;
import java.util.function.IntFunction;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.Delivery;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryPeriod;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryStatus;
import nl.jeugdgraaf.seed.synthetic.TrajectoryProfile.Step;
import org.jspecify.annotations.Nullable;

/// Chooses what one delivery is of and when it is, so that it fits the youth and the deliveries
/// before it.
///
/// @param youth for whom
/// @param number its number among all deliveries, from 0
/// @param last whether it is the last of its trajectory
/// @param random chooses
record DeliveryChoice(Youth youth, int number, boolean last, StableRandom random) {
  /// How often a product is drawn before the most usual one is taken.
  private static final int DRAWS = 40;

  /// How the key of the module of interventions for the whole family ends.
  private static final String FAMILY_INTERVENTION = "/6.1";

  /// What the help has to fit.
  ///
  /// @param course the trajectory
  /// @param birth day of birth
  /// @param adult 18th birthday
  /// @param terms terms of the municipality that is responsible on a day
  /// @param contracts contracts of the region
  record Youth(
      Course course, int birth, int adult, IntFunction<Terms> terms, Contracts contracts) {}

  private Course course() {
    return youth.course();
  }

  /// {@return when the delivery begins, without an end yet}
  ///
  /// The first one begins with the help. The last one runs, if the trajectory is in care and none
  /// before it does. Nothing new begins from the 18th birthday on.
  ///
  /// @param before the deliveries before it
  DeliveryPeriod start(List<Delivery> before) {
    int first = course().firstHelp();
    boolean mayPlan =
        !before.isEmpty() && !mustRun(before) && course().profile().step() == Step.CARE;
    if (!course().cares() || (mayPlan && NOW < youth.adult() && random.percent(9))) {
      boolean dated = NOW + 130 < youth.adult() && random.percent(60);
      int from = dated ? NOW + random.between(10, 130) : NONE;
      return new DeliveryPeriod(DeliveryStatus.PLANNED, from, NONE);
    }
    int latest = Math.min(course().until() - 5, youth.adult() - 1);
    int from = first;
    if (!before.isEmpty() && mustRun(before)) {
      from = Math.max(first, Math.min(latest, NOW - random.below(200)));
    } else if (!before.isEmpty()) {
      from = first + random.below(Math.max(1, (latest - first) / 2));
    }
    return new DeliveryPeriod(DeliveryStatus.RUNNING, from, NONE);
  }

  private boolean mustRun(List<Delivery> before) {
    return last
        && course().profile().step() == Step.CARE
        && before.stream().noneMatch(it -> it.period().status() == DeliveryStatus.RUNNING);
  }

  /// {@return a product that fits}
  ///
  /// @param start when it begins
  /// @param before the deliveries before it
  PlacedProduct product(DeliveryPeriod start, List<Delivery> before) {
    var terms = youth.terms().apply(day(start));
    for (int draw = 0; draw < DRAWS; draw++) {
      var drawn = on(terms, youth.contracts().offer(line(before)).draw(random));
      if (drawn != null && fits(drawn, start, before)) {
        return drawn;
      }
    }
    var usual = youth.contracts().offer(Line.BASIC).usual();
    var onTerms = on(terms, usual);
    return onTerms == null ? usual : onTerms;
  }

  /// Specialised help begins with an intervention for the family, and other help runs beside it.
  private Line line(List<Delivery> before) {
    return switch (course().line()) {
      case SPECIALISED ->
          before.isEmpty() || random.percent(65)
              ? Line.SPECIALISED
              : random.percent(30) ? Line.ADDITIONAL : Line.BASIC;
      case ADDITIONAL -> random.percent(70) ? Line.ADDITIONAL : Line.BASIC;
      case BASIC -> Line.BASIC;
    };
  }

  /// Returns a product as the municipality contracts it, or null if it does not have it.
  private static @Nullable PlacedProduct on(Terms terms, PlacedProduct placed) {
    if (terms.takePart(placed)) {
      return placed;
    }
    return placed.group().isEmpty() && terms.contractTheRest() ? placed.contractedLocally() : null;
  }

  private boolean fits(PlacedProduct placed, DeliveryPeriod start, List<Delivery> before) {
    var traits = placed.traits();
    int from = day(start);
    int fewest = traits.kind().fewestDays();
    int until = course().profile().step() == Step.OUTFLOW ? course().end() : NOW + fewest;
    int ends = mustRun(before) ? Math.max(NOW + 1, from + fewest) : from + fewest;
    if (from < traits.since()
        || from <= youth.birth() + Persons.days(traits.fromAge())
        || ends > youth.birth() + Persons.days(traits.toAge())
        || (start.begun() && until - from < fewest)) {
      return false;
    }
    if (course().specialised() && before.isEmpty()) {
      return isIntervention(placed) || StableRandom.of("other begin", number).percent(8);
    }
    if (isIntervention(placed) && hasIntervention(before) && random.percent(70)) {
      return false;
    }
    var period = period(placed, start, before);
    if (before.stream().anyMatch(it -> it.isOfProductDuring(placed, period))) {
      return false;
    }
    if (traits.kind() == ProductKind.POCKET_MONEY) {
      return before.stream().anyMatch(it -> it.isStayDuring(period));
    }
    return !traits.kind().isStay()
        || (mayStay(before) && before.stream().noneMatch(it -> it.isStayDuring(period)));
  }

  /// In a specialised trajectory, hardly any stay is without an intervention for the family before
  /// it.
  private boolean mayStay(List<Delivery> before) {
    return !course().specialised()
        || hasIntervention(before)
        || StableRandom.of("stay alone", number).percent(4);
  }

  /// Returns whether there was an intervention for the family. A second one is rare.
  private static boolean hasIntervention(List<Delivery> before) {
    return before.stream().map(Delivery::placed).anyMatch(DeliveryChoice::isIntervention);
  }

  private static boolean isIntervention(PlacedProduct placed) {
    return placed.module().endsWith(FAMILY_INTERVENTION);
  }

  /// Returns the day on which it begins; if that is not known, it is soon.
  private static int day(DeliveryPeriod start) {
    return start.from() == NONE ? NOW + 30 : start.from();
  }

  /// {@return the period of the delivery, once its product is known}
  ///
  /// @param placed its product
  /// @param start when it begins
  /// @param before the deliveries before it
  DeliveryPeriod period(PlacedProduct placed, DeliveryPeriod start, List<Delivery> before) {
    if (!start.begun()) {
      return start;
    }
    var length = StableRandom.of("length " + placed.product(), number);
    int to =
        start.from() + Math.max(3, Spread.DELIVERIES.draw(placed.traits().kind().days(), length));
    if (mustRun(before) && to <= NOW) {
      to = NOW + length.between(10, 200);
    }
    return limited(placed, start.from(), to, length);
  }

  /// Help ends at the latest with its trajectory and at the age to which it is given. For more than
  /// half of what runs, no end is known.
  private DeliveryPeriod limited(PlacedProduct placed, int from, int to, StableRandom random) {
    int oldest = youth.birth() + Persons.days(placed.traits().toAge());
    int end = Math.min(Math.min(to, oldest), Days.LAST);
    if (course().profile().step() == Step.OUTFLOW) {
      end = Math.min(end, course().end());
    }
    end = Math.max(end, from + 1);
    boolean open = end > NOW && end < oldest && random.percent(60);
    return DeliveryPeriod.of(from, open ? NONE : end);
  }

  /// {@return whether a delivery goes on in this one}
  ///
  /// @param before the delivery before it
  boolean isFollowed(Delivery before) {
    var period = before.period();
    int oldest = youth.birth() + Persons.days(before.placed().traits().toAge());
    return period.status() == DeliveryStatus.STOPPED
        && before.kind().goesOn()
        && before.placed().equals(on(youth.terms().apply(period.to()), before.placed()))
        && period.to() < Math.min(course().until() - 30, oldest - 30)
        && random.percent(45);
  }

  /// {@return the period of the delivery, if it goes on where another one ended}
  ///
  /// @param before the delivery before it
  DeliveryPeriod following(Delivery before) {
    int from = before.period().to();
    var length = StableRandom.of("length", number);
    int to = from + Spread.DELIVERIES.draw(before.kind().days(), length);
    boolean runs = last && course().profile().step() == Step.CARE;
    return limited(before.placed(), from, runs ? Math.max(to, NOW + 20) : to, length);
  }
}
