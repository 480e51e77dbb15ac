package nl.jeugdgraaf.seed.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;

/// Products to draw from, the usual ones more often.
///
/// @param products the products
/// @param sums the weights of all products before each one, and at the end of all
record Offer(List<PlacedProduct> products, List<Integer> sums) {
  /// {@return an offer of products, each by its weight}
  ///
  /// @param products the products
  static Offer of(List<PlacedProduct> products) {
    var sums = new ArrayList<Integer>(List.of(0));
    products.forEach(placed -> sums.add(sums.getLast() + placed.traits().weight()));
    return new Offer(List.copyOf(products), List.copyOf(sums));
  }

  /// {@return one of the products, of which there must be some}
  ///
  /// @param random chooses
  PlacedProduct draw(StableRandom random) {
    int found = Collections.binarySearch(sums, random.below(sums.getLast()));
    return products.get(found < 0 ? -found - 2 : found);
  }

  /// {@return the most usual of the products that are there for all minors, else the first}
  PlacedProduct usual() {
    var usual = products.getFirst();
    for (var placed : products) {
      var traits = placed.traits();
      boolean isForAll = traits.fromAge() == 0 && traits.toAge() >= 18;
      if (isForAll && (usual.traits().fromAge() > 0 || traits.weight() > usual.traits().weight())) {
        usual = placed;
      }
    }
    return usual;
  }
}
