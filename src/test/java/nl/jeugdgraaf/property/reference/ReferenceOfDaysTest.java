package nl.jeugdgraaf.property.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Nodes, states, values and last relationships of a day, held against answers worked out by hand.
class ReferenceOfDaysTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private final HandMadeGraph graph = new HandMadeGraph(TODAY);

  private static LocalDate june(int day) {
    return LocalDate.of(2026, 6, day);
  }

  private Graph.Node node(String type, String key, Object... properties) {
    var all = new HashMap<String, Object>(Map.of("key", key));
    for (int i = 0; i < properties.length; i += 2) {
      all.put((String) properties[i], properties[i + 1]);
    }
    return graph.node(type, all);
  }

  @Test
  void anIdIsTypeAndKeyAndTheDayThatWasNamed() {
    var youth = node("Youth", "Y");
    assertEquals("WW91dGg6WQ", ReferenceId.of(youth));
    var id = ReferenceId.of(youth, Optional.of(june(20)));
    assertEquals("WW91dGhAMjAyNi0wNi0yMDpZ", id);
    assertEquals("Youth", ReferenceId.type(id));
    assertEquals(Optional.of(june(20)), ReferenceId.day(id));
    assertEquals("Y", ReferenceId.key(id));
    graph.assertData(
        "{ now: youths { id } same: youths(asOf: null) { id } then: youths(asOf: \"2026-06-20\") {"
            + " id } }",
        "{'now':[{'id':'WW91dGg6WQ'}],'same':[{'id':'WW91dGg6WQ'}],"
            + "'then':[{'id':'WW91dGhAMjAyNi0wNi0yMDpZ'}]}");
  }

  @Test
  void aNodeIsAskedOnTheDayInItsIdAndSoIsAllBelowIt() {
    var trajectory = node("Trajectory", "T");
    var youth = node("Youth", "Y");
    graph.edge("FOR", trajectory, youth, Map.of());
    graph.edge(
        "LIVES_IN",
        youth,
        graph.node("Municipality", Map.of("code", "0014")),
        Map.of("validFrom", june(16)));
    var fields = " { id ... on Trajectory { youth { id municipality { code } } } }";
    var then =
        "{'id':'VHJhamVjdG9yeUAyMDI2LTA2LTIwOlQ',"
            + "'youth':{'id':'WW91dGhAMjAyNi0wNi0yMDpZ','municipality':{'code':'0014'}}}";
    graph.assertData(
        "{ nodes(ids: [\"VHJhamVjdG9yeTpU\", \"VHJhamVjdG9yeUAyMDI2LTA2LTIwOlQ\"])" + fields + "}",
        "{'nodes':[{'id':'VHJhamVjdG9yeTpU','youth':{'id':'WW91dGg6WQ','municipality':null}},"
            + then
            + "]}");
    graph.assertData(
        "{ node(id: \"VHJhamVjdG9yeUAyMDI2LTA2LTIwOlQ\")" + fields + "}", "{'node':" + then + "}");
  }

  @Test
  void aNodeIsThereFromItsFirstDayOnAndAlwaysWithoutOne() {
    node("Youth", "A");
    node("Youth", "B", "birthDate", june(15));
    node("Youth", "C", "birthDate", june(16));
    graph.assertData(
        "{ youths { key } before: youths(asOf: \"2026-06-14\") { key } after: youthsConnection("
            + "asOf: \"2026-06-16\") { totalCount } youth(by: {key: \"C\"}) { key } node(id:"
            + " \"WW91dGg6Qw\") { id } }",
        "{'youths':[{'key':'A'},{'key':'B'}],'before':[{'key':'A'}],'after':{'totalCount':3},"
            + "'youth':null,'node':null}");
  }

  @Test
  void neitherEndOfARelationshipIsAskedBeforeItIsThere() {
    var trajectory = node("Trajectory", "T", "signalledOn", june(10));
    graph.edge("PART_OF", node("Delivery", "A", "decidedOn", june(12)), trajectory, Map.of());
    graph.edge("PART_OF", node("Delivery", "B"), trajectory, Map.of());
    graph.assertData(
        "{ trajectories { deliveries { key } on11: deliveries(asOf: \"2026-06-11\") { key }"
            + " on9: deliveriesConnection(asOf: \"2026-06-09\") { totalCount } } }",
        "{'trajectories':[{'deliveries':[{'key':'A'},{'key':'B'}],'on11':[{'key':'B'}],"
            + "'on9':{'totalCount':0}}]}");
    graph.assertData(
        "{ deliveries(asOf: \"2026-06-09\") { key trajectory { key } } some: trajectories(where:"
            + " {deliveries: {some: {key: {eq: \"A\"}}}}, asOf: \"2026-06-11\") { key } }",
        "{'deliveries':[{'key':'B','trajectory':null}],'some':[]}");
  }

  @Test
  void aStateIsThatOfTheLastStageThatHasCome() {
    node("Delivery", "A", "startedOn", june(10), "endedOn", june(20), "statedStatus", "STOPPED");
    node("Delivery", "B", "statedStatus", "RUNNING");
    node("Delivery", "C", "endedOn", june(1));
    var document = "{ deliveries(asOf: \"%s\") { status } }";
    var expected = "{'deliveries':[{'status':'%s'},{'status':'RUNNING'},{'status':%s}]}";
    graph.assertData(document.formatted("2026-05-31"), expected.formatted("PLANNED", "null"));
    graph.assertData(document.formatted("2026-06-09"), expected.formatted("PLANNED", "'STOPPED'"));
    graph.assertData(document.formatted("2026-06-10"), expected.formatted("RUNNING", "'STOPPED'"));
    graph.assertData(document.formatted("2026-06-20"), expected.formatted("STOPPED", "'STOPPED'"));
    graph.assertData(
        "{ deliveries(where: {status: {eq: RUNNING}}, sort: {status: DESC}) { key }"
            + " deliveriesConnection { groups { key { status } count { nodes } } aggregate {"
            + " countDistinct { status } } } }",
        "{'deliveries':[{'key':'A'},{'key':'B'}],'deliveriesConnection':{'groups':["
            + "{'key':{'status':'RUNNING'},'count':{'nodes':2}},"
            + "{'key':{'status':'STOPPED'},'count':{'nodes':1}}],"
            + "'aggregate':{'countDistinct':{'status':2}}}}");
  }

  @Test
  void stagesHaveAnOrderOfTheirOwnAndCanEndAState() {
    node(
        "Trajectory",
        "T",
        "signalledOn",
        june(5),
        "intakeOn",
        june(3),
        "decidedOn",
        june(12),
        "decision",
        "NO_HSJ",
        "statedNextStep",
        "CARE");
    var document =
        "{ trajectories(asOf: \"%s\") { step nextStep decision } trajectoriesConnection(asOf:"
            + " \"%s\", where: {decision: {eq: null}}) { totalCount } }";
    graph.assertData(
        document.formatted("2026-06-05", "2026-06-05"),
        "{'trajectories':[{'step':'INTAKE','nextStep':'DECISION','decision':null}],"
            + "'trajectoriesConnection':{'totalCount':1}}");
    graph.assertData(
        document.formatted("2026-06-12", "2026-06-12"),
        "{'trajectories':[{'step':'DECISION','nextStep':null,'decision':'NO_HSJ'}],"
            + "'trajectoriesConnection':{'totalCount':0}}");
  }

  @Test
  void whatIsKnownFromADayIsKnownWhereThatDayIsMissing() {
    node("Trajectory", "T", "decision", "HSJ", "followUp", "none");
    graph.assertData(
        "{ trajectories(asOf: \"2020-01-01\") { decision followUp step } }",
        "{'trajectories':[{'decision':'HSJ','followUp':'none','step':null}]}");
  }

  @Test
  void onceADeliveryHasEndedWhoDeliveredItLastIsShown() {
    var delivery = node("Delivery", "D", "endedOn", june(10));
    delivers("A", delivery, null, june(8));
    delivers("B", delivery, june(8), june(9));
    delivers("C", delivery, june(12), null);
    var document =
        "{ deliveries(asOf: \"%s\") { deliveredBy { name } deliveredByConnection { totalCount } }"
            + " providers(asOf: \"%s\", where: {deliveries: {some: {}}}) { name deliveries { key }"
            + " } }";
    var one =
        "{'deliveries':[{'deliveredBy':{'name':'%s'},'deliveredByConnection':{'totalCount':1}}],"
            + "'providers':[{'name':'%s','deliveries':[{'key':'D'}]}]}";
    var none =
        "{'deliveries':[{'deliveredBy':null,'deliveredByConnection':{'totalCount':0}}],"
            + "'providers':[]}";
    graph.assertData(document.formatted("2026-06-07", "2026-06-07"), one.formatted("A", "A"));
    graph.assertData(document.formatted("2026-06-09", "2026-06-09"), none);
    graph.assertData(document.formatted("2026-06-10", "2026-06-10"), one.formatted("B", "B"));
    graph.assertData(document.formatted("2026-06-12", "2026-06-12"), one.formatted("C", "C"));
    graph.assertData(
        "{ deliveries { deliveredByConnection(history: true) { totalCount } } }",
        "{'deliveries':[{'deliveredByConnection':{'totalCount':3}}]}");
  }

  @Test
  void ofSeveralThatLastedAsLongEachWasTheLast() {
    var delivery = node("Delivery", "D", "endedOn", june(10));
    delivers("A", delivery, null, june(10));
    delivers("B", delivery, june(5), june(10));
    delivers("C", delivery, null, june(9));
    graph.assertData(
        "{ deliveries { deliveredByConnection { edges { node { name } } } } }",
        "{'deliveries':[{'deliveredByConnection':{'edges':[{'node':{'name':'A'}},"
            + "{'node':{'name':'B'}}]}}]}");
  }

  @Test
  void aKeyOfGroupsIsAskedOnADayOfItsOwn() {
    var delivery = node("Delivery", "D");
    delivers("A", delivery, null, june(8));
    delivers("B", delivery, june(8), null);
    graph.assertData(
        "{ deliveriesConnection { groups { key { id deliveredBy { name } then: deliveredBy(asOf:"
            + " \"2026-06-07\") { id name } } } all: groups { key { deliveredBy(history: true) {"
            + " name } } } } }",
        "{'deliveriesConnection':{'groups':[{'key':{'id':'RGVsaXZlcnk6RA','deliveredBy':"
            + "{'name':'B'},'then':{'id':'UHJvdmlkZXJAMjAyNi0wNi0wNzpB','name':'A'}}}],"
            + "'all':[{'key':{'deliveredBy':{'name':'A'}}},{'key':{'deliveredBy':{'name':'B'}}}]}}");
  }

  private void delivers(String name, Graph.Node delivery, LocalDate from, LocalDate to) {
    var period = new HashMap<String, Object>();
    period.put("validFrom", from);
    period.put("validTo", to);
    period.values().removeIf(day -> day == null);
    var provider = graph.node("Provider", Map.of("agb", name, "name", name));
    graph.edge("DELIVERS", provider, delivery, period);
  }
}
