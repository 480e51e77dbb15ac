package nl.jeugdgraaf.property.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pages, totals, groups, periods and changes of the reference, held against answers worked out by
/// hand.
class ReferenceOfTotalsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private final HandMadeGraph graph = new HandMadeGraph(TODAY);

  private Graph.Node delivery(String key, Object volume, LocalDate startedOn) {
    var properties = new HashMap<String, Object>(Map.of("key", key, "startedOn", startedOn));
    if (volume != null) {
      properties.put("volume", volume);
    }
    return graph.node("Delivery", properties);
  }

  @Test
  void aPageKnowsWhatLiesBehindItAndTheLastPageWhatLiesBefore() {
    delivery("A", 1, TODAY);
    delivery("B", 1, TODAY);
    delivery("C", 1, TODAY);
    var document =
        "{ deliveriesConnection(%s) { edges { node { key } } pageInfo { hasNextPage"
            + " hasPreviousPage endCursor } } }";
    graph.assertData(
        document.formatted("first: 2"),
        "{'deliveriesConnection':{'edges':[{'node':{'key':'A'}},{'node':{'key':'B'}}],'pageInfo':"
            + "{'hasNextPage':true,'hasPreviousPage':false,'endCursor':'cursor'}}}");
    graph.assertData(
        document.formatted("last: 1"),
        "{'deliveriesConnection':{'edges':[{'node':{'key':'C'}}],'pageInfo':"
            + "{'hasNextPage':false,'hasPreviousPage':true,'endCursor':'cursor'}}}");
    graph.assertData(
        document.formatted("first: 0"),
        "{'deliveriesConnection':{'edges':[],'pageInfo':"
            + "{'hasNextPage':true,'hasPreviousPage':false,'endCursor':null}}}");
  }

  @Test
  void statisticsAreOfValuesThatAreThereAndOfTheRightType() {
    delivery("A", 1, TODAY);
    delivery("B", 4, TODAY.plusDays(1));
    delivery("C", null, TODAY.plusDays(1));
    delivery("D", "wrong", TODAY);
    graph.assertData(
        "{ deliveriesConnection { aggregate { key { key } count { nodes } countDistinct { volume }"
            + " node { volume { min max sum average median percentile(p: 0.1) }"
            + " startedOn { average } duration { sum } } } } }",
        "{'deliveriesConnection':{'aggregate':{'key':null,'count':{'nodes':4},"
            + "'countDistinct':{'volume':3},'node':{'volume':{'min':1,'max':4,'sum':5,"
            + "'average':2.5,'median':2.5,'percentile':1.3},"
            + "'startedOn':{'average':'2026-06-16'},'duration':{'sum':null}}}}}");
  }

  @Test
  void aMemberStandsInAGroupForEachOfWhatItIsRelatedTo() {
    var both = delivery("A", 1, TODAY);
    delivery("B", 2, TODAY);
    var one = graph.node("Source", Map.of("key", "S1", "title", "one"));
    var other = graph.node("Source", Map.of("key", "S2", "title", "other"));
    graph.edge("STATED_IN", both, other, Map.of());
    graph.edge("STATED_IN", both, one, Map.of());
    graph.edge("STATED_IN", both, one, Map.of("place", "p"));
    var groups =
        "{ deliveriesConnection { groups%s { key { sources { title } } count { nodes edges } } } }";
    var first = "{'key':{'sources':{'title':'one'}},'count':{'nodes':1,'edges':1}}";
    var second = "{'key':{'sources':{'title':'other'}},'count':{'nodes':1,'edges':1}}";
    var none = "{'key':{'sources':null},'count':{'nodes':1,'edges':1}}";
    var expected = "{'deliveriesConnection':{'groups':[%s]}}";
    graph.assertData(
        groups.formatted(""), expected.formatted(String.join(",", first, second, none)));
    graph.assertData(
        groups.formatted("(sort: [{field: \"key.sources.title\", direction: DESC}], first: 2)"),
        expected.formatted(none + "," + second));
    graph.assertData(
        groups.formatted("(having: {node: {volume: {min: {gt: 1}}}})"), expected.formatted(none));
  }

  @Test
  void relatedNodesAreCountedAlongTheWayToTheKey() {
    var one = graph.node("Product", Map.of("key", "P1", "code", "45A48"));
    var other = graph.node("Product", Map.of("key", "P2", "code", "45A53"));
    var first = graph.node("Segment", Map.of("key", "S1", "code", "1"));
    var second = graph.node("Segment", Map.of("key", "S2", "code", "2"));
    graph.edge("MAPS_TO", one, first, Map.of());
    graph.edge("MAPS_TO", other, first, Map.of());
    graph.edge("MAPS_TO", other, second, Map.of());
    var provider = graph.node("Provider", Map.of("agb", "00000001"));
    for (var product : List.of(one, other)) {
      var delivery = delivery("D" + product.number(), 1, TODAY);
      graph.edge("OF_PRODUCT", delivery, product, Map.of());
      graph.edge("DELIVERS", provider, delivery, Map.of());
    }
    graph.edge("DELIVERS", provider, delivery("none", 1, TODAY), Map.of());
    graph.assertData(
        "{ providersConnection { groups { key { deliveries { product { segments { key } } } } count"
            + " { nodes } countDistinct { deliveries networks agb } } } }",
        "{'providersConnection':{'groups':["
            + "{'key':{'deliveries':{'product':{'segments':{'key':'S1'}}}},'count':{'nodes':1},"
            + "'countDistinct':{'deliveries':2,'networks':0,'agb':1}},"
            + "{'key':{'deliveries':{'product':{'segments':{'key':'S2'}}}},'count':{'nodes':1},"
            + "'countDistinct':{'deliveries':1,'networks':0,'agb':1}},"
            + "{'key':{'deliveries':{'product':null}},'count':{'nodes':1},"
            + "'countDistinct':{'deliveries':1,'networks':0,'agb':1}}]}}");
  }

  @Test
  void ofFieldsOfOneNameTheFirstIsTheWay() {
    var old = graph.node("Region", Map.of("code", "R1", "name", "old"));
    var next = graph.node("Region", Map.of("code", "R2", "name", "next"));
    var moved = TODAY.minusDays(5);
    for (var key : List.of("N1", "N2")) {
      var network = graph.node("Network", Map.of("key", key));
      graph.edge("IN_REGION", network, old, Map.of("validTo", moved));
      graph.edge("IN_REGION", network, next, Map.of("validFrom", moved));
    }
    graph.assertData(
        "{ networksConnection { groups { key { region(asOf: \"2026-01-01\") { name } now: region {"
            + " name } } countDistinct { region } } none: groups { key { past: region(asOf:"
            + " \"2026-01-01\") { municipalities { name } } } countDistinct { region } } } }",
        "{'networksConnection':{'groups':[{'key':{'region':{'name':'old'},'now':{'name':'next'}},"
            + "'countDistinct':{'region':1}}],'none':[{'key':{'past':{'municipalities':null}},"
            + "'countDistinct':{'region':1}}]}}");
  }

  @Test
  void daysAreGroupedByTheirStretchAndWeeksBeginOnMonday() {
    delivery("A", 1, LocalDate.of(2026, 6, 14));
    delivery("B", 1, LocalDate.of(2026, 6, 15));
    graph.assertData(
        "{ deliveriesConnection { groups { key { week: startedOn(bucket: WEEK)"
            + " quarter: startedOn(bucket: QUARTER) } } } }",
        "{'deliveriesConnection':{'groups':[{'key':{'week':'2026-06-08','quarter':'2026-04-01'}},"
            + "{'key':{'week':'2026-06-15','quarter':'2026-04-01'}}]}}");
  }

  @Test
  void whoeverAsksAboutPeriodsOrHistorySeesAllOfThem() {
    var network = graph.node("Network", Map.of("key", "N"));
    var region = graph.node("Region", Map.of("code", "R", "name", "r"));
    var past = Map.<String, Object>of("validTo", TODAY.minusDays(9));
    graph.edge("IN_REGION", network, region, past);
    graph.assertData(
        "{ networks { now: regionConnection { totalCount } ever: regionConnection(history: true) {"
            + " totalCount } then: regionConnection(where: {edge: {period: {at: \"2026-06-01\"}}})"
            + " { totalCount } } }",
        "{'networks':[{'now':{'totalCount':0},'ever':{'totalCount':1},'then':{'totalCount':1}}]}");
    graph.assertData(
        "{ networks(where: {regionConnection: {some: {edge: {period: {during: {to:"
            + " \"2026-06-06\"}}}}, none: {}}}) { key } }",
        "{'networks':[{'key':'N'}]}");
  }

  @Test
  void whatEndsAndBeginsOnOneDayHasMoved() {
    var trajectory = graph.node("Trajectory", Map.of("key", "T"));
    var old = graph.node("School", Map.of("key", "S", "name", "old"));
    var next = graph.node("Network", Map.of("key", "N", "name", "next"));
    var moved = TODAY.minusDays(5);
    graph.edge("HOLDS_REGIE", old, trajectory, Map.of("kind", "CARE", "validTo", moved));
    graph.edge("HOLDS_REGIE", next, trajectory, Map.of("kind", "CARE", "validFrom", moved));
    graph.edge("HOLDS_REGIE", next, trajectory, Map.of("kind", "CASE", "validFrom", moved));
    graph.assertData(
        "{ trajectories { changes(from: \"2026-06-09\", to: \"2026-06-10\") { regieHolders {"
            + " totalCount edges { node { of { key } on kind before { node { name } } after {"
            + " node { name } properties { kind } } } } } } } }",
        "{'trajectories':[{'changes':{'regieHolders':{'totalCount':2,'edges':[{'node':{'of':"
            + "{'key':'T'},'on':'2026-06-10','kind':'MOVED','before':{'node':{'name':'old'}},"
            + "'after':{'node':{'name':'next'},'properties':{'kind':'CARE'}}}},{'node':{'of':"
            + "{'key':'T'},'on':'2026-06-10','kind':'BEGAN','before':null,'after':{'node':"
            + "{'name':'next'},'properties':{'kind':'CASE'}}}}]}}}]}");
    graph.assertData(
        "{ trajectories { changes(from: \"2026-06-10\", to: \"2026-06-20\") { regieHolders {"
            + " edges { node { on } } } } } }",
        "{'trajectories':[{'changes':{'regieHolders':{'edges':[]}}}]}");
  }

  @Test
  void listsAreSortedByWhatIsRelated() {
    var busy = graph.node("Trajectory", Map.of("key", "T", "startedOn", TODAY));
    delivery("A", 1, TODAY);
    graph.edge("PART_OF", delivery("B", 1, TODAY), busy, Map.of());
    graph.assertData(
        "{ missing: deliveries(sort: {trajectory: {startedOn: DESC}}) { key } few: deliveries(sort:"
            + " {trajectoryConnection: {aggregate: {count: {edges: DESC}}}}) { key } }",
        "{'missing':[{'key':'A'},{'key':'B'}],'few':[{'key':'B'},{'key':'A'}]}");
  }

  @Test
  void aDurationIsTheDaysBetweenTwoDaysThatAreThere() {
    graph.node("Trajectory", Map.of("key", "T", "startedOn", TODAY, "endedOn", TODAY.minusDays(3)));
    graph.node("Trajectory", Map.of("key", "U", "startedOn", TODAY));
    graph.assertData(
        "{ trajectories(where: {NOT: {duration: {gt: \"P1D\"}}}) { duration id }"
            + " node(id: \"VHJhamVjdG9yeTpV\") { id } nodes(ids: [\"VHJhamVjdG9yeTpX\"]) {"
            + " id } }",
        "{'trajectories':[{'duration':'P-3D','id':'VHJhamVjdG9yeTpU'},{'duration':null,"
            + "'id':'VHJhamVjdG9yeTpV'}],'node':{'id':'VHJhamVjdG9yeTpV'},"
            + "'nodes':[null]}");
  }
}
