package nl.jeugdgraaf.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// Each rule is a file and a value of the enum, and says where it is laid down.
class FindingRulesTest {
  private static final String RULE =
      """
      // text: A code
      //   has no name.
      // place: S0, annex II
      MATCH (product:Product) RETURN product
      """;

  private static Model model(String... files) {
    var schema =
        new ArrayList<>(List.of(new SchemaFile("tiny.graphqls", String.join("\n", files))));
    SchemaFile.builtIn().stream()
        .filter(file -> file.name().equals("directives.graphqls"))
        .forEach(schema::add);
    return SchemaReader.read(schema);
  }

  private static Model withFindings() {
    return model(
        """
        "A finding." type Finding @node { "Key" key: ID! @key "Rule" rule: FindingRule! }
        "A rule." enum FindingRule { "No name" NO_NAME }
        """);
  }

  private static List<FindingRule> rules(Map<String, String> files) {
    return FindingRules.of(withFindings(), new TreeMap<>(files));
  }

  private static String refusal(Map<String, String> files) {
    return Objects.requireNonNull(
        assertThrows(ProblemException.class, () -> rules(files)).getMessage());
  }

  @Test
  void aFileSaysWhatIsWrongAndWhere() {
    assertEquals(
        List.of(
            new FindingRule(
                "NO_NAME",
                "A code has no name.",
                Optional.empty(),
                "S0, annex II",
                "MATCH (product:Product) RETURN product\n")),
        rules(Map.of("NO_NAME", RULE)));
  }

  @Test
  void fileAndEnumMustAgree() {
    assertEquals(
        "FindingRule.NO_NAME has no file; add schema/findings/NO_NAME.cypher.", refusal(Map.of()));
    assertEquals(
        "schema/findings/OTHER.cypher has no value in the enum FindingRule; add it to"
            + " schema/findings.graphqls.",
        refusal(Map.of("NO_NAME", RULE, "OTHER", RULE)));
  }

  @Test
  void aFileNeedsTextPlaceAndStatement() {
    for (var line : List.of("// text: A code\n//   has no name.\n", "// place: S0, annex II\n")) {
      assertEquals(
          "schema/findings/NO_NAME.cypher needs // text:, // place: and a statement.",
          refusal(Map.of("NO_NAME", RULE.replace(line, ""))));
    }
  }

  @Test
  void aModelWithoutFindingsHasNoRules() {
    var model = model("\"A thing.\" type Thing @node { \"Key\" key: ID! @key }");
    assertEquals(List.of(), FindingRules.of(model, new TreeMap<>(Map.of("NO_NAME", RULE))));
  }

  @Test
  void everyRuleOfTheServerSaysWhereItIsLaidDown() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var rules = FindingRules.builtIn(model);
    assertEquals(
        Objects.requireNonNull(model.enumerations().get("FindingRule")).values().size(),
        rules.size());
    for (var rule : rules) {
      assertTrue(rule.text().endsWith("."), rule.name());
      var value =
          model.enumerations().get("FindingRule").values().stream()
              .filter(it -> it.name().equals(rule.name()))
              .findFirst()
              .orElseThrow();
      for (var place : rule.place().split("; ", -1)) {
        var start = place.replaceFirst(" \\(.*", "").replaceFirst(", text lines 177-336", "");
        assertTrue(value.description().contains(start), rule.name() + " " + place);
      }
    }
  }
}
