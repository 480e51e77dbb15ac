package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.Days.text;
import static nl.jeugdgraaf.seed.synthetic.LazyTable.SOURCE;

import java.util.List;
import java.util.function.Consumer;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.synthetic.Help.Decision;
import nl.jeugdgraaf.seed.synthetic.Help.Delivery;
import nl.jeugdgraaf.seed.synthetic.Help.Status;
import nl.jeugdgraaf.seed.synthetic.Trajectories.Course;

/// Deliveries, with their product or segment, module and deliverer.
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

  private static final List<String> KEEPING =
      List.of(
          "Past in het geheel; bekende gezichten",
          "Loopt goed; doelen nog niet bereikt",
          "Wens van jeugdige en gezin");

  private static final List<String> TAKING_OVER =
      List.of(
          "Nauwe afstemming met verblijf nodig",
          "Ontbrekend specialisme",
          "Eerdere aanbieder heeft geen plaats meer");

  private final int count;
  private final Trajectories trajectories;
  private final Help help;

  Deliveries(int count, Trajectories trajectories, Organisations organisations) {
    this.count = count;
    this.trajectories = trajectories;
    this.help = new Help(trajectories, organisations);
  }

  List<SeedTable> nodes() {
    return List.of(
        table(
            "Delivery",
            "id,description,status,startedOn,endedOn,decision,reason,fundedBy,volume,unit,frequency,"
                + "statedDeliverer,source",
            Deliveries::writeDelivery));
  }

  List<SeedTable> relationships() {
    return List.of(
        table(
            "Delivery.trajectory",
            "from,to",
            (course, delivery, out) -> out.accept(List.of(delivery.id(), course.id()))),
        table(
            "Delivery.product",
            "from,to",
            (course, delivery, out) -> {
              if (coded(course, delivery)) {
                out.accept(List.of(delivery.id(), delivery.place().product()));
              }
            }),
        table(
            "Delivery.segment",
            "from,to",
            (course, delivery, out) -> {
              if (!coded(course, delivery)) {
                out.accept(List.of(delivery.id(), delivery.place().segment()));
              }
            }),
        table(
            "Delivery.module",
            "from,to",
            (course, delivery, out) -> {
              if (course.specialised() && !delivery.place().module().isEmpty()) {
                out.accept(List.of(delivery.id(), delivery.place().module()));
              }
            }),
        table(
            "Delivery.continues",
            "from,to",
            (course, delivery, out) -> {
              if (delivery.decision() != Decision.NEW) {
                out.accept(List.of(delivery.id(), Delivery.id(delivery.number() - 1)));
              }
            }),
        delivers("Provider"),
        delivers("Network"));
  }

  /// Writes what one table says about one delivery.
  private interface Writing {
    void write(Course course, Delivery delivery, Consumer<List<String>> out);
  }

  private SeedTable table(String name, String columns, Writing writing) {
    return LazyTable.of(
        name,
        columns,
        count,
        (index, out) -> {
          var course = trajectories.course(index);
          help.of(course).forEach(delivery -> writing.write(course, delivery, out));
        });
  }

  private SeedTable delivers(String type) {
    return table(
        type + ".deliveries",
        "from,to,validFrom,validTo,source",
        (course, delivery, out) ->
            delivery.ties().stream()
                .filter(tie -> tie.type().equals(type))
                .forEach(tie ->
                    out.accept(
                        List.of(
                            tie.key(), delivery.id(), text(tie.from()), text(tie.to()), SOURCE))));
  }

  /// Some 8 in a hundred have no code; what continues a delivery has one if that had one.
  private static boolean coded(Course course, Delivery delivery) {
    return !Dice.of(delivery.place().product(), course.index()).percent(8);
  }

  private static void writeDelivery(Course course, Delivery delivery, Consumer<List<String>> out) {
    var dice = Dice.of("delivery row", delivery.number());
    var amount = dice.one(AMOUNTS).split(",", -1);
    var term = delivery.term();
    boolean known = delivery.decision() != Decision.NEW || dice.percent(90);
    boolean dated = term.status() == Status.PLANNED || dice.percent(97);
    out.accept(
        List.of(
            delivery.id(),
            coded(course, delivery) ? "" : "Hulp zonder productcode (synthetisch)",
            term.status().name(),
            dated ? text(term.from()) : "",
            text(term.to()),
            known ? delivery.decision().name() : "",
            reason(delivery.decision(), dice),
            funding(course, delivery, dice),
            amount[0],
            amount[1],
            amount[2],
            delivery.ties().isEmpty() ? "niet met naam genoemd" : "",
            SOURCE));
  }

  private static String reason(Decision decision, Dice dice) {
    return switch (decision) {
      case NEW -> "";
      case CONTINUED -> dice.one(KEEPING);
      case TAKEN_OVER -> dice.one(TAKING_OVER);
    };
  }

  /// In a specialised trajectory the network pays, but for what is contracted locally.
  private static String funding(Course course, Delivery delivery, Dice dice) {
    if (dice.percent(3)) {
      return "";
    }
    boolean local = dice.percent(20);
    if (course.specialised()) {
      return local && !delivery.place().specialised() ? "LOCAL_CONTRACT" : "NETWORK_BUDGET";
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
