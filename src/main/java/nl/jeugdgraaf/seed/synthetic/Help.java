package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.seed.synthetic.Catalogue.Place;
import nl.jeugdgraaf.seed.synthetic.Profile.Step;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Works out the help within one trajectory: what, when, and by whom.
final class Help {
  private final Trajectories trajectories;
  private final Organisations organisations;

  Help(Trajectories trajectories, Organisations organisations) {
    this.trajectories = trajectories;
    this.organisations = organisations;
  }

  /// One delivery.
  ///
  /// @param number which one of all, from 0
  /// @param place its product, segment and module
  /// @param decision what was decided about it; it continues the one before unless it is new
  /// @param term its state and period
  /// @param ties who delivers it, one after the other; empty if nobody is named
  record Delivery(int number, Place place, Decision decision, Term term, List<Tie> ties) {
    String id() {
      return id(number);
    }

    static String id(int number) {
      return LazyTable.id("D-", number);
    }
  }

  /// What was decided about a delivery.
  enum Decision {
    NEW,
    CONTINUED,
    TAKEN_OVER
  }

  /// State of a delivery.
  enum Status {
    PLANNED,
    RUNNING,
    STOPPED
  }

  /// State and period of a delivery.
  ///
  /// @param status planned, running or stopped
  /// @param from first day, or [Days#NONE]
  /// @param to first day after it, or [Days#NONE]
  record Term(Status status, int from, int to) {}

  /// Returns the deliveries of a trajectory, in the order of their numbers.
  List<Delivery> of(Course course) {
    int first = trajectories.firstDelivery(course.index());
    int after = trajectories.firstDelivery(course.index() + 1);
    var deliveries = new ArrayList<Delivery>(after - first);
    for (int number = first; number < after; number++) {
      var dice = Dice.of("delivery", number);
      deliveries.add(
          number > first && follows(course, deliveries.getLast(), dice)
              ? following(course, deliveries.getLast(), dice)
              : fresh(course, number, dice));
    }
    return deliveries;
  }

  private static boolean follows(Course course, Delivery before, Dice dice) {
    var term = before.term();
    int limit = course.end() == NONE ? NOW : course.end();
    return term.status() == Status.STOPPED && term.to() < limit - 30 && dice.percent(45);
  }

  private Delivery fresh(Course course, int number, Dice dice) {
    var contracts = organisations.contracted(course.region());
    boolean special =
        course.specialised() && !contracts.specialised().isEmpty() && dice.percent(60);
    var place = dice.one(special ? contracts.specialised() : contracts.other());
    var term = term(course, dice);
    return new Delivery(number, place, Decision.NEW, term, ties(course, place, term, dice));
  }

  /// What continues keeps its deliverer; what is taken over changes to another.
  private Delivery following(Course course, Delivery before, Dice dice) {
    int from = before.term().to();
    int limit = course.end() == NONE ? NOW : course.end();
    var term = new Term(Status.RUNNING, from, NONE);
    if (course.profile().step() == Step.OUTFLOW || dice.percent(30)) {
      term = new Term(Status.STOPPED, from, from + 1 + dice.below(Math.max(1, limit - from - 1)));
    }
    boolean same = dice.percent(60) && !before.ties().isEmpty();
    var ties =
        same
            ? List.of(before.ties().getLast().during(term.from(), term.to()))
            : ties(course, before.place(), term, dice);
    boolean taken =
        !same
            && !ties.isEmpty()
            && !before.ties().isEmpty()
            && !ties.getFirst().key().equals(before.ties().getLast().key());
    var decision = taken ? Decision.TAKEN_OVER : Decision.CONTINUED;
    return new Delivery(before.number() + 1, before.place(), decision, term, ties);
  }

  private static Term term(Course course, Dice dice) {
    int care = course.start() + (course.specialised() ? Documents.PLAN_DAYS : 10);
    int limit = course.end() == NONE ? NOW : course.end();
    int chance = dice.below(100);
    if (!course.cares() || (course.profile().step() == Step.CARE && chance >= 88)) {
      return new Term(Status.PLANNED, dice.percent(60) ? NOW + dice.between(10, 130) : NONE, NONE);
    }
    boolean runs =
        course.end() == NONE && chance < (course.profile().step() == Step.CARE ? 60 : 15);
    if (runs) {
      int to = dice.percent(40) ? NOW + dice.between(30, 330) : NONE;
      return new Term(Status.RUNNING, dice.between(care, limit - 5), to);
    }
    int from = care + dice.below(Math.max(1, (limit - 15 - care) / 2));
    return new Term(Status.STOPPED, from, from + 1 + dice.below(Math.min(400, limit - from - 1)));
  }

  private List<Tie> ties(Course course, Place place, Term term, Dice dice) {
    if (dice.percent(4)) {
      return List.of();
    }
    if (course.specialised() && dice.percent(20)) {
      var network = organisations.networks(course.region()).get(organisations.network(course));
      return List.of(Organisations.tie("Network", network).during(term.from(), term.to()));
    }
    var contracted =
        organisations
            .contracted(course.region())
            .providers()
            .getOrDefault(place.product(), List.of());
    int first = dice.below(contracted.size());
    int provider =
        dice.percent(5) ? organisations.anyProvider(course.region(), dice) : contracted.get(first);
    var tie = organisations.provider(provider).during(term.from(), term.to());
    int next = contracted.get((first + 1) % contracted.size());
    int until = term.to() == NONE ? NOW : term.to();
    boolean handsOver =
        term.status() != Status.PLANNED
            && next != provider
            && until - term.from() > 30
            && dice.percent(10);
    if (!handsOver) {
      return List.of(tie);
    }
    int day = dice.between(term.from() + 10, until - 10);
    return List.of(
        tie.during(term.from(), day), organisations.provider(next).during(day, term.to()));
  }
}
