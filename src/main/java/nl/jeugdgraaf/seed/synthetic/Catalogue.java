package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.seed.SeedTable;

/// The keys in the source documents to which the synthetic network refers.
///
/// @param groningen the keys of Groningen
/// @param haaglanden the keys of Haaglanden
/// @param criteria codes of the inclusion criteria that have a text
record Catalogue(RegionCatalogue groningen, RegionCatalogue haaglanden, List<String> criteria) {
  /// Kinds of agreement under which providers are contracted, the most usual first.
  private static final List<String> CONTRACT_KINDS = List.of("OPEN_HOUSE", "RESULT", "LOCAL");

  /// Copies the list.
  Catalogue {
    criteria = List.copyOf(criteria);
  }

  /// The keys of one region.
  ///
  /// @param municipalities codes of those that belong to it without an end, at least two
  /// @param products its products, at least one
  /// @param agreements keys of agreements under which providers are contracted, the usual one first
  /// @param addenda keys of the additions to them, by contract group
  /// @param terms the terms of each municipality, by its code
  record RegionCatalogue(
      List<String> municipalities,
      List<PlacedProduct> products,
      List<String> agreements,
      SortedMap<String, String> addenda,
      SortedMap<String, Terms> terms) {

    /// Copies the lists.
    RegionCatalogue {
      municipalities = List.copyOf(municipalities);
      products = List.copyOf(products);
      agreements = List.copyOf(agreements);
    }

    /// {@return the terms of a municipality}
    ///
    /// @param municipality its code
    Terms termsOf(String municipality) {
      return terms.getOrDefault(municipality, Terms.NONE);
    }
  }

  /// A product with the segment in which it is placed.
  ///
  /// @param product its key
  /// @param segment key of its segment; empty for help like it that a municipality contracts itself
  /// @param cluster key of the cluster in which it is listed, or empty
  /// @param module key of the module to which it belongs in a specialised trajectory, or empty
  /// @param group contract group to which it is limited, or empty
  record PlacedProduct(
      String product, String segment, String cluster, String module, String group) {

    /// {@return its code}
    String code() {
      return product.substring(product.indexOf('/') + 1);
    }

    /// {@return what the generator takes it for}
    ProductTraits traits() {
      return ProductTraits.of(product);
    }

    /// {@return how special it is}
    Line line() {
      return Line.of(segment);
    }

    /// {@return whether it is help that a municipality contracts itself, without a product code}
    boolean isLocal() {
      return segment.isEmpty();
    }

    /// {@return help like it that a municipality contracts itself}
    PlacedProduct contractedLocally() {
      return new PlacedProduct(product, "", "", "", "");
    }
  }

  /// {@return the keys of a region}
  ///
  /// @param region the region
  RegionCatalogue of(Region region) {
    return switch (region) {
      case GRONINGEN -> groningen;
      case HAAGLANDEN -> haaglanden;
    };
  }

  /// Reads the keys from the tables of the documents.
  ///
  /// @param documents tables of the documents; the ones it needs are read once
  /// @return the catalogue
  /// @throws ProblemException if municipalities or products of a region are missing
  static Catalogue of(Iterable<SeedTable> documents) {
    var tables = new HashMap<String, List<Map<String, String>>>();
    for (var table : documents) {
      if (CatalogueTables.TABLES.contains(table.name())) {
        tables.computeIfAbsent(table.name(), name -> new ArrayList<>()).addAll(rows(table));
      }
    }
    var reading = new CatalogueTables(tables);
    return new Catalogue(
        reading.region(Region.GRONINGEN),
        reading.region(Region.HAAGLANDEN),
        reading.rows("Criterion").stream()
            .filter(row -> !cell(row, "text").isEmpty())
            .map(row -> cell(row, "code"))
            .toList());
  }

  private static List<Map<String, String>> rows(SeedTable table) {
    var rows = new ArrayList<Map<String, String>>();
    for (var row : table.rows()) {
      var cells = new HashMap<String, String>();
      for (int column = 0;
          column < Math.min(table.columns().size(), row.cells().size());
          column++) {
        cells.put(table.columns().get(column), row.cells().get(column));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /// The rows, by table, each by column.
  private record CatalogueTables(Map<String, List<Map<String, String>>> tables) {
    static final Set<String> TABLES =
        Set.of(
            "Municipality",
            "Municipality.region",
            "Municipality.segments",
            "Municipality.agreements",
            "Agreement",
            "Criterion",
            "Product.region",
            "Product.segments",
            "Product.clusters",
            "Cluster.module");

    List<Map<String, String>> rows(String table) {
      return tables.getOrDefault(table, List.of());
    }

    RegionCatalogue region(Region region) {
      var municipalities = inRegion("Municipality.region", region);
      if (municipalities.size() < 2) {
        throw missing(region, "at least two municipalities", "Municipality.region");
      }
      var products = products(region);
      if (products.isEmpty()) {
        throw missing(region, "products in segments", "Product.segments");
      }
      var terms = new TreeMap<String, Terms>();
      municipalities.forEach(code -> terms.put(code, terms(code)));
      return new RegionCatalogue(
          municipalities, products, agreements(region), addenda(region), terms);
    }

    private List<String> inRegion(String table, Region region) {
      return rows(table).stream()
          .filter(row -> cell(row, "to").equals(region.name()) && cell(row, "validTo").isEmpty())
          .map(row -> cell(row, "from"))
          .distinct()
          .toList();
    }

    private List<String> agreements(Region region) {
      var byKind = new TreeMap<Integer, List<String>>();
      for (var row : rows("Agreement")) {
        int kind = CONTRACT_KINDS.indexOf(cell(row, "kind"));
        if (kind >= 0 && cell(row, "key").startsWith(region.name() + "/")) {
          byKind.computeIfAbsent(kind, order -> new ArrayList<>()).add(cell(row, "key"));
        }
      }
      return byKind.values().stream().flatMap(List::stream).toList();
    }

    private SortedMap<String, String> addenda(Region region) {
      var addenda = new TreeMap<String, String>();
      for (var row : rows("Agreement")) {
        if (cell(row, "kind").equals("ADDENDUM")
            && cell(row, "key").startsWith(region.name() + "/")) {
          addenda.put(cell(row, "group"), cell(row, "key"));
        }
      }
      return addenda;
    }

    private Terms terms(String municipality) {
      var group =
          rows("Municipality").stream()
              .filter(row -> cell(row, "code").equals(municipality))
              .map(row -> cell(row, "contractGroup"))
              .findFirst()
              .orElse("");
      var segments = new TreeMap<String, List<String>>();
      for (var row : rows("Municipality.segments")) {
        if (cell(row, "from").equals(municipality)) {
          segments.put(cell(row, "to"), list(cell(row, "covers")));
        }
      }
      var agreements =
          rows("Municipality.agreements").stream()
              .filter(row -> cell(row, "from").equals(municipality))
              .map(row -> cell(row, "to"))
              .toList();
      var local = new TreeMap<String, List<String>>();
      for (var row : rows("Agreement")) {
        if (cell(row, "kind").equals("LOCAL") && agreements.contains(cell(row, "key"))) {
          local.put(cell(row, "key"), list(cell(row, "covers")));
        }
      }
      return new Terms(group, segments, local);
    }

    private static List<String> list(String cell) {
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    private List<PlacedProduct> products(Region region) {
      var modules = firstOf("Cluster.module");
      var clusters = firstOf("Product.clusters");
      var own = new HashSet<>(inRegion("Product.region", region));
      var products = new LinkedHashMap<String, PlacedProduct>();
      for (var row : rows("Product.segments")) {
        var product = cell(row, "from");
        if (own.contains(product)) {
          var cluster = clusters.getOrDefault(product, "");
          products.putIfAbsent(
              product,
              new PlacedProduct(
                  product,
                  cell(row, "to"),
                  cluster,
                  modules.getOrDefault(cluster, ""),
                  cell(row, "contractGroup")));
        }
      }
      return List.copyOf(products.values());
    }

    private Map<String, String> firstOf(String table) {
      var first = new HashMap<String, String>();
      rows(table).forEach(row -> first.putIfAbsent(cell(row, "from"), cell(row, "to")));
      return first;
    }

    private static ProblemException missing(Region region, String what, String table) {
      return new ProblemException(
          Problem.Code.STARTUP_FAILED,
          "The synthetic network needs %s of %s; add them to the table %s."
              .formatted(what, region, table));
    }
  }
}
