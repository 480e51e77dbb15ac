package nl.jeugdgraaf.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.jeugdgraaf.SeededServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The changes around all nodes of a connection are those around each of them; conditions, totals,
/// groups and pages say of them what can be counted in the list.
class ChangesCompilerTest {
  @RegisterExtension static final SeededServer SERVER = new SeededServer();

  private static final String CHANGES = "changes(from: \"2025-01-01\", to: \"2026-06-30\")";
  private static final String CHANGE =
      "on kind of { key } before { node { id name } properties { kind } }"
          + " after { node { id name } properties { kind } }";

  @Test
  void allNodesHaveTheChangesOfEach() throws IOException, InterruptedException {
    var found =
        ask(
            """
            {
              each: trajectories(where: {kind: {eq: HSJ}}) { %1$s { regieHolders { edges { node { %2$s } } } } }
              all: trajectoriesConnection(where: {kind: {eq: HSJ}}) { %1$s { regieHolders { totalCount edges { node { %2$s } } } } }
            }
            """
                .formatted(CHANGES, CHANGE));
    var each = new TreeSet<String>();
    found.get("each").findValues("edges").forEach(edges -> edges.forEach(it -> each.add(it + "")));
    var all = new TreeSet<String>();
    var edges = all(found);
    edges.forEach(it -> all.add(it.toString()));
    assertTrue(all.size() > 100, "there are changes");
    assertEquals(each, all);
    assertEquals(
        edges.size(),
        found.at("/all/changes/regieHolders/totalCount").asInt(),
        "the total is that of the list");
    var days = edges.stream().map(it -> it.at("/node/on").asText()).toList();
    assertEquals(days.stream().sorted().toList(), days, "earliest first");
  }

  @Test
  void conditionsAndGroupsAgreeWithTheList() throws IOException, InterruptedException {
    var found =
        ask(
            """
            { all: trajectoriesConnection { %1$s { regieHolders {
              totalCount
              edges { node { %2$s } }
              groups { key { kind on(bucket: QUARTER) before { node { id } } after { node { id } } } count { nodes edges } }
            }
            moved: regieHolders(where: {kind: {eq: MOVED}, after: {edge: {kind: {eq: CARE}}}}) { totalCount }
            begun: regieHolders(where: {before: null}) { totalCount }
            some: regieHolders(where: {of: {kind: {eq: HSJ}}, on: {gte: "2025-06-01"}, NOT: {after: null}}) { totalCount }
            } } }
            """
                .formatted(CHANGES, CHANGE));
    var list = all(found);
    assertEquals(
        count(list, it -> is(it, "/kind", "MOVED") && is(it, "/after/properties/kind", "CARE")),
        total(found, "moved"));
    assertEquals(count(list, it -> it.get("before").isNull()), total(found, "begun"));
    assertTrue(total(found, "some") > 0 && total(found, "some") < list.size());
    var groups = new TreeMap<String, Integer>();
    var around = new TreeMap<String, TreeSet<String>>();
    for (var edge : list) {
      var change = edge.get("node");
      var key =
          change.get("kind").asText()
              + quarter(change.get("on").asText())
              + change.at("/before/node/id").asText()
              + "-"
              + change.at("/after/node/id").asText();
      groups.merge(key, 1, Integer::sum);
      around.computeIfAbsent(key, _ -> new TreeSet<>()).add(change.at("/of/key").asText());
    }
    var counted = new TreeMap<String, Integer>();
    for (var group : found.at("/all/changes/regieHolders/groups")) {
      var key =
          group.at("/key/kind").asText()
              + group.at("/key/on").asText()
              + group.at("/key/before/node/id").asText()
              + "-"
              + group.at("/key/after/node/id").asText();
      counted.put(key, group.at("/count/edges").asInt());
      assertEquals(
          around.getOrDefault(key, new TreeSet<>()).size(), group.at("/count/nodes").asInt(), key);
    }
    assertEquals(groups, counted);
  }

  @Test
  void pagesGluedTogetherAreTheList() throws IOException, InterruptedException {
    var query =
        "query($after: String) { all: trajectoriesConnection { "
            + CHANGES
            + " { regieHolders(first: 997, after: $after) { edges { node { "
            + CHANGE
            + " } } pageInfo { hasNextPage endCursor } } } } }";
    var whole =
        all(
            ask(
                "{ all: trajectoriesConnection { "
                    + CHANGES
                    + " { regieHolders { edges { node { "
                    + CHANGE
                    + " } } } } } }"));
    var pages = new ArrayList<JsonNode>();
    var variables = JsonNodeFactory.instance.objectNode();
    boolean more = true;
    while (more) {
      var page = ask(query, variables);
      pages.addAll(all(page));
      var info = page.at("/all/changes/regieHolders/pageInfo");
      more = info.get("hasNextPage").asBoolean();
      variables.put("after", info.get("endCursor").asText());
    }
    assertEquals(whole, pages);
  }

  private static LocalDate quarter(String on) {
    return LocalDate.parse(on).with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static List<JsonNode> all(JsonNode found) {
    var edges = new ArrayList<JsonNode>();
    found.at("/all/changes/regieHolders/edges").forEach(edges::add);
    return edges;
  }

  private static boolean is(JsonNode change, String at, String value) {
    return change.at(at).asText().equals(value);
  }

  private static long count(List<JsonNode> edges, Predicate<JsonNode> fits) {
    return edges.stream().map(edge -> edge.get("node")).filter(fits).count();
  }

  private static long total(JsonNode found, String name) {
    return found.at("/all/changes/" + name + "/totalCount").asLong();
  }

  private static JsonNode ask(String query) throws IOException, InterruptedException {
    return ask(query, JsonNodeFactory.instance.objectNode());
  }

  private static JsonNode ask(String query, JsonNode variables)
      throws IOException, InterruptedException {
    var response = SERVER.askAs(SERVER.steward(), query, variables);
    assertTrue(response.path("errors").isMissingNode(), response::toString);
    return response.get("data");
  }
}
