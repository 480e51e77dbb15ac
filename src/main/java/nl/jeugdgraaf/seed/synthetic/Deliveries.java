package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.NONE;
import static nl.jeugdgraaf.seed.synthetic.Days.NOW;
import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.Delivery;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryDecision;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryPeriod;
import nl.jeugdgraaf.seed.synthetic.DeliveryPlanner.DeliveryStatus;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Makes the deliveries, with their product or segment, module and deliverers.
final class Deliveries {
  private static final List<String> AMOUNTS =
      List.of(
          "60,MINUTE,WEEKLY",
          "90,MINUTE,WEEKLY",
          "2,HOUR,WEEKLY",
          "4,HOUR,WEEKLY",
          "10,HOUR,MONTHLY",
          "1,DAY_AND_NIGHT,DAILY",
          "3,DAY_PART,WEEKLY",
          "8,DAY_PART,WEEKLY",
          "1,PIECE_OUTPUT,TOTAL",
          "12,PIECE_EFFORT,TOTAL",
          "2500,EURO,TOTAL",
          ",,");

  private static final List<Text> KEEPING =
      List.of(
          new Text("Fits in the whole; known faces", "Past in het geheel; bekende gezichten"),
          new Text("Goes well; goals not reached yet", "Loopt goed; doelen nog niet bereikt"),
          new Text("Wish of youth and family", "Wens van jeugdige en gezin"));

  private static final List<Text> TAKING_OVER =
      List.of(
          new Text("Must be closely tuned to the stay", "Nauwe afstemming met verblijf nodig"),
          new Text("Specialism that was missing", "Ontbrekend specialisme"),
          new Text(
              "The earlier provider has no place any more",
              "Eerdere aanbieder heeft geen plaats meer"));

  private static final Text NO_CODE =
      new Text("Help without a product code (synthetic)", "Hulp zonder productcode (synthetisch)");
  private static final Text NOT_NAMED = new Text("not named", "niet met naam genoemd");
  private static final Text NO_TEXT = new Text("", "");

  private record Text(String english, String dutch) {}

  private final int count;
  private final Trajectories trajectories;
  private final DeliveryPlanner planner;

  Deliveries(int count, Trajectories trajectories, DeliveryPlanner planner) {
    this.count = count;
    this.trajectories = trajectories;
    this.planner = planner;
  }

  List<SeedTable> nodes() {
    return List.of(
        table(
            "Delivery",
            "key,description,descriptionDutch,statedStatus,decidedOn,startedOn,endedOn,decision,"
                + "reason,reasonDutch,fundedBy,volume,unit,frequency,statedDeliverer,"
                + "statedDelivererDutch,source",
            Deliveries::writeDelivery));
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
              if (!coded(course, delivery)) {
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
        count,
        (index, out) -> {
          var course = trajectories.course(index);
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

  /// About 8 in a hundred have no product code. A delivery that continues another one has a code if
  /// that one has.
  private static boolean coded(Course course, Delivery delivery) {
    return !StableRandom.of(delivery.placed().product(), course.index()).percent(8);
  }

  private static void writeDelivery(Course course, Delivery delivery, Consumer<List<String>> out) {
    var random = StableRandom.of("delivery row", delivery.number());
    var amount = random.oneOf(AMOUNTS).split(",", -1);
    var period = delivery.period();
    boolean known = delivery.decision() != DeliveryDecision.NEW || random.percent(90);
    boolean dated = period.status() == DeliveryStatus.PLANNED || random.percent(97);
    int started = dated ? period.from() : NONE;
    var description = coded(course, delivery) ? NO_TEXT : NO_CODE;
    var reason = reason(delivery.decision(), random);
    var deliverer = delivery.deliverers().isEmpty() ? NOT_NAMED : NO_TEXT;
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
            funding(course, delivery, random),
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

  private static Text reason(DeliveryDecision decision, StableRandom random) {
    return switch (decision) {
      case NEW -> NO_TEXT;
      case CONTINUED -> random.oneOf(KEEPING);
      case TAKEN_OVER -> random.oneOf(TAKING_OVER);
    };
  }

  /// In a specialised trajectory the network pays, except for locally contracted help.
  private static String funding(Course course, Delivery delivery, StableRandom random) {
    if (random.percent(3)) {
      return "";
    }
    boolean local = random.percent(20);
    if (course.specialised()) {
      return local && !delivery.placed().specialised() ? "LOCAL_CONTRACT" : "NETWORK_BUDGET";
    }
    if (local) {
      return "LOCAL_CONTRACT";
    }
    return switch (course.region()) {
      case GRONINGEN -> "OPEN_HOUSE";
      case HAAGLANDEN -> "OTHER";
    };
  }
}
