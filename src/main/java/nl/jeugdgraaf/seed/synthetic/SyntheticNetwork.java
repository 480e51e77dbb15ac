package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.digest.Fingerprint;
import nl.jeugdgraaf.seed.SeedTable;
import nl.jeugdgraaf.seed.SeedTable.Generated;

/// A made-up network of youth care of any size: organisations, families, youths, and the help and
/// regie around them. It refers to the catalogue in the source documents.
///
/// Equal sizes and documents always give equal rows. No row is held in memory: each is computed
/// from its index while its table is iterated. So memory does not grow with the number of persons,
/// and tables can be iterated in any order and any number of times. All dates are from 2023 to
/// 2027, apart from birth dates. Every node, and every relationship with a source, has the source
/// `SYNTHETIC`, and every name ends in `(synthetisch)`.
public final class SyntheticNetwork {
  /// The folder of the committed network, which a network of another size replaces.
  private static final String COMMITTED = "synthetic/";

  private final List<SeedTable> tables;

  private SyntheticNetwork(List<SeedTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /// {@return the tables of a seed folder, with its network replaced by one of another size}
  ///
  /// @param files tables of the folder
  /// @param scale how many times the size of a region
  /// @throws nl.jeugdgraaf.problem.ProblemException if the documents lack municipalities or
  ///   products
  public static List<SeedTable> inPlaceOfOwn(List<SeedTable> files, double scale) {
    var others = files.stream().filter(table -> !table.origin().startsWith(COMMITTED)).toList();
    var all = new ArrayList<>(others);
    all.addAll(ofSize(Size.ofScale(scale), others).tables());
    return all;
  }

  /// {@return a network of a size}
  ///
  /// @param size how large it is
  /// @param catalogueTables tables with the products, segments, modules, municipalities, agreements
  ///   and criteria to which the network refers; read once, here
  /// @throws nl.jeugdgraaf.problem.ProblemException if the documents lack municipalities or
  ///   products
  public static SyntheticNetwork ofSize(Size size, Iterable<SeedTable> catalogueTables) {
    var catalogue = Catalogue.of(catalogueTables);
    var organisations = new Organisations(size.organisations(), catalogue);
    var courses = new Courses(size.persons().youths(), size.care());
    var persons = new Persons(size.persons(), courses, organisations);
    var trajectories = new Trajectories(courses, persons, organisations);
    var documents = new TrajectoryDocuments(courses);
    var planner = new DeliveryPlanner(courses, persons, organisations);
    var deliveries = new Deliveries(courses, planner);
    var regie = new Regie(courses, persons, organisations);
    var nodes = new ArrayList<SeedTable>();
    nodes.addAll(organisations.nodes());
    nodes.addAll(persons.nodes());
    nodes.addAll(trajectories.nodes(planner));
    nodes.addAll(documents.nodes());
    nodes.addAll(deliveries.nodes());
    var relationships = new ArrayList<SeedTable>();
    relationships.addAll(organisations.relationships());
    relationships.addAll(persons.relationships(planner));
    relationships.addAll(trajectories.relationships());
    relationships.addAll(documents.relationships());
    relationships.addAll(deliveries.relationships());
    relationships.addAll(regie.relationships());
    nodes.addAll(relationships);
    var network = Fingerprint.of(size, catalogue);
    return new SyntheticNetwork(nodes.stream().map(table -> within(network, table)).toList());
  }

  /// Adds the network to the fingerprint of a table, which covers only a sample of its rows.
  private static SeedTable within(String network, SeedTable table) {
    return new SeedTable(
        table.name(),
        table.origin(),
        table.columns(),
        table.rows(),
        table
            .generated()
            .map(made ->
                new Generated(Fingerprint.of(network, made.fingerprint()), made.rowsAbout())));
  }

  /// {@return the tables, those of nodes before those of relationships}
  public List<SeedTable> tables() {
    return tables;
  }

  /// How large a network is.
  ///
  /// @param organisations how many organisations there are
  /// @param persons how many families and youths
  /// @param care how much care there is
  public record Size(OrganisationCounts organisations, PersonCounts persons, CareCounts care) {
    /// 40 providers and 600 youths: small enough to read, with something of every kind.
    public static final Size SMALL =
        new Size(
            new OrganisationCounts(40, 4, 60, 5, 30),
            new PersonCounts(400, 600),
            new CareCounts(800, 1_800, 1_600));

    /// {@return the size of a region, multiplied}
    ///
    /// At 1 there are 15,000 youths in 10,000 families, 250 providers, 400 referrers, 20,000
    /// trajectories, 45,000 deliveries and 40,000 periods of regie. Organisations grow with the
    /// square root. Families, youths and trajectories are rounded up to whole blocks of 40.
    ///
    /// @param scale how many times the size of a region, above 0 and at most 10,000
    /// @throws IllegalArgumentException if the scale is out of bounds
    public static Size ofScale(double scale) {
      if (!(scale > 0 && scale <= 10_000)) {
        throw new IllegalArgumentException(
            "scale is " + scale + ", must be above 0 and at most 10,000");
      }
      double root = Math.sqrt(scale);
      int block = LazyTable.BLOCK;
      return new Size(
          new OrganisationCounts(
              steps(250 * root, 10),
              Math.max(steps(4 * root, 2), 4),
              Math.max(steps(400 * root, 20), 40),
              steps(20 * root, 5),
              steps(300 * root, 10)),
          new PersonCounts(steps(10_000 * scale, block), steps(15_000 * scale, block)),
          new CareCounts(
              steps(20_000 * scale, block), steps(45_000 * scale, 1), steps(40_000 * scale, 1)));
    }

    private static int steps(double number, int step) {
      return Math.max(1, Math.toIntExact((long) Math.ceil(number / step - 1e-9))) * step;
    }
  }

  /// How many organisations there are.
  ///
  /// @param providers providers, at least 10
  /// @param networks networks besides those of the documents, at least 2
  /// @param referrers referrers, at least 40
  /// @param safetyPartners safety partners, at least 5
  /// @param schools schools, at least 10
  public record OrganisationCounts(
      int providers, int networks, int referrers, int safetyPartners, int schools) {
    /// Checks the components.
    ///
    /// @throws IllegalArgumentException if there are too few for every kind in each region
    public OrganisationCounts {
      atLeast("providers", providers, 10);
      atLeast("networks", networks, 2);
      atLeast("referrers", referrers, 40);
      atLeast("safetyPartners", safetyPartners, 5);
      atLeast("schools", schools, 10);
    }
  }

  /// How many persons there are.
  ///
  /// @param families families, a multiple of 40
  /// @param youths youths, a multiple of 40; each belongs to a family
  public record PersonCounts(int families, int youths) {
    /// Checks the components.
    ///
    /// @throws IllegalArgumentException if one is not a multiple of 40
    public PersonCounts {
      blocks("families", families);
      blocks("youths", youths);
    }
  }

  /// How much care there is.
  ///
  /// @param trajectories trajectories, a multiple of 40
  /// @param deliveries deliveries
  /// @param regiePeriods periods of regie, at most three times the trajectories
  public record CareCounts(int trajectories, int deliveries, int regiePeriods) {
    /// Checks the components.
    ///
    /// @throws IllegalArgumentException if one is out of bounds
    public CareCounts {
      blocks("trajectories", trajectories);
      atLeast("deliveries", deliveries, 0);
      atLeast("regiePeriods", regiePeriods, 0);
      if (regiePeriods > 3L * trajectories) {
        throw new IllegalArgumentException(
            "regiePeriods is %d, must be at most %d, three times the trajectories"
                .formatted(regiePeriods, 3L * trajectories));
      }
    }
  }

  private static void atLeast(String name, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(
          "%s is %d, must be at least %d".formatted(name, number, least));
    }
  }

  private static void blocks(String name, int number) {
    atLeast(name, number, LazyTable.BLOCK);
    if (number % LazyTable.BLOCK != 0) {
      throw new IllegalArgumentException(
          "%s is %d, must be a multiple of %d".formatted(name, number, LazyTable.BLOCK));
    }
  }
}
