package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.schema.SchemaFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What `policy-diff` tells before other access rules take the place of the present ones, over the
/// project's own seed.
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

  /// Which deliveries a provider delivers today, and which others it sees beside them, asked of the
  /// graph without any of our own rules.
  private static Map<String, Object> deliveries(String provider) {
    var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    var statement =
        """
        MATCH (:Provider {agb: $provider})-[own:DELIVERS]->(mine:Delivery)
        WHERE coalesce(own.validFrom <= $today, true) AND coalesce(own.validTo > $today, true)
        WITH collect(DISTINCT mine) AS mine
        UNWIND mine AS one
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
  void thePresentRulesDifferInNothing() throws IOException {
    rulesWith("extend type Goal", "extend type Goal");
    assertEquals(List.of("No difference."), compared());
  }

  @Test
  void whoLosesDeliveriesIsTold() throws IOException {
    rulesWith(
        "@visible(to: [PROVIDER], rule: \"mineOrBesideMine\")",
        "@visible(to: [PROVIDER], rule: \"deliveredByMe\")");
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
  void aFieldThatARoleGainsIsTold() throws IOException {
    rulesWith(
        "extend type Residence",
        "  @readable(fields: [\"pseudonym\"], to: [SCHOOL])\n\nextend type Residence");
    var lines = compared();
    assertEquals("SCHOOL for EDUCATION, Youth.pseudonym: none, then all", lines.getFirst());
    assertEquals(2, lines.size(), lines::toString);
  }

  @Test
  void aFieldOfRelationshipsThatARoleGainsIsTold() throws IOException {
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
  void whatARoleCanAskBesideTheGraphIsTold() throws IOException {
    rulesWith(
        "REFERRER @actsFor(type: \"Referrer\") @states(purposes: [REFERRAL])",
        "REFERRER @actsFor(type: \"Referrer\") @states(purposes: [REFERRAL]) @asks(fields:"
            + " [\"figures\"])");
    assertEquals(
        List.of("REFERRER for REFERRAL, figures: can be asked", "1 difference."), compared());
  }

  /// A rule that keeps its name but not its meaning is a difference, for what builds on it too.
  @Test
  void anotherConditionOfTheSameNameIsTold() throws IOException {
    rulesWith(
        "where: {id: {eq: \"$caller.organisation\"}}",
        "where: {id: {eq: \"$caller.organisation\"}, name: {eq: \"nobody\"}}");
    var lines = compared();
    for (var type : List.of("Youth", "Trajectory", "Delivery", "Measure", "Plan", "Meeting")) {
      var start = "YOUTH for OWN_DATA, " + type + ": ";
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), () -> type + lines);
    }
  }

  private record Ended(int code, List<String> out, List<String> errors) {}

  private static Ended run(String... arguments) {
    var streams = Stream.of(System.out, System.err).toList();
    var out = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      var code = new CommandLine(new PolicyDiffCommand()).execute(arguments);
      return new Ended(
          code,
          out.toString(StandardCharsets.UTF_8).lines().toList(),
          errors.toString(StandardCharsets.UTF_8).lines().toList());
    } finally {
      System.setOut(streams.getFirst());
      System.setErr(streams.getLast());
    }
  }

  @Test
  void theCommandComparesOnTheDatabaseAtTheAddress() throws IOException {
    rulesWith("extend type Goal", "extend type Goal");
    TestDatabase.seeded();
    var address = TestDatabase.address();
    assertEquals(
        new Ended(0, List.of("No difference."), List.of()),
        run(
            folder.toString(),
            "--uri",
            address.uri().toString(),
            "--username",
            address.username(),
            "--password",
            address.password()));
  }

  @Test
  void brokenRulesAreNamedAndNothingIsCompared() throws IOException {
    rulesWith("rule: \"mineOrBesideMine\")", "rule: \"mineOrYours\")");
    var ended = run(folder.toString(), "--uri", "bolt://localhost:1");
    assertEquals(1, ended.code());
    assertEquals(List.of(), ended.out());
    assertEquals(1, ended.errors().size(), ended::toString);
    assertTrue(
        ended.errors().getFirst().startsWith("Not compared: ")
            && ended.errors().getFirst().contains("rule \"mineOrYours\" is not defined"),
        ended::toString);
  }

  @Test
  void aFolderWithoutRulesIsNamed() {
    var empty = run(folder.toString(), "--uri", "bolt://localhost:1");
    var message = "Not compared: The schema folder " + folder + " has no .graphqls files.";
    assertEquals(new Ended(1, List.of(), List.of(message)), empty);
    var none = folder.resolve("none");
    assertEquals(
        new Ended(
            1, List.of(), List.of("Not compared: The schema folder " + none + " cannot be read.")),
        run(none.toString(), "--uri", "bolt://localhost:1"));
  }
}
