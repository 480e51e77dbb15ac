package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Courses.Course;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.Delivery;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryDecision;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryPeriod;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryStatus;
import nl.jeugdgraaf.seed.synthetic.LazyTable.BilingualText;

/// Makes the deliveries, with their product or segment, module and deliverers.
final class Deliveries {
  private static final List<BilingualText> KEEPING =
      List.of(
          new BilingualText(
              "Fits in the whole; known faces", "Past in het geheel; bekende gezichten"),
          new BilingualText(
              "Goes well; goals not reached yet", "Loopt goed; doelen nog niet bereikt"),
          new BilingualText("Wish of youth and family", "Wens van jeugdige en gezin"));

  private static final List<BilingualText> TAKING_OVER =
      List.of(
          new BilingualText(
              "Must be closely tuned to the stay", "Nauwe afstemming met verblijf nodig"),
          new BilingualText("Specialism that was missing", "Ontbrekend specialisme"),
          new BilingualText(
              "The earlier provider has no place any more",
              "Eerdere aanbieder heeft geen plaats meer"));

  private static final BilingualText NO_CODE =
      new BilingualText(
          "Help without a product code (synthetic)", "Hulp zonder productcode (synthetisch)");
  private static final BilingualText NOT_NAMED =
      new BilingualText("not named", "niet met naam genoemd");
  private static final BilingualText LOCAL =
      new BilingualText(
          "Help under a contract of the municipality (synthetic)",
          "Hulp onder een contract van de gemeente (synthetisch)");

  private final Courses courses;
  private final DeliveryPlanner planner;

  Deliveries(Courses courses, DeliveryPlanner planner) {
    this.courses = courses;
    this.planner = planner;
  }

  List<SeedTable> nodes() {
    return List.of(
        table(
            "Delivery",
            "key,description,descriptionDutch,statedStatus,decidedOn,startedOn,endedOn,decision,"
                + "reason,reasonDutch,fundedBy,volume,unit,frequency,statedDeliverer,"
                + "statedDelivererDutch,source",
            this::writeDelivery));
  }

  List<SeedTable> relationships() {
    return List.of(
        table(
            "Delivery.trajectory",
            "from,to",
            (course, delivery, out) -> out.accept(List.of(delivery.key(), course.key()))),
        table(
            "Delivery.product",
            "from,to",
            (course, delivery, out) -> {
              if (coded(course, delivery)) {
                out.accept(List.of(delivery.key(), delivery.placed().product()));
              }
            }),
        table(
            "Delivery.segments",
            "from,to,status,source",
            (course, delivery, out) -> {
              if (!coded(course, delivery) && !delivery.placed().isLocal()) {
                out.accept(List.of(delivery.key(), delivery.placed().segment(), "STATED", SOURCE));
              }
            }),
        table(
            "Delivery.cluster",
            "from,to",
            (course, delivery, out) -> {
              if (!coded(course, delivery) && !delivery.placed().cluster().isEmpty()) {
                out.accept(List.of(delivery.key(), delivery.placed().cluster()));
              }
            }),
        table(
            "Delivery.module",
            "from,to",
            (course, delivery, out) -> {
              if (course.specialised() && !delivery.placed().module().isEmpty()) {
                out.accept(List.of(delivery.key(), delivery.placed().module()));
              }
            }),
        table(
            "Delivery.continues",
            "from,to",
            (course, delivery, out) -> {
              if (delivery.decision() != DeliveryDecision.NEW) {
                out.accept(List.of(delivery.key(), Delivery.key(delivery.number() - 1)));
              }
            }),
        delivers("Provider"),
        delivers("Network"));
  }

  /// Writes the rows of one table about one delivery.
  private interface DeliveryRows {
    void write(Course course, Delivery delivery, Consumer<List<String>> out);
  }

  private SeedTable table(String name, String columns, DeliveryRows rows) {
    return LazyTable.of(
        name,
        columns,
        courses.count(),
        (index, out) -> {
          var course = courses.course(index);
          planner.of(course).forEach(delivery -> rows.write(course, delivery, out));
        });
  }

  private SeedTable delivers(String type) {
    return table(
        type + ".deliveries",
        "from,to,validFrom,validTo,source",
        (course, delivery, out) ->
            delivery.deliverers().stream()
                .filter(involvement -> involvement.type().equals(type))
                .forEach(involvement ->
                    out.accept(
                        List.of(
                            involvement.key(),
                            delivery.key(),
                            text(involvement.from()),
                            text(involvement.to()),
                            SOURCE))));
  }

  /// About 8 in a hundred have no product code, and no help that a municipality contracts itself
  /// has one. A delivery that continues another one has a code if that one has.
  private static boolean coded(Course course, Delivery delivery) {
    return !delivery.placed().isLocal()
        && !StableRandom.of(delivery.placed().product(), course.index()).percent(8);
  }

  private void writeDelivery(Course course, Delivery delivery, Consumer<List<String>> out) {
    var random = StableRandom.of("delivery row", delivery.number());
    var amount =
        (random.percent(4) ? ",," : random.oneOf(delivery.kind().amounts())).split(",", -1);
    var period = delivery.period();
    boolean known = delivery.decision() != DeliveryDecision.NEW || random.percent(90);
    boolean dated = period.status() == DeliveryStatus.PLANNED || random.percent(97);
    int started = dated ? period.from() : NONE;
    var description = coded(course, delivery) ? BilingualText.NONE : description(delivery);
    var reason = reason(delivery.decision(), random);
    var deliverer = delivery.deliverers().isEmpty() ? NOT_NAMED : BilingualText.NONE;
    out.accept(
        List.of(
            delivery.key(),
            description.english(),
            description.dutch(),
            started == NONE ? stated(period) : "",
            text(decided(course, delivery)),
            text(started),
            text(period.to()),
            known ? delivery.decision().name() : "",
            reason.english(),
            reason.dutch(),
            random.percent(3) ? "" : funding(course, delivery),
            amount[0],
            amount[1],
            amount[2],
            deliverer.english(),
            deliverer.dutch(),
            SOURCE));
  }

  /// Without a first day the state is stated, unless the end tells that it has stopped.
  private static String stated(DeliveryPeriod period) {
    return period.status() == DeliveryStatus.STOPPED ? "" : period.status().name();
  }

  /// Nine in ten have a day of decision: up to five weeks before the delivery starts, not before
  /// the decision about its trajectory, and not after [Days#NOW].
  private static int decided(Course course, Delivery delivery) {
    var random = StableRandom.of("delivery decision", delivery.number());
    if (random.percent(10)) {
      return NONE;
    }
    int from = delivery.period().from();
    int latest = from == NONE ? NOW : Math.min(from, NOW);
    return Math.max(StepDays.decision(course), latest - random.between(1, 36));
  }

  private static BilingualText reason(DeliveryDecision decision, StableRandom random) {
    return switch (decision) {
      case NEW -> BilingualText.NONE;
      case CONTINUED -> random.oneOf(KEEPING);
      case TAKEN_OVER -> random.oneOf(TAKING_OVER);
    };
  }

  private static BilingualText description(Delivery delivery) {
    return delivery.placed().isLocal() ? LOCAL : NO_CODE;
  }

  /// What the municipality contracts itself it pays itself; of the rest, the network pays what is
  /// in a specialised trajectory, and else the region by its contracts.
  private String funding(Course course, Delivery delivery) {
    int day = delivery.period().from() == NONE ? NOW : delivery.period().from();
    boolean isLocal =
        delivery.placed().line() != Line.SPECIALISED
            && planner.terms(course, day).payLocally(delivery.kind());
    if (delivery.placed().isLocal() || isLocal) {
      return "LOCAL_CONTRACT";
    }
    if (course.specialised()) {
      return "NETWORK_BUDGET";
    }
    return switch (course.region()) {
      case GRONINGEN -> "OPEN_HOUSE";
      case HAAGLANDEN -> "RESULT_AGREEMENT";
    };
  }
}
