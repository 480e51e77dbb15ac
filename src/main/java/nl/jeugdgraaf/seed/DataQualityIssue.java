package nl.jeugdgraaf.seed;

/// A kind of oddity that the source documents themselves contain. A row with one is loaded, and the
/// seed report says so.
public enum DataQualityIssue {
  /// Several rows describe one node or relationship, and their values differ.
  CONTRADICTING_ROWS("rows with the same key differ; the first row counts"),
  /// Several rows give one product code different names.
  PRODUCT_WITH_SEVERAL_NAMES("one product with several names; all names are kept"),
  /// No row gives the product a name.
  PRODUCT_WITHOUT_NAME("product without a name"),
  /// A code is written in lower case.
  CODE_IN_LOWER_CASE("code in lower case; read as upper case"),
  /// A product code is not two digits, a letter and two digits.
  UNUSUAL_CODE("product code of an unusual form"),
  /// Regions give one product code meanings of their own.
  CODE_IN_SEVERAL_REGIONS("one product code in several regions"),
  /// Products with different codes share a name.
  NAME_WITH_SEVERAL_CODES("one name for several product codes"),
  /// Products that share a name are in different segments or clusters.
  NAME_IN_SEVERAL_SEGMENTS("one name in several segments or clusters"),
  /// Product codes that differ in their third position only have different names.
  LETTER_VARIANTS_WITH_OTHER_NAMES(
      "codes that differ in the letter only, with different names; the letter has no meaning"),
  /// Names differ in spelling only.
  SPELLING_VARIANTS("names that differ in spelling only; kept as written"),
  /// A product name contains a unit or a variant of the product.
  UNIT_OR_VARIANT_IN_NAME("unit or variant in a name; kept as written"),
  /// A cell starts or ends with blanks.
  SURROUNDING_BLANKS("blanks around a value; removed"),
  /// A product is named after transport but is not in the category of transport.
  CATEGORY_UNLIKE_NAME("category that does not fit the name"),
  /// The source counts a criterion whose text it does not give.
  CRITERION_WITHOUT_TEXT("criterion without a text"),
  /// The source does not say when a module starts.
  MODULE_WITHOUT_START("module without a start"),
  /// The source does not say what kind of referrer it is.
  REFERRER_WITHOUT_KIND("referrer without a kind"),
  /// A later source replaces this one.
  SUPERSEDED_SOURCE("source that a later one replaces"),
  /// The source implies a fact without stating it.
  IMPLIED_FACT("fact that the source only implies"),
  /// A municipality takes part in a segment with exceptions.
  PARTIAL_PARTICIPATION("municipality that takes part in a segment only partly"),
  /// A municipality has left a region.
  ENDED_MEMBERSHIP("municipality that left its region"),
  /// A municipality name contains an apostrophe, which lists write in different ways.
  APOSTROPHE_IN_NAME("municipality name with an apostrophe; its code is the key"),
  /// Text is not plain ASCII, or not in Unicode form NFC.
  NON_ASCII_TEXT("text outside ASCII; stored in Unicode form NFC"),
  /// A period lasts exactly one year, so `validTo` may be meant as the last day.
  PERIOD_OF_ONE_YEAR("period of exactly one year; validTo is the first day after it"),
  /// The periods of two rows about one pair overlap.
  OVERLAPPING_PERIODS("two periods of one pair that overlap; both are kept"),
  /// A name has more than 100 characters.
  LONG_NAME("name of more than 100 characters");

  private final String title;

  DataQualityIssue(String title) {
    this.title = title;
  }

  /// {@return what it is, in a few words}
  public String title() {
    return title;
  }
}
