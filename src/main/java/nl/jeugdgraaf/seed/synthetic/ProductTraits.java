package nl.jeugdgraaf.seed.synthetic;

import static nl.jeugdgraaf.seed.synthetic.ProductKind.INDIVIDUAL_GUIDANCE;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the generator takes a product for. The documents give codes and names; the rest is made up
/// from what the names say.
///
/// @param kind sort of help
/// @param weight how often it is given, compared with the other products of its line
/// @param fromAge youngest age in years
/// @param toAge age in years before which it ends
/// @param since first day on which there was such a product
record ProductTraits(ProductKind kind, int weight, int fromAge, int toAge, int since) {
  /// Age before which all help ends.
  static final int OLDEST = 23;

  /// Kind, weight, ages and codes. No code is of two regions.
  private static final String TABLE =
      """
      INDIVIDUAL_GUIDANCE 90 3-23 45N04
      INDIVIDUAL_GUIDANCE 55 3-23 45A04 45N53 45C05
      INDIVIDUAL_GUIDANCE 30 3-23 45A53 44C02
      INDIVIDUAL_GUIDANCE 9 3-23 45N08 45O04 45L04 45O53 43N53 45000
      FAMILY_GUIDANCE 70 0-18 45N51
      FAMILY_GUIDANCE 45 0-18 45A51 45N56 45C09
      FAMILY_GUIDANCE 25 0-18 45A56
      FAMILY_GUIDANCE 8 0-18 45L51 45O56 45G05 45G06 50G41 50N41 45N09
      GROUP_GUIDANCE 25 4-18 45N49 41U01
      GROUP_GUIDANCE 13 4-18 45A49 45N54 45A54 41U02
      GROUP_GUIDANCE 4 4-18 45L49
      BASIC_TREATMENT 80 4-18 51N01 54001
      BASIC_TREATMENT 45 4-18 51G01
      BASIC_TREATMENT 10 4-18 50N50
      EDUCATION_SUPPORT 7 5-18 50G26 50N26 52G14
      EDUCATION_SUPPORT 25 7-13 INS2C
      DAY_ACTIVITY 14 4-18 41N18 41A18 41A22
      DAY_ACTIVITY 6 4-18 41O18 41N06 41N23
      DAY_TREATMENT 10 5-18 41N03 41G03 41C01 41C02
      DAY_TREATMENT 2 5-18 41O03
      DAY_TREATMENT 3 3-18 55034
      DAY_TREATMENT 9 1-6 41N02 41G02
      DAY_TREATMENT 2 1-6 41O02
      CHILD_CARE 6 0-4 41N01
      CHILD_CARE 6 4-13 41N25
      BABY_CARE 3 0-1 45N05 45N06 45N07
      PERSONAL_CARE 6 2-18 40N04 40A04
      PERSONAL_CARE 3 2-18 40N05 55035
      TRANSPORT 10 4-18 42N01 42A01
      TRANSPORT 2 4-18 42N02 42A02 42A03 42N03 42O01
      POCKET_MONEY 60 0-6 48N08
      POCKET_MONEY 60 6-12 48N09 44B15
      POCKET_MONEY 60 12-18 48N10 44B16
      POCKET_MONEY 20 0-18 44B17 44B18
      CONSULTATION 5 0-18 54C05
      TREATMENT 60 5-18 52N09 54004
      TREATMENT 38 5-18 52G09 52N02 54008
      TREATMENT 20 5-18 52N08 52G08 45N02
      TREATMENT 8 5-18 52G12 52O09 52O08 54003
      TREATMENT 60 5-18 54DH4
      DIAGNOSTICS 28 3-18 52G06 52N06
      DIAGNOSTICS 9 0-18 45G02
      FAMILY_TREATMENT 28 0-18 45N03
      FAMILY_TREATMENT 10 0-18 45G03 45G04 45O03
      FAMILY_TREATMENT 9 0-7 50G06 50G36
      STAY 95 6-18 43A06
      STAY 20 12-18 43A12
      CRISIS 24 0-18 46A01
      SYSTEM_INTERVENTION 20 12-18 45G25 45G27
      SYSTEM_INTERVENTION 18 12-23 50G38 50N38
      SYSTEM_INTERVENTION 26 0-23 50G40 50N40
      DIAGNOSTICS 9 0-6 45A48
      STAY 9 6-18 43A38 43N38 43N35 43A35 43A37 43N37 43N08
      STAY 5 10-18 43N09 43G11 43G12 43B19 43N19
      STAY 2 8-18 43N20 43N01 43N34 43B37 43N90
      STAY 2 0-12 43N02
      STAY 1 0-3 43A08
      SHELTERED_LIVING 6 16-21 44N30 44G02 44N02 44N06 44N31
      RESPITE 8 4-18 44N09 44A09
      RESPITE 5 4-18 43A11 43N11 44N10 44A33 55036
      FOSTER_CARE 45 0-21 44N07 44A07
      PART_TIME_FOSTER_CARE 16 0-18 44B10
      FOSTER_SUPPORT 8 0-18 43G01
      FAMILY_HOME 14 2-21 43G09 43N10
      FAMILY_HOME 7 2-21 43G10 43G08
      DAY_TREATMENT 5 0-18 41G01
      TREATMENT 4 6-18 45G07
      CLINICAL 4 6-18 55011 55014
      CLINICAL 2 12-18 55012 55016
      CLINICAL 2 0-6 55021
      CLINICAL 1 0-12 55033
      RARE_TREATMENT 3 6-18 50G33 50G35 50N33 50N35
      RARE_TREATMENT 3 12-23 50G42 50N42 50N43
      RARE_TREATMENT 5 6-18 55001
      RARE_TREATMENT 3 0-6 55025
      DIAGNOSTICS 3 6-18 55002
      """;

  /// Codes that are new at the revision of 2026.
  private static final String NEW_IN_2026 = "41U01 41U02 54DH4";

  private static final Map<String, ProductTraits> BY_CODE = read();

  /// Those that were asked for, as taking the code out of each key takes time.
  private static final Map<String, ProductTraits> BY_KEY = new ConcurrentHashMap<>();

  /// {@return the traits of a product; a code that is not known counts as rare individual guidance}
  ///
  /// @param product its key
  static ProductTraits of(String product) {
    return BY_KEY.computeIfAbsent(
        product,
        key ->
            BY_CODE.getOrDefault(
                key.substring(key.indexOf('/') + 1),
                new ProductTraits(INDIVIDUAL_GUIDANCE, 1, 0, OLDEST, Days.FIRST)));
  }

  private static Map<String, ProductTraits> read() {
    var byCode = new HashMap<String, ProductTraits>();
    for (var line : TABLE.lines().toList()) {
      var cells = line.split(" ", -1);
      var ages = cells[2].split("-", -1);
      for (int place = 3; place < cells.length; place++) {
        int since = NEW_IN_2026.contains(cells[place]) ? Days.day(2026, 1, 1) : Days.FIRST;
        byCode.put(
            cells[place],
            new ProductTraits(
                ProductKind.valueOf(cells[0]),
                Integer.parseInt(cells[1]),
                Integer.parseInt(ages[0]),
                Integer.parseInt(ages[1]),
                since));
      }
    }
    return byCode;
  }
}
