package nl.jeugdgraaf.seed;

/// What is odd in the documents and yet true to them: loaded as it stands, with a warning.
///
/// The numbers are those of the list of warts in the description of the domain. Warts that no rule
/// over the data can find are not here.
public enum DataQualityIssue {
  /// Rows with one key say different things.
  CONTRADICTION("rows with one key contradict each other; the first stays"),
  /// One product code, several names.
  W1("one code with several names; all are kept"),
  /// A product without a name.
  W2("product without a name"),
  /// A code in lower case.
  W3("code in lower case; read as upper case"),
  /// A code that is not two digits, a letter and two digits.
  W4("code of an unusual form"),
  /// One code, another meaning per region.
  W5("code that several regions use"),
  /// One name, several codes.
  W6("names that stand on several codes"),
  /// One name, several clusters.
  W7("one name in several segments or clusters"),
  /// Codes that differ in the third position only, with other names.
  W8("letter variants with different names; the letter means nothing"),
  /// Names that differ in spelling only.
  W9("names that differ in spelling only; kept as they stand"),
  /// Something else than a name in a name.
  W10("unit or variant inside a name; kept as it stands"),
  /// Blanks around a cell.
  W12("blanks around a value; trimmed"),
  /// Transport outside the category of transport.
  W13("category that does not fit the name"),
  /// A criterion that is counted but not listed.
  W14("criterion without a text"),
  /// A module whose start is not stated.
  W15("module whose start is not stated"),
  /// A role that the source leaves open.
  W20("role that the source leaves open"),
  /// A source that a later one has replaced.
  W21("source that does not count any more"),
  /// A fact that is less than stated.
  W26("fact that is only implied"),
  /// A municipality that takes part in a part of a segment.
  W29("municipality that takes part in a part of a segment"),
  /// A municipality that has left a region.
  W30("membership that ended"),
  /// A name that file systems and lists write differently.
  W31("name with an apostrophe; the code is the key"),
  /// Text in another Unicode form.
  W32("characters outside ASCII; stored in Unicode form NFC"),
  /// A period of exactly one year.
  W36("period of one year; the last day is not in it"),
  /// A long name.
  W38("name of more than 100 characters");

  private final String title;

  DataQualityIssue(String title) {
    this.title = title;
  }

  /// {@return what it is, in a few words}
  public String title() {
    return title;
  }
}
