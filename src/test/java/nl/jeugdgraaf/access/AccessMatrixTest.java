package nl.jeugdgraaf.access;

import static nl.jeugdgraaf.SeededCallers.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.access.Permissions.Decision;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.NodeType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The matrix of access in `schema/access/matrix.md`: what the rules decide for each role and
/// field, on one page, and cell by cell over HTTP.
///
/// `-Dgolden=update` writes the page again; a review reads the difference.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private static final Path PAGE = Path.of("schema/access/matrix.md");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final ApiSchema SCHEMA = ApiSchema.builtIn();

  /// Fewer than the server answers at once, so that no request is refused as busy.
  private static final int AT_ONCE = 16;

  /// Marks of decisions, beside names of rules: a further rule counts, and some nodes are seen
  /// alone.
  private static final String FURTHER = "*";

  private static final String ALONE = "°";

  private static final String INTRODUCTION =
      """
      # The matrix of access

      What the rules in this folder decide for each role, for every purpose unless a cell names one. `nobody` is a caller without a token. A test checks the cells of personal data over HTTP. What is denied it selects, filters, sorts and groups by, asks by `node` and nested; what is allowed it selects.

      | cell | means |
      |---|---|
      | all | on every such node |
      | own | on the nodes that a rule of the type lets the role see |
      | own* | on those of them for which a further rule holds |
      | own° | as own; where a further rule does not hold, a node is seen alone: of its relationships only those with the organisation of the caller |
      | safety, safety* | as own and own*, for the purpose SAFETY only |
      | – | never: refused by name, and absent behind interfaces |

      A row with only a type says who sees its nodes. A row with a relationship says who can follow it; which nodes they reach depends on both ends.

      """;

  private final SeededCallers callers = new SeededCallers();

  @AfterAll
  void stop() {
    callers.close();
  }

  private static List<String> roles() {
    return Stream.concat(Stream.of(""), SCHEMA.access().roles().keySet().stream()).toList();
  }

  private static List<String> purposes(String role) {
    return role.isEmpty() ? List.of("") : SCHEMA.access().role(role).purposes();
  }

  private static Permissions access(String role, String purpose) {
    return new Policy(SCHEMA.access(), true).of(caller(role, purpose));
  }

  @Test
  void thePageShowsWhatTheRulesDecide() throws IOException {
    var page = new StringBuilder(INTRODUCTION);
    var titles = roles().stream().map(role -> role.isEmpty() ? "nobody" : role).toList();
    page.append("| type and field | ").append(String.join(" | ", titles)).append(" |\n");
    page.append("|---".repeat(titles.size() + 1)).append("|\n");
    rows()
        .forEach((coordinate, cells) ->
            page.append("| ")
                .append(coordinate)
                .append(" | ")
                .append(String.join(" | ", cells.values()))
                .append(" |\n"));
    if (UPDATE) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page.toString(), Files.readString(PAGE), "see -Dgolden=update");
  }

  /// A field that is added to the schema must be on the page.
  @Test
  void everyFieldOfTheSchemaIsOnThePage() throws IOException {
    var onPage = new TreeSet<String>();
    Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| "))
        .forEach(line -> onPage.add(line.substring(1, line.indexOf('|', 1)).strip()));
    for (var type : SCHEMA.model().nodes().values()) {
      var fields = Objects.requireNonNull(SCHEMA.graphQl().getObjectType(type.name())).getFields();
      for (var field : fields) {
        var name = field.getName().replaceFirst("Connection$", "");
        assertTrue(
            Set.of("id", "changes").contains(name) || onPage.contains(type.name() + "." + name),
            () -> type.name() + "." + field.getName() + " is not in " + PAGE);
      }
    }
  }

  private static Map<String, Map<String, String>> rows() {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    for (var type : SCHEMA.model().nodes().values()) {
      rows.put(type.name(), cells(access -> seen(access, type)));
      for (var attribute : type.attributes().values()) {
        rows.put(
            type.name() + "." + attribute.name(),
            cells(access -> within(access.node(type), access.attribute(type, attribute))));
      }
      for (var computed : type.computed().values()) {
        rows.put(
            type.name() + "." + computed.name(),
            cells(access -> {
              var read = access.node(type);
              for (var name : computed.reads()) {
                var attribute = Objects.requireNonNull(type.attributes().get(name));
                read = within(read, access.attribute(type, attribute));
              }
              return read;
            }));
      }
      for (var relationship : type.relationships().values()) {
        rows.put(
            type.name() + "." + relationship.name(),
            cells(access -> {
              var ends =
                  SCHEMA.model().concrete(SCHEMA.model().entity(relationship.target().entity()));
              return ends.stream().allMatch(end -> access.node(end).never())
                  ? Decision.NEVER
                  : within(
                      followed(access, type, ends), access.relationship(relationship.properties()));
            }));
      }
    }
    return rows;
  }

  private interface Decide {
    Decision of(Permissions access);
  }

  /// Which nodes of a type may be seen, some of them perhaps alone.
  private static Decision seen(Permissions access, NodeType type) {
    var nodes = access.node(type);
    return nodes.equals(access.connected(type)) ? nodes : with(nodes, ALONE);
  }

  /// From which nodes of a type a relationship may be followed.
  private static Decision followed(Permissions access, NodeType type, List<NodeType> ends) {
    var nodes = seen(access, type);
    var own = access.organisationType();
    return !nodes.rules().contains(ALONE)
            || ends.stream().anyMatch(end -> own.equals(Optional.of(end.name())))
        ? nodes
        : with(nodes, FURTHER);
  }

  private static Decision with(Decision decision, String mark) {
    var rules = new ArrayList<>(decision.rules());
    rules.add(mark);
    return new Decision(false, rules);
  }

  /// What may be read of the nodes that may be seen.
  private static Decision within(Decision rows, Decision values) {
    if (rows.never() || values.never()) {
      return Decision.NEVER;
    }
    if (values.always()) {
      return rows;
    }
    return with(rows, FURTHER);
  }

  private static Map<String, String> cells(Decide decide) {
    var cells = new LinkedHashMap<String, String>();
    for (var role : roles()) {
      var words = new TreeSet<String>();
      var never = new ArrayList<String>();
      for (var purpose : purposes(role)) {
        var word = word(decide.of(access(role, purpose)));
        if (word.equals("–")) {
          never.add(purpose);
        } else {
          words.add(word);
        }
      }
      var word = words.isEmpty() ? "–" : String.join(", ", words);
      cells.put(role, never.isEmpty() || words.isEmpty() ? word : word.replace("own", "safety"));
    }
    return cells;
  }

  private static String word(Decision decision) {
    return decision.never()
        ? "–"
        : decision.always()
            ? "all"
            : decision.rules().contains(FURTHER)
                ? "own*"
                : decision.rules().contains(ALONE) ? "own°" : "own";
  }

  static List<String> everyRole() {
    return roles();
  }

  /// An operation that uses cells of one kind.
  private record Question(Caller caller, String query, boolean isDenied) {}

  /// Every cell that denies is refused, however the field is used; every other cell is answered.
  ///
  /// Each answer waits for the access log to be on disk, so many are asked at once.
  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRole")
  void everyCellHoldsOverHttp(String role) throws InterruptedException, ExecutionException {
    var rows = rows();
    var wrong = new ArrayList<Callable<List<String>>>();
    for (var type : SCHEMA.model().nodes().values()) {
      if (type.name().equals("Youth")
          || Objects.requireNonNull(rows.get(type.name())).values().stream().distinct().count()
              > 1) {
        questions(role, type, rows).forEach(question -> wrong.add(() -> wrongAnswer(question)));
      }
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var answer : threads.invokeAll(wrong)) {
        assertEquals(List.of(), answer.get());
      }
    }
  }

  private static List<Question> questions(
      String role, NodeType type, Map<String, Map<String, String>> rows) {
    var questions = new ArrayList<Question>();
    var purposes = purposes(role);
    for (var purpose : new TreeSet<>(List.of(purposes.getFirst(), purposes.getLast()))) {
      var caller = caller(role, purpose);
      var allowed = new ArrayList<String>();
      for (var field : fields(type)) {
        var cells = Objects.requireNonNull(rows.get(type.name() + "." + field));
        var cell = Objects.requireNonNull(cells.get(role));
        if (cell.equals("–") || (cell.startsWith("safety") && !purpose.equals("SAFETY"))) {
          var uses = uses(type, List.of(field));
          // Behind an interface, a type that is never seen is absent, which is not a refusal.
          var hidden = "–".equals(Objects.requireNonNull(rows.get(type.name())).get(role));
          (hidden ? uses.subList(0, uses.size() - 1) : uses)
              .forEach(use -> questions.add(new Question(caller, use, true)));
        } else {
          allowed.add(field);
        }
      }
      // The database takes long to plan many guarded fields at once, so what is allowed is only
      // selected here. The test of visible graphs uses it in every other way.
      allowed.removeAll(type.relationships().keySet());
      if (!allowed.isEmpty()) {
        questions.add(new Question(caller, uses(type, allowed).getFirst(), false));
      }
    }
    return questions;
  }

  private List<String> wrongAnswer(Question question) {
    var answer = callers.ask(question.caller(), question.query()).body();
    return answer.contains(question.isDenied() ? "\"FORBIDDEN\"" : "\"data\"")
        ? List.of()
        : List.of(question + ": " + answer);
  }

  private static Caller caller(String role, String purpose) {
    return role.isEmpty() ? Caller.NOBODY : new Caller(role, "x", "", purpose, "");
  }

  private static List<String> fields(NodeType type) {
    var fields = new ArrayList<>(type.attributes().keySet());
    fields.addAll(type.computed().keySet());
    fields.addAll(type.relationships().keySet());
    return fields;
  }

  /// The ways to use fields: selected, filtered, sorted, grouped, by `node`, nested.
  private static List<String> uses(NodeType type, List<String> fields) {
    var selected = new StringBuilder();
    var filtered = new StringBuilder();
    var sorted = new StringBuilder();
    var grouped = new StringBuilder();
    for (var field : fields) {
      var relationship = type.relationships().get(field);
      if (relationship == null) {
        var list =
            type.attributes().containsKey(field) && type.attributes().get(field).type().list();
        selected.append(' ').append(field);
        filtered.append(' ').append(field).append(list ? ": {size: {eq: 0}}" : ": {eq: null}");
        if (!list) {
          sorted.append(" {").append(field).append(": ASC}");
          grouped.append(' ').append(field);
        }
      } else {
        var many = relationship.target().many();
        selected.append(' ').append(field).append(" { __typename }");
        filtered.append(' ').append(field).append(many ? ": {none: {}}" : ": {}");
        if (many) {
          sorted
              .append(" {")
              .append(field)
              .append("Connection: {aggregate: {count: {nodes: ASC}}}}");
        } else {
          grouped.append(' ').append(field).append(" { __typename }");
        }
      }
    }
    var plural = type.plural();
    var id = id(type.name(), "none");
    var uses = new ArrayList<String>();
    uses.add("{ %s(limit: 1) {%s } }".formatted(plural, selected));
    uses.add("{ %s(limit: 1, where: {%s }) { __typename } }".formatted(plural, filtered));
    if (!sorted.isEmpty()) {
      uses.add("{ %s(limit: 1, sort: [%s]) { __typename } }".formatted(plural, sorted));
    }
    if (!grouped.isEmpty()) {
      uses.add("{ %sConnection { groups(first: 1) { key {%s } } } }".formatted(plural, grouped));
    }
    uses.add("{ node(id: \"%s\") { ... on %s {%s } } }".formatted(id, type.name(), selected));
    if (isStatement(type)) {
      uses.add(
          "{ statements(limit: 1, where: {typename: [%s]}) { ... on %1$s {%s } } }"
              .formatted(type.name(), selected));
    }
    return uses;
  }

  private static boolean isStatement(NodeType type) {
    return Objects.requireNonNull(SCHEMA.model().interfaces().get("Statement"))
        .implementations()
        .contains(type.name());
  }
}
