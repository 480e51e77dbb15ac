package nl.jeugdgraaf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Access rules that are wrong or leave something open stop the start, with file, line and rule.
class AccessReaderTest {
  private static final ApiSchema SCHEMA = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));

  @Test
  void theRulesOfTheProjectAreComplete() {
    var schema = ApiSchema.builtIn();
    assertEquals(12, schema.access().roles().size());
    assertTrue(schema.conditions().containsKey("Delivery.deliveredByMe"));
    for (var type : schema.model().nodes().keySet()) {
      assertTrue(!schema.access().of(type).visible().isEmpty(), type);
    }
  }

  @Test
  void aRuleThatNamesAnotherContainsItsCondition() {
    var condition = ApiSchema.builtIn().conditions().get("Youth.iHelp");
    assertTrue(condition != null && condition.ofOrganisation());
    assertEquals(
        "{trajectories : {some : {AND : [{deliveries : {some : {AND : [{deliveredBy : {Provider :"
            + " {agb : {eq : $caller.organisation}}}}]}}}]}}}",
        graphql.language.AstPrinter.printAstCompact(condition.where())
            .replaceAll("([:,])(?=[{\\[$])", "$1 ")
            .replaceAll("(\\w):", "$1 :"));
  }

  @Test
  void aRuleThatNamesAnotherKeepsItsOwnConditions() {
    var files =
        rulesWith(
            "where: {youth: {rule: \"myself\"}}",
            "where: {youth: {rule: \"myself\", AND: [{name: {eq: \"a\"}}]}}");
    var condition = SCHEMA.with(files).conditions().get("Measure.mine");
    assertTrue(condition != null);
    assertEquals(
        "{youth:{AND:[{key:{eq:$caller.organisation}},{AND:[{name:{eq:\"a\"}}]}]}}",
        graphql.language.AstPrinter.printAstCompact(condition.where()).replace(" ", ""));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "persons|extend type Youth|extend type Youht|Youht: is neither a node type",
        "statistics|of: \"stays\"|of: \"stay\"|no @fact before it has the name stay",
        "statistics|\"STAYS_BY_CATEGORY\"|\"STAYS_BY_KIND\"|STAYS_BY_KIND is not in the enum",
        "statistics|\"STAYS_BY_CATEGORY\"|\"STAYS_BY_SEGMENT\"|STAYS_BY_SEGMENT is there twice",
        "statistics|\"STAYS_BY_CATEGORY\"|\"STAYS_BY_SEGMENT\"|STAYS_BY_CATEGORY: is in the enum,"
            + " and no @statistics counts it",
        "statistics|name: \"stays\"|name: \"steps\"|another one has the same name",
        "statistics|scope: \"Region\"|scope: \"Regio\"|scope is not a node type",
        "statistics|firstDay: |first: |@population: needs firstDay",
        "persons|\"pseudonym\", \"unrecorded\"|\"unrecorded\"|Youth.pseudonym: has no rule",
        "persons|rule: \"ofMyMunicipality\")|rule: \"ofMyTown\")|rule \"ofMyTown\" is not defined",
        "persons|to: [LOCAL_TEAM], rule|to: [LOCAL_TEEM], rule|LOCAL_TEEM is not a value of Role",
        "persons|{municipality: {code: {eq|{municipality: {cood: {eq|MunicipalityWhere has no field"
            + " cood",
        "persons|{rule: \"executedByMe\"}|{rule: \"byMe\"}|rule \"byMe\" of Measure is not defined",
        "persons|where: {key: {eq: \"$caller.organisation\"}}|where: {key: {eq:"
            + " \"$caller.name\"}}|needs $caller.organisation",
        "persons|where: {key: {eq: \"$caller.organisation\"}}|where: {birthDate: {eq:"
            + " \"$caller.organisation\"}}|or $today where a date is",
        "persons|{startedOn: {lte: \"$today\"}}|{startedOn: {lte: \"$day\"}}|or $today where a date"
            + " is",
        "persons|where: {key: {eq: \"$caller.organisation\"}}|where: {rule: \"myself\"}|refers to"
            + " itself",
        "persons|@subject(path: [\"members\"])|@subject(path: [\"sources\"])|must lead to Youth",
        "persons|@subject(path: [\"members\"])|@nothing|say whose with @subject",
        "persons|\"birthDate\", \"pseudonym\"]|\"birthDay\"]|identifiers must name fields of Youth",
        "persons|[], identifiers: [\"key\", \"name\", \"birthDate\", \"pseudonym\"]|[]|identifiers"
            + " must name fields of Youth",
        "persons|@subject(path: [\"members\"])|@subject(path: [\"members\"], identifiers:"
            + " [\"key\"])|left out elsewhere",
        "persons|fields: [\"key\", \"startedOn\", \"endedOn\"]|fields: [\"startedOn\","
            + " \"endedOn\"]|Measure.key: must be readable",
      })
  void everyMistakeIsNamed(String file, String right, String wrong, String message) {
    assertRefused(file, right, wrong, message);
  }

  /// Whoever sees that a node is there, a state or a value of a day, or who was last, could find
  /// the day behind it by asking for one day after the other.
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "persons|fields: [\"key\", \"name\", \"birthDate\"]|fields: [\"key\", \"name\"]|"
            + "Youth.birthDate: must be readable without a rule by MUNICIPALITY for ASSIGNMENT, who"
            + " may see the Youth",
        "persons|fields: [\"key\", \"startedOn\", \"endedOn\"]|fields: [\"key\","
            + " \"endedOn\"]|Measure.startedOn: must be readable without a rule by MUNICIPALITY for"
            + " ASSIGNMENT, who may see the Measure",
        "deliveries|\"decidedOn\", \"startedOn\", \"endedOn\"]|\"startedOn\","
            + " \"endedOn\"]|Delivery.decidedOn: must be readable without a rule by LOCAL_TEAM for"
            + " SAFETY, who may see the Delivery",
        "deliveries|\"decidedOn\", \"startedOn\", \"endedOn\"]|\"decidedOn\", \"endedOn\"]|"
            + "Delivery.startedOn: must be readable by PROVIDER for CARE wherever statedStatus is,"
            + " which it decides",
        "deliveries|\"decidedOn\", \"startedOn\", \"endedOn\"]|\"decidedOn\","
            + " \"startedOn\"]|Delivery.endedOn: must be readable without a rule by PROVIDER for"
            + " CARE, who may see the Delivery",
        "trajectories|\"signalledOn\", \"startedOn\", \"endedOn\"]|\"signalledOn\", \"startedOn\"]|"
            + "Trajectory.endedOn: must be readable without a rule by SCHOOL for EDUCATION, who may"
            + " see the Trajectory",
        "trajectories|fields: [\"intakeOn\"]|fields: [\"intakeOn\","
            + " \"statedStep\"]|Trajectory.decidedOn: must be readable by REFERRER for REFERRAL"
            + " wherever statedStep is, which it decides",
        "trajectories|fields: [\"intakeOn\"]|fields: [\"intakeOn\","
            + " \"followUp\"]|Trajectory.decidedOn: must be readable by REFERRER for REFERRAL"
            + " wherever followUp is, which it decides",
        "trajectories|fields: [\"outOfHomeRisk\"], to: [LOCAL_TEAM], for: [SAFETY], rule:"
            + " \"inMyRegie\"|fields: [\"outOfHomeRisk\", \"statedStep\"], to: [LOCAL_TEAM], rule:"
            + " \"everInMyRegie\"|Trajectory.intakeOn: must be readable by LOCAL_TEAM for CARE"
            + " wherever statedStep is, which it decides",
        "trajectories|fields: [\"key\", \"statedStatus\", \"completedOn\"]|fields: [\"key\","
            + " \"statedStatus\"]|Analysis.completedOn: must be readable by REFERRER for REFERRAL"
            + " wherever statedStatus is, which it decides",
      })
  void theDaysBehindWhatIsSeenMustBeReadable(
      String file, String right, String wrong, String message) {
    assertRefused(file, right, wrong, message);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "trajectories|connected: \"inMyRegie\"|connected: \"inMyOffice\"|Trajectory: rule"
            + " \"inMyOffice\" is not defined; add @rule(name: ..., where: {...})",
        "trajectories|rule: \"everInMyRegie\", connected|connected|Trajectory: connected needs a"
            + " rule beside it, on a node type; add rule or remove it",
        "trajectories|(to: [SCHOOL], rule: \"education\")|(to: [SCHOOL], rule: \"education\","
            + " connected: \"education\")|Regie: connected needs a rule beside it, on a node type;"
            + " add rule or remove it",
      })
  void connectedBelongsToARuleOfANodeType(String file, String right, String wrong, String message) {
    assertRefused(file, right, wrong, message);
  }

  /// A rule that is misspelt or without quotes would be no rule, and everybody would see all.
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "trajectories|connected: \"inMyRegie\"|conected: \"inMyRegie\"|@visible: has no conected;"
            + " it takes to, for, rule, connected, demoOnly",
        "trajectories|connected: \"inMyRegie\"|connected: inMyRegie|@visible(connected): must be in"
            + " quotes",
        "persons|[MUNICIPALITY], rule: \"ofMyMunicipality\"|[MUNICIPALITY], ruel:"
            + " \"ofMyMunicipality\"|@visible: has no ruel; it takes",
        "persons|[MUNICIPALITY], rule: \"ofMyMunicipality\"|[MUNICIPALITY], rule:"
            + " ofMyMunicipality|@visible(rule): must be in quotes",
        "persons|to: [MUNICIPALITY], rule|to: MUNICIPALITY, rule|@visible(to): must be a list",
        "persons|to: [MUNICIPALITY], rule|to: [\"MUNICIPALITY\"], rule|@visible(to): must be a name"
            + " without quotes",
        "persons|to: [STEWARD], demoOnly: true|to: [STEWARD], demoOnly:"
            + " \"true\"|@visible(demoOnly): must be true or false",
      })
  void anArgumentThatADirectiveDoesNotTakeIsNamed(
      String file, String right, String wrong, String message) {
    assertRefused(file, right, wrong, message);
  }

  private static void assertRefused(String name, String right, String wrong, String message) {
    var files = new ArrayList<SchemaFile>();
    var changed = 0;
    for (var file : SchemaFile.accessBuiltIn()) {
      var text =
          file.name().endsWith(name + ".graphqls")
              ? file.text().replace(right, wrong)
              : file.text();
      changed += text.equals(file.text()) ? 0 : 1;
      files.add(new SchemaFile(file.name(), text));
    }
    assertEquals(1, changed, right);
    var refused = assertThrows(ProblemException.class, () -> SCHEMA.with(List.copyOf(files)));
    var messages = refused.problems().stream().map(it -> it.message()).toList();
    assertTrue(
        messages.stream().anyMatch(it -> it.startsWith("schema/access/") && it.contains(message)),
        messages::toString);
  }

  @Test
  void whatIsSearchedMustBePublic() {
    var files =
        rulesWith(
            "extend type Provider\n  @visible\n",
            "extend type Provider\n  @visible(to: [STEWARD])\n");
    var refused = assertThrows(ProblemException.class, () -> SCHEMA.with(files));
    var messages = refused.problems().stream().map(it -> it.message()).toList().toString();
    assertTrue(messages.contains("Provider: is searched"), messages);
    assertTrue(messages.contains("lies on paths"), messages);
  }

  /// Returns the rules of the project with one text in the place of another.
  private static List<SchemaFile> rulesWith(String before, String after) {
    return SchemaFile.accessBuiltIn().stream()
        .map(file -> new SchemaFile(file.name(), file.text().replace(before, after)))
        .toList();
  }
}
