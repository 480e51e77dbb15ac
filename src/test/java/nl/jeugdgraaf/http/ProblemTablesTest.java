package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;

/// The tables of codes and statuses in the manual have all that the server can answer, and nothing
/// else.
class ProblemTablesTest {
  private static final Pattern CODE = Pattern.compile("`([A-Z_]{6,})`");

  /// Statuses of answers that have no problem.
  private static final Set<Integer> GOOD = Set.of(200, 204, 304);

  /// Codes that a client can get; a server that cannot start answers nobody.
  private static final List<Code> CODES =
      Arrays.stream(Code.values()).filter(code -> code != Code.STARTUP_FAILED).toList();

  /// The first column of the table below this heading, with the rest of each row.
  private static Map<String, String> table(String heading) throws IOException {
    return Files.readAllLines(Path.of("schema/README.md")).stream()
        .dropWhile(line -> !line.startsWith("| " + heading + " |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.substring(2).split(" \\| ", 2))
        .collect(Collectors.toMap(row -> row[0], row -> row[1]));
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCodeHasItsRow() throws IOException {
    assertEquals(
        CODES.stream().map(code -> "`" + code + "`").collect(Collectors.toSet()),
        table("code").keySet());
  }

  @Test
  void everyStatusHasItsRowWithItsCodes() throws IOException {
    var given = new TreeMap<Integer, Set<String>>();
    for (var code : CODES) {
      add(given, ProblemStatus.ofRequest(code), code);
      add(given, ProblemStatus.ofOperation(code, ResponseType.GRAPHQL), code);
      var plain = ProblemStatus.ofOperation(code, ResponseType.JSON);
      if (plain != 200) {
        add(given, plain, code);
      }
    }
    add(given, ProblemStatus.NOT_FOUND, Code.BAD_REQUEST);
    add(given, ProblemStatus.WRONG_HOST, Code.BAD_REQUEST);
    ProtocolErrorHandler.PROBLEMS.forEach((status, problem) -> add(given, status, problem.code()));
    GOOD.forEach(status -> given.put(status, Set.of()));
    var written = new TreeMap<Integer, Set<String>>();
    table("status").forEach((status, row) -> written.put(Integer.parseInt(status), codes(row)));
    assertEquals(given.toString(), written.toString());
  }

  private static void add(Map<Integer, Set<String>> given, int status, Code code) {
    given.computeIfAbsent(status, _ -> new TreeSet<>()).add(code.toString());
  }
}
