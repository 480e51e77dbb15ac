package nl.jeugdgraaf.property.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.property.Outcome;
import org.junit.jupiter.api.Test;

/// The reference, held against answers worked out by hand.
class ReferenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private final HandMadeGraph graph = new HandMadeGraph(TODAY);

  @Test
  void aNegationReadsUnknownAsFalse() {
    node("Region", Map.of("code", "A", "name", "a", "buyingBody", "x"));
    node("Region", Map.of("code", "B", "name", "b"));
    assertData(
        "{ regions(where: {NOT: {buyingBody: {eq: \"y\"}}}) { code } }",
        "{'regions':[{'code':'A'},{'code':'B'}]}");
    assertData(
        "{ regions(where: {buyingBody: {eq: null}}) { code } }", "{'regions':[{'code':'B'}]}");
  }

  @Test
  void allHoldsOnNoneAndSingleCountsRelationships() {
    var none = node("Goal", Map.of("key", "G0", "text", "none"));
    var one = node("Goal", Map.of("key", "G1", "text", "one"));
    var indicator = node("Indicator", Map.of("key", "I1", "text", "t"));
    edge("MEASURES", indicator, one, Map.of());
    assertData(
        "{ goals(where: {indicators: {all: {text: {eq: \"u\"}}}}) { key } }",
        "{'goals':[{'key':'G0'}]}");
    assertData("{ goals(where: {indicators: {single: {}}}) { key } }", "{'goals':[{'key':'G1'}]}");
    edge("MEASURES", indicator, one, Map.of());
    assertData("{ goals(where: {indicators: {single: {}}}) { key } }", "{'goals':[]}");
    assertData(
        "{ goal(by: {key: \"G1\"}) { indicators { key } } }",
        "{'goal':{'indicators':[{'key':'I1'}]}}");
    assertEquals("G0", none.key());
  }

  @Test
  void aPeriodHasItsFirstDayAndNotItsLast() {
    var region = node("Region", Map.of("code", "R", "name", "r"));
    var network = node("Network", Map.of("key", "N"));
    var period = Map.<String, Object>of("validFrom", TODAY, "validTo", TODAY.plusDays(1));
    edge("IN_REGION", network, region, period);
    var there = "{'network':{'region':{'code':'R'}}}";
    var absent = "{'network':{'region':null}}";
    var document = "{ network(by: {key: \"N\"}, asOf: \"%s\") { region { code } } }";
    assertData(document.formatted("2026-06-14"), absent);
    assertData(document.formatted("2026-06-15"), there);
    assertData(document.formatted("2026-06-16"), absent);
    assertData(document.replace(", asOf: \"%s\"", ""), there);
    assertData(document.replace("\"%s\"", "null"), there);
    assertData("{ network(by: {key: \"N\"}) { region(asOf: \"2026-06-14\") { code } } }", absent);
  }

  @Test
  void aDayOnAFieldHoldsForItsConditionAndAllBelowIt() {
    var region = node("Region", Map.of("code", "R", "name", "r"));
    var network = node("Network", Map.of("key", "N"));
    edge("IN_REGION", network, region, Map.of("validFrom", TODAY.plusDays(5)));
    assertData(
        "{ networks(asOf: \"2026-07-01\") { region { code } } }",
        "{'networks':[{'region':{'code':'R'}}]}");
    assertData(
        "{ networks(where: {region: {}}) { key } later: networks(where: {region: {}},"
            + " asOf: \"2026-07-01\") { key } }",
        "{'networks':[],'later':[{'key':'N'}]}");
  }

  @Test
  void ofSeveralCandidatesAFieldGivesTheFirstByKey() {
    var network = node("Network", Map.of("key", "N"));
    edge("IN_REGION", network, node("Region", Map.of("code", "B", "name", "b")), Map.of());
    edge("IN_REGION", network, node("Region", Map.of("code", "A", "name", "a")), Map.of());
    assertData(
        "{ networks { region { code } regionConnection { totalCount edges { node { code } } } } }",
        "{'networks':[{'region':{'code':'A'},'regionConnection':{'totalCount':2,'edges':"
            + "[{'node':{'code':'A'}},{'node':{'code':'B'}}]}}]}");
  }

  @Test
  void aConnectionCountsRelationshipsAndNodesWhateverItsPage() {
    var provider = node("Provider", Map.of("agb", "00000001"));
    var network = node("Network", Map.of("key", "N"));
    edge("PARTNER_IN", provider, network, Map.of("role", "PARTNER"));
    edge("PARTNER_IN", provider, network, Map.of("role", "LEAD"));
    assertData(
        "{ networks { partnersConnection(first: 1, sort: {edge: {role: DESC}}) { edges {"
            + " properties { role } } totalCount aggregate { count { nodes edges } } } } }",
        "{'networks':[{'partnersConnection':{'edges':[{'properties':{'role':'PARTNER'}}],"
            + "'totalCount':2,'aggregate':{'count':{'nodes':1,'edges':2}}}}]}");
  }

  @Test
  void nullsComeLastAscendingAndFirstDescending() {
    node("Region", Map.of("code", "1", "name", "n", "buyingBody", "b"));
    node("Region", Map.of("code", "2", "name", "n"));
    assertData(
        "{ regions(sort: {buyingBody: ASC}) { code } }", "{'regions':[{'code':'1'},{'code':'2'}]}");
    assertData(
        "{ regions(sort: {buyingBody: DESC}) { code } }",
        "{'regions':[{'code':'2'},{'code':'1'}]}");
  }

  @Test
  void aMissingValueBubblesToTheNearestFieldThatMayBeNull() {
    var region = node("Region", Map.of("code", "R"));
    edge("IN_REGION", node("Network", Map.of("key", "N")), region, Map.of());
    var outcome = answer("{ networks { key region { name } } }");
    assertEquals("{\"networks\":[{\"key\":\"N\",\"region\":null}]}", outcome.data());
    assertEquals(Set.of("[\"networks\",0,\"region\",\"name\"] NULL_VALUE"), outcome.errors());
    assertEquals("null", answer("{ regions { name } }").data());
  }

  @Test
  void aValueOfTheWrongTypeIsAnErrorWhereItStands() {
    node("Network", Map.of("key", "N", "name", 7, "confidence", "SURE"));
    var outcome = answer("{ networks { key name confidence } }");
    assertEquals(
        "{\"networks\":[{\"key\":\"N\",\"name\":null,\"confidence\":null}]}", outcome.data());
    assertEquals(
        Set.of("[\"networks\",0,\"confidence\"] BAD_VALUE", "[\"networks\",0,\"name\"] BAD_VALUE"),
        outcome.errors());
    node("Product", Map.of("key", "P", "code", "45A48", "names", List.of(7)));
    assertEquals(
        Set.of("[\"products\",0,\"names\",0] BAD_VALUE"),
        answer("{ products { names } }").errors());
  }

  @Test
  void codesAreReadWithoutBlanksInUpperCase() {
    node("Product", Map.of("key", "P", "code", "45A48"));
    assertData(
        "{ products(where: {code: {eq: \" 45a48 \"}}) { code } }",
        "{'products':[{'code':'45A48'}]}");
  }

  private Graph.Node node(String type, Map<String, Object> properties) {
    return graph.node(type, properties);
  }

  private void edge(String type, Graph.Node from, Graph.Node to, Map<String, Object> properties) {
    graph.edge(type, from, to, properties);
  }

  private Outcome answer(String document) {
    return graph.answer(document);
  }

  private void assertData(String document, String expected) {
    graph.assertData(document, expected);
  }
}
