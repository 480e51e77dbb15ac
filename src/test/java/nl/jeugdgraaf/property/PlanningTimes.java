package nl.jeugdgraaf.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.property.draw.Operation;
import nl.jeugdgraaf.property.draw.RandomGraph;
import nl.jeugdgraaf.property.draw.RandomOperation;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// How long the database plans the largest documents that the limits let through, and what is left
/// of that in its heap.
///
/// Fields at the root are drawn and put into one document until the server refuses it. The first
/// documents are not counted: a planner that was just started is slow, and the caches of plans
/// fill. `-Dplanning.documents` is how many documents are planned.
class PlanningTimes {
  private static final int DOCUMENTS = Integer.getInteger("planning.documents", 1_500);
  private static final int FIRST = 500;
  private static final int REFUSED_MAX = 30;
  private static final long PLANNED_WITHIN_MILLIS = 2_000;
  private static final double HEAP_GROWTH_MAX = 1.1;

  private final ApiSchema api = ApiSchema.of(SchemaReader.read(SchemaFile.builtIn()));
  private final EngineAnswers engine =
      EngineAnswers.over(Planner.of(api), TestDatabase.constrained());
  private long seed;

  @Test
  void theLargestDocumentsArePlannedInTime() throws Exception {
    var graph = RandomGraph.of(api.model(), 1, LocalDate.now(ZoneId.of("Europe/Amsterdam")));
    GraphWriter.write(graph, engine.bolt());
    var times = new ArrayList<Long>();
    long before = 0;
    String slowest = "";
    try (var driver = TestDatabase.driver();
        var session = driver.session()) {
      for (int i = 0; i < DOCUMENTS; i++) {
        if (i == FIRST) {
          before = heapInUse();
        }
        var statement =
            largest(() -> RandomOperation.of(api.graphQl(), api.model(), graph, ++seed).document());
        var start = System.nanoTime();
        session.run("/* " + i + " */ EXPLAIN " + statement).consume();
        var millis = (System.nanoTime() - start) / 1_000_000;
        if (i >= FIRST) {
          slowest = times.stream().allMatch(one -> one < millis) ? statement : slowest;
          times.add(millis);
        }
      }
    }
    long after = heapInUse();
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        "%d documents: median %d ms, 99th of 100 %d ms, slowest %d ms (%d characters of Cypher);"
            + " heap in use %d MB before, %d MB after%n",
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        slowest.length(),
        before >> 20,
        after >> 20);
    assertTrue(sorted.getLast() < PLANNED_WITHIN_MILLIS, slowest);
    assertTrue(after < HEAP_GROWTH_MAX * before, "the heap grew");
  }

  private interface Drawn {
    String next();
  }

  /// Returns the statement of the largest document that can be put together.
  private String largest(Drawn documents) {
    var fields = new ArrayList<Field>();
    Optional<String> statement = Optional.empty();
    for (int refused = 0; refused < REFUSED_MAX; ) {
      var more = new ArrayList<>(fields);
      for (var field : fieldsOf(documents.next())) {
        more.add(field.transform(it -> it.alias("f" + more.size())));
      }
      var larger = more.size() == fields.size() ? Optional.<String>empty() : statement(more);
      if (larger.isPresent()) {
        statement = larger;
        fields = more;
      } else {
        refused++;
      }
    }
    return statement.orElseGet(() -> largest(documents));
  }

  /// Returns the fields of a document that can stand in another; none where it has variables.
  private static List<Field> fieldsOf(String text) {
    Document document = new Parser().parseDocument(text);
    return document.getDefinitions().size() == 1
            && document.getDefinitions().getFirst() instanceof OperationDefinition operation
            && operation.getVariableDefinitions().isEmpty()
        ? operation.getSelectionSet().getSelectionsOfType(Field.class)
        : List.of();
  }

  private Optional<String> statement(List<Field> fields) {
    var text =
        AstPrinter.printAstCompact(SelectionSet.newSelectionSet().selections(fields).build());
    try {
      return Optional.of(engine.statement(new Operation(text, "", Map.of()), Caller.NOBODY))
          .filter(it -> !it.isEmpty());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /// Returns what is in use in the heap of the child database after a full collection.
  private static long heapInUse() throws IOException, InterruptedException {
    var child = ProcessHandle.current().children().findFirst().orElseThrow();
    jcmd(child, "GC.run");
    var used = Pattern.compile("used (\\d+)K").matcher(jcmd(child, "GC.heap_info"));
    long bytes = 0;
    while (used.find()) {
      bytes += Long.parseLong(used.group(1)) << 10;
    }
    return bytes;
  }

  private static String jcmd(ProcessHandle process, String command)
      throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var run = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command).start();
    var out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    run.waitFor();
    return out;
  }
}
