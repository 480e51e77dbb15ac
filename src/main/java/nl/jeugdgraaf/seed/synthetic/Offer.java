package nl.jeugdgraaf.seed.synthetic;

import java.util.Arrays;
import java.util.List;
import nl.jeugdgraaf.seed.synthetic.Catalogue.PlacedProduct;

/// Products to draw from, the usual ones more often.
final class Offer {
  private final List<PlacedProduct> products;

  /// The weights of all products before each one, and at the end of all.
  private final int[] sums;

  /// @param products the products, each of which has a weight
  Offer(List<PlacedProduct> products) {
    this.products = List.copyOf(products);
    this.sums = new int[products.size() + 1];
    for (int place = 0; place < products.size(); place++) {
      sums[place + 1] = sums[place] + products.get(place).traits().weight();
    }
  }

  /// {@return one of the products, of which there must be some}
  ///
  /// @param random chooses
  PlacedProduct draw(StableRandom random) {
    int found = Arrays.binarySearch(sums, random.below(sums[products.size()]));
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
