package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.schema.SchemaFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `policy-diff` reports about other access rules, over the project's own seed.
class PolicyDiffTest {
  private static final ApiSchema PRESENT = ApiSchema.builtIn();
  private static final int ORGANISATIONS = 3;

  @TempDir private Path folder;

  /// Writes a copy of the rules in which one thing is different.
  private void rulesWith(String right, String other) throws IOException {
    int places = 0;
    for (var file : SchemaFile.accessBuiltIn()) {
      places += file.text().split(java.util.regex.Pattern.quote(right), -1).length - 1;
      var name = Path.of(file.name()).getFileName().toString();
      Files.writeString(folder.resolve(name), file.text().replace(right, other));
    }
    assertEquals(1, places, right);
  }

  private List<String> compared() {
    var lines = new ArrayList<String>();
    var other = PRESENT.with(SchemaFile.inFolder(folder));
    new PolicyComparison(PRESENT, other, TestDatabase.seeded(), ORGANISATIONS, lines::add).run();
    return lines;
  }

  /// How many deliveries a provider delivers or has delivered, and how many others run next to
  /// those that it delivers today, counted in the graph without any of the access rules.
  private static Map<String, Object> deliveries(String provider) {
    var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    var statement =
        """
        MATCH (:Provider {agb: $provider})-[own:DELIVERS]->(mine:Delivery)
        WHERE coalesce(own.validFrom <= $today, true)
        WITH collect(DISTINCT mine) AS mine,
          collect(CASE WHEN coalesce(own.validTo > $today, true) THEN mine END) AS present
        UNWIND present AS one
        MATCH (one)-[:PART_OF]->(:Trajectory)<-[:PART_OF]-(beside:Delivery)
        WHERE NOT beside IN mine AND beside.startedOn <= $today
          AND (beside.endedOn IS NULL OR beside.endedOn > $today)
        RETURN size(mine) AS mine, count(DISTINCT beside) AS beside
        """;
    return TestDatabase.seeded()
        .command(new Statement(statement, Map.of("provider", provider, "today", today)))
        .getFirst()
        .asMap();
  }

  @Test
  void equalRulesHaveNoDifference() throws IOException {
    rulesWith("extend type Goal", "extend type Goal");
    assertEquals(List.of("No difference."), compared());
  }

  @Test
  void aRoleThatLosesDeliveriesIsReportedWithNumbers() throws IOException {
    rulesWith(
        "@visible(to: [PROVIDER], rule: \"mineOrBesideMine\")",
        "@visible(to: [PROVIDER], rule: \"everDeliveredByMe\")");
    var lines = compared();
    for (var purpose : List.of("CARE", "SAFETY")) {
      var start = "PROVIDER for " + purpose + ", Delivery: mineOrBesideMine ";
      assertEquals(
          1, lines.stream().filter(line -> line.startsWith(start)).count(), lines::toString);
      for (int number = 1; number <= ORGANISATIONS; number++) {
        var provider = "9900000" + number;
        var found = deliveries(provider);
        var mine = ((Number) found.getOrDefault("mine", 0)).intValue();
        var beside = ((Number) found.getOrDefault("beside", 0)).intValue();
        assertTrue(beside > 0, provider);
        var line =
            "  PROVIDER for %s of %s: sees 0 deliveries more and %d fewer, of %d"
                .formatted(purpose, provider, beside, mine + beside);
        assertTrue(lines.contains(line), () -> line + " is not in " + lines);
      }
    }
    assertTrue(
        lines.stream()
            .limit(lines.size() - 1)
            .allMatch(line -> line.strip().startsWith("PROVIDER")),
        lines::toString);
    assertEquals("2 differences.", lines.getLast());
  }

  @Test
  void aFieldThatARoleGainsIsReported() throws IOException {
    rulesWith(
        "extend type Residence",
        "  @readable(fields: [\"pseudonym\"], to: [SCHOOL])\n\nextend type Residence");
    var lines = compared();
    assertEquals("SCHOOL for EDUCATION, Youth.pseudonym: none, then all", lines.getFirst());
    assertEquals(2, lines.size(), lines::toString);
  }

  @Test
  void aFieldOfRelationshipsThatARoleGainsIsReported() throws IOException {
    var right =
        """
            to: [MUNICIPALITY, LOCAL_TEAM, CERTIFIED_INSTITUTION, NETWORK_PARTNER, YOUTH]
          )
          @readable(
            fields: ["reason", "validFrom"\
        """;
    rulesWith(right, right.replace("MUNICIPALITY", "SCHOOL, MUNICIPALITY"));
    assertEquals(
        List.of("SCHOOL for EDUCATION, Residence.reason: none, then all", "1 difference."),
        compared());
  }

  @Test
  void aServiceFieldThatARoleGainsIsReported() throws IOException {
    rulesWith(
        "REFERRER @actsFor(type: \"Referrer\") @states(purposes: [REFERRAL])",
        "REFERRER @actsFor(type: \"Referrer\") @states(purposes: [REFERRAL]) @asks(fields:"
            + " [\"statistics\"])");
    assertEquals(
        List.of("REFERRER for REFERRAL, statistics: none, then all", "1 difference."), compared());
  }

  /// A rule that keeps its name but not its meaning is a difference, also for rules that use it.
  @Test
  void aChangedConditionOfTheSameNameIsReported() throws IOException {
    rulesWith(
        "where: {key: {eq: \"$caller.organisation\"}}",
        "where: {key: {eq: \"$caller.organisation\"}, name: {eq: \"nobody\"}}");
    var lines = compared();
    for (var type : List.of("Youth", "Trajectory", "Delivery", "Measure", "Plan", "Meeting")) {
      var start = "YOUTH for OWN_DATA, " + type + ": ";
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), () -> type + lines);
    }
  }

  @Test
  void theCommandComparesOnTheDatabaseAtTheAddress() throws IOException {
    rulesWith("extend type Goal", "extend type Goal");
    TestDatabase.seeded();
    var address = TestDatabase.address();
    var password = Files.writeString(folder.resolve("password"), address.password());
    var environment = new HashMap<String, String>();
    environment.put("NEO4J_URI", "bolt://localhost:1");
    environment.put("NEO4J_DATABASE", address.database());
    if (!address.username().isEmpty()) {
      environment.put("NEO4J_USERNAME", address.username());
      environment.put("NEO4J_PASSWORD_FILE", password.toString());
    }
    assertEquals(
        new FinishedCommand(0, List.of("No difference."), List.of()),
        FinishedCommand.run(
            environment, "policy-diff", folder.toString(), "--uri", address.uri().toString()));
  }

  @Test
  void theCommandReadsTheSettingsOfTheServer() {
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf policy-diff: NEO4J_URI is not set. Set it to the address of a database."),
        FinishedCommand.run(Map.of(), "policy-diff", folder.toString()));
    var environment =
        Map.of(
            "NEO4J_URI", "bolt://localhost:1",
            "NEO4J_USERNAME", "me",
            "NEO4J_PASSWORD_FILE", "/no/such/file");
    assertEquals(
        FinishedCommand.failed(
            1,
            "jeugdgraaf policy-diff: NEO4J_PASSWORD_FILE is '/no/such/file'; it must be a readable"
                + " file with the password in it."),
        FinishedCommand.run(environment, "policy-diff", folder.toString()));
  }

  @Test
  void brokenRulesAreNamedAndNothingIsCompared() throws IOException {
    rulesWith("rule: \"mineOrBesideMine\")", "rule: \"mineOrYours\")");
    var ended = compareAtNoDatabase(folder);
    assertEquals(1, ended.code());
    assertEquals(List.of(), ended.output());
    assertEquals(1, ended.errors().size(), ended::toString);
    assertTrue(
        ended.errors().getFirst().startsWith("jeugdgraaf policy-diff: ")
            && ended.errors().getFirst().contains("rule \"mineOrYours\" is not defined"),
        ended::toString);
  }

  @Test
  void aFolderWithoutRulesIsNamed() {
    assertEquals(
        FinishedCommand.failed(
            1, "jeugdgraaf policy-diff: The schema folder " + folder + " has no .graphqls files."),
        compareAtNoDatabase(folder));
    var none = folder.resolve("none");
    assertEquals(
        FinishedCommand.failed(
            1, "jeugdgraaf policy-diff: The schema folder " + none + " cannot be read."),
        compareAtNoDatabase(none));
  }

  private static FinishedCommand compareAtNoDatabase(Path rules) {
    return FinishedCommand.run(
        Map.of(), "policy-diff", rules.toString(), "--uri", "bolt://localhost:1");
  }
}
