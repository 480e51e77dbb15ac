package nl.jeugdgraaf.seed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;
import nl.jeugdgraaf.seed.SeedReport.RowLocation;

/// Looks for data quality issues in the products as a whole: their codes, names and placements.
final class ProductIssues {
  private static final String PRODUCT = "Product";
  private static final List<String> PLACED_IN = List.of("MAPS_TO", "LISTED_IN");
  private static final Pattern USUAL_CODE = Pattern.compile("[0-9]{2}[A-Z][0-9]{2}");
  private static final Pattern NOT_SPELLED = Pattern.compile("[^\\p{Alnum}]+");

  private final ReportBuilder report;
  private final Map<Object, Product> products = new LinkedHashMap<>();

  /// A product, with what the rules compare.
  ///
  /// @param segments keys of the segments in which it is placed, filled in later
  private record Product(
      RowLocation at, String region, String code, List<String> names, Set<Object> segments) {
    List<String> foldedNames() {
      return names.stream().map(ProductIssues::folded).toList();
    }
  }

  /// One name of a product.
  private record NamedProduct(String name, Product product) {}

  ProductIssues(ReportBuilder report) {
    this.report = report;
  }

  void add(String type, NodeRow node) {
    if (type.equals(PRODUCT) && !node.row().synthetic()) {
      var row = node.row();
      var key = node.key().toString();
      var region = key.substring(0, Math.max(0, key.indexOf('/')));
      products.put(
          node.key(),
          new Product(
              row.at(), region, row.text("code"), row.texts("names"), new LinkedHashSet<>()));
    }
  }

  void add(RelationshipRow placement) {
    if (PLACED_IN.contains(placement.route().field().type())) {
      var incoming = placement.route().incoming();
      var product = products.get(incoming ? placement.to() : placement.from());
      if (product != null) {
        product.segments().add(incoming ? placement.from() : placement.to());
      }
    }
  }

  /// Reports the issues of the products, taken together.
  void finish() {
    products.values().forEach(this::severalNames);
    by(products.values(), Product::code).forEach(this::severalRegions);
    by(products.values(), Product::region)
        .forEach((region, group) -> {
          var names = new ArrayList<NamedProduct>();
          group.forEach(product ->
              product.names().forEach(name -> names.add(new NamedProduct(name, product))));
          sharedNames(region, by(names, NamedProduct::name));
          by(names, named -> folded(named.name())).values().forEach(this::spellings);
          letterVariants(region, group);
        });
  }

  private void severalNames(Product product) {
    if (product.names().size() > 1) {
      report.add(
          DataQualityIssue.PRODUCT_WITH_SEVERAL_NAMES,
          product.at(),
          product.code() + " has the names " + String.join(" and ", product.names()));
    }
  }

  private void severalRegions(String code, List<Product> group) {
    var regions = new TreeSet<>(group.stream().map(Product::region).toList());
    if (regions.size() > 1) {
      report.add(
          DataQualityIssue.CODE_IN_SEVERAL_REGIONS,
          group.getLast().at(),
          code + " is a code of " + String.join(" and ", regions));
    }
  }

  private void sharedNames(String region, Map<String, List<NamedProduct>> byName) {
    var shared = byName.values().stream().filter(group -> group.size() > 1).toList();
    if (!shared.isEmpty()) {
      int most = shared.stream().mapToInt(List::size).max().orElseThrow();
      var file = shared.getFirst().getFirst().product().at().file();
      report.add(
          DataQualityIssue.NAME_WITH_SEVERAL_CODES,
          new RowLocation(file, 1),
          "%d names of %s belong to 2 to %d codes each".formatted(shared.size(), region, most));
    }
    shared.forEach(this::severalSegments);
  }

  private void severalSegments(List<NamedProduct> group) {
    var placements =
        group.stream().map(named -> named.product().segments()).filter(set -> !set.isEmpty());
    if (placements.distinct().count() > 1) {
      report.add(
          DataQualityIssue.NAME_IN_SEVERAL_SEGMENTS,
          group.getLast().product().at(),
          group.getFirst().name()
              + " is placed by code: "
              + group.stream()
                  .map(named -> named.product().code() + " in " + named.product().segments())
                  .collect(Collectors.joining(", ")));
    }
  }

  private void spellings(List<NamedProduct> group) {
    var spellings = group.stream().map(NamedProduct::name).distinct().toList();
    if (spellings.size() > 1) {
      report.add(
          DataQualityIssue.SPELLING_VARIANTS,
          group.getLast().product().at(),
          spellings.stream()
              .map(name -> '"' + name + '"')
              .collect(Collectors.joining(" and ", "", " differ in spelling only")));
    }
  }

  private void letterVariants(String region, List<Product> group) {
    var usual =
        group.stream()
            .filter(product -> !product.names().isEmpty())
            .filter(product -> USUAL_CODE.matcher(product.code()).matches());
    var families =
        by(usual.toList(), product -> product.code().substring(0, 2) + product.code().substring(3))
            .values()
            .stream()
            .filter(family -> family.size() > 1)
            .toList();
    var differing =
        families.stream()
            .filter(family -> family.stream().map(Product::foldedNames).distinct().count() > 1)
            .count();
    if (differing > 0) {
      report.add(
          DataQualityIssue.LETTER_VARIANTS_WITH_OTHER_NAMES,
          new RowLocation(group.getFirst().at().file(), 1),
          "%2$s has %1$d groups of codes that differ in the third position only; %3$d of them have different names"
              .formatted(families.size(), region, differing));
    }
  }

  /// Returns a name without accents, upper case, blanks and punctuation.
  private static String folded(String name) {
    return NOT_SPELLED
        .matcher(Normalizer.normalize(name, Form.NFD).toLowerCase(Locale.ROOT))
        .replaceAll("");
  }

  private static <T> Map<String, List<T>> by(Collection<T> elements, Function<T, String> property) {
    return elements.stream()
        .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.toList()));
  }
}
