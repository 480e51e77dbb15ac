package nl.jeugdgraaf.seed;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.seed.NodeRows.NodeRow;
import nl.jeugdgraaf.seed.RelationshipRows.RelationshipRow;

/// Looks for data quality issues in a single node or relationship, by two tables of rules.
///
/// A rule returns what it finds, or an empty text. A rule for any type also sees rows about youths,
/// so its message contains no key.
final class RowIssues {
  private static final String ANY = "";
  private static final String NONE = "";

  private static final int LONG_NAME = 100;
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern USUAL_CODE = Pattern.compile("[0-9]{2}[A-Z][0-9]{2}");
  private static final Pattern UNIT_OR_VARIANT =
      Pattern.compile("\\([0-9]+ \\p{L}+\\)|deelproduct|inspanning|outputgericht", CASELESS);
  private static final Pattern TRANSPORT = Pattern.compile("\\bvervoer", CASELESS);
  private static final String TRANSPORT_CATEGORY = "42";
  private static final Pattern APOSTROPHE = Pattern.compile("['\u2019]");

  private record Rule(DataQualityIssue issue, String type, Function<CheckedRow, String> finding) {}

  private static final List<Rule> NODES =
      List.of(
          new Rule(
              DataQualityIssue.PRODUCT_WITHOUT_NAME,
              "Product",
              row -> when(row.texts("names").isEmpty(), "has no name")),
          new Rule(DataQualityIssue.UNUSUAL_CODE, "Product", RowIssues::unusualCode),
          new Rule(
              DataQualityIssue.UNIT_OR_VARIANT_IN_NAME,
              "Product",
              row -> named(row, UNIT_OR_VARIANT)),
          new Rule(DataQualityIssue.CATEGORY_UNLIKE_NAME, "Product", RowIssues::transport),
          new Rule(
              DataQualityIssue.CRITERION_WITHOUT_TEXT,
              "Criterion",
              row -> when(row.text("text").isEmpty(), "has no text")),
          new Rule(
              DataQualityIssue.MODULE_WITHOUT_START,
              "Module",
              row -> when(row.text("start").equals("UNKNOWN"), "has no start")),
          new Rule(
              DataQualityIssue.REFERRER_WITHOUT_KIND,
              "Referrer",
              row -> when(row.text("kind").isEmpty(), "has no kind")),
          new Rule(
              DataQualityIssue.SUPERSEDED_SOURCE,
              "Source",
              row -> when(row.text("status").equals("SUPERSEDED"), "is superseded")),
          new Rule(DataQualityIssue.IMPLIED_FACT, ANY, RowIssues::implied),
          new Rule(
              DataQualityIssue.APOSTROPHE_IN_NAME, "Municipality", row -> named(row, APOSTROPHE)),
          new Rule(
              DataQualityIssue.LONG_NAME,
              ANY,
              row ->
                  when(
                      row.text("name").length() > LONG_NAME,
                      "has a name of " + row.text("name").length() + " characters")));

  private static final List<Rule> RELATIONSHIPS =
      List.of(
          new Rule(DataQualityIssue.IMPLIED_FACT, ANY, RowIssues::implied),
          new Rule(
              DataQualityIssue.PARTIAL_PARTICIPATION,
              "Municipality PARTICIPATES_IN",
              row -> when(row.text("extent").equals("PARTIAL"), "in part only")),
          new Rule(
              DataQualityIssue.ENDED_MEMBERSHIP,
              "Municipality IN_REGION",
              row ->
                  row.date(RelationshipProperties.VALID_TO)
                      .map(day -> "until " + day)
                      .orElse(NONE)),
          new Rule(DataQualityIssue.PERIOD_OF_ONE_YEAR, ANY, RowIssues::oneYear));

  private final ReportBuilder report;

  RowIssues(ReportBuilder report) {
    this.report = report;
  }

  void inspect(String type, NodeRow node) {
    apply(NODES, type, type + " " + node.key(), node.row());
  }

  void inspect(RelationshipRow relationship) {
    var route = relationship.route();
    apply(
        RELATIONSHIPS,
        route.from().name() + " " + route.field().type(),
        relationship.from() + " " + route.field().type() + " " + relationship.to(),
        relationship.row());
  }

  private void apply(List<Rule> rules, String type, String subject, CheckedRow row) {
    if (row.synthetic()) {
      return;
    }
    for (var rule : rules) {
      var isForAny = rule.type().equals(ANY);
      if (isForAny || rule.type().equals(type)) {
        var finding = rule.finding().apply(row);
        if (!finding.equals(NONE)) {
          report.add(rule.issue(), row.at(), isForAny ? finding : subject + " " + finding);
        }
      }
    }
  }

  private static String when(boolean odd, String finding) {
    return odd ? finding : NONE;
  }

  private static String named(CheckedRow row, Pattern pattern) {
    return row.texts("names").isEmpty()
        ? when(pattern.matcher(row.text("name")).find(), "is named " + row.text("name"))
        : row.texts("names").stream()
            .filter(name -> pattern.matcher(name).find())
            .findFirst()
            .map(name -> "is named " + name)
            .orElse(NONE);
  }

  private static String unusualCode(CheckedRow row) {
    return when(
        !USUAL_CODE.matcher(row.text("code")).matches(),
        "has a code that is not two digits, a letter and two digits");
  }

  private static String transport(CheckedRow row) {
    return when(
        !row.text("code").startsWith(TRANSPORT_CATEGORY) && !named(row, TRANSPORT).isEmpty(),
        named(row, TRANSPORT) + ", outside category " + TRANSPORT_CATEGORY);
  }

  private static String implied(CheckedRow row) {
    var status = row.text("status");
    if (Set.of("IMPLIED", "INFERRED").contains(status)) {
      return "has the status " + status;
    }
    return when(row.text("confidence").equals("LOW"), "has a low confidence");
  }

  private static String oneYear(CheckedRow row) {
    var to = row.date(RelationshipProperties.VALID_TO);
    return row.date(RelationshipProperties.VALID_FROM)
        .filter(from -> to.isPresent() && from.plusYears(1).equals(to.get()))
        .map(_ -> "has a period of exactly one year")
        .orElse(NONE);
  }
}
