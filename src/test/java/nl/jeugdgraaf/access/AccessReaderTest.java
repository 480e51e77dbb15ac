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
        "{youth:{AND:[{id:{eq:$caller.organisation}},{AND:[{name:{eq:\"a\"}}]}]}}",
        graphql.language.AstPrinter.printAstCompact(condition.where()).replace(" ", ""));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "extend type Youth|extend type Youht|Youht: is neither a node type",
        "\"pseudonym\", \"source\"|\"source\"|Youth.pseudonym: has no rule",
        "rule: \"ofMyMunicipality\")|rule: \"ofMyTown\")|rule \"ofMyTown\" is not defined",
        "to: [LOCAL_TEAM], rule|to: [LOCAL_TEEM], rule|LOCAL_TEEM is not a value of Role",
        "{municipality: {code: {eq|{municipality: {cood: {eq|MunicipalityWhere has no field cood",
        "{rule: \"executedByMe\"}|{rule: \"byMe\"}|rule \"byMe\" of Measure is not defined",
        "where: {id: {eq: \"$caller.organisation\"}}|where: {id: {eq: \"$caller.name\"}}|needs"
            + " $caller.organisation",
        "where: {id: {eq: \"$caller.organisation\"}}|where: {birthDate: {eq:"
            + " \"$caller.organisation\"}}|or $day where a date is",
        "where: {id: {eq: \"$caller.organisation\"}}|where: {rule: \"myself\"}|refers to itself",
        "@subject(path: [\"members\"])|@subject(path: [\"sources\"])|must lead to Youth",
        "@subject(path: [\"members\"])|@nothing|say whose with @subject",
        "fields: [\"id\", \"startedOn\", \"endedOn\"]|fields: [\"startedOn\","
            + " \"endedOn\"]|Measure.id: must be readable",
      })
  void everyMistakeIsNamed(String right, String wrong, String message) {
    var files = new ArrayList<SchemaFile>();
    var changed = 0;
    for (var file : SchemaFile.accessBuiltIn()) {
      var text =
          file.name().endsWith("persons.graphqls")
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
