package nl.jeugdgraaf.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The explorer has all its files, and all its texts in both languages.
class ExplorerPageTest {
  private static final Path MODULES = Path.of("src/main/resources/web/explorer");

  /// What a page or a module refers to: its own files, and libraries by their address.
  private static final Pattern FILE =
      Pattern.compile(
          "(?:src|href)=\"([^\".][^\"]*)\"|from '([^']+)'|address\\('(vendor/[^']+)'\\)");

  /// A text with both languages: `'day.date': ['Date', 'Datum']`.
  private static final Pattern PAIR =
      Pattern.compile("'([\\w.]+)':\\s*\\[\\s*'([^']+)',\\s*'([^']+)',?\\s*\\]");

  private static final Pattern KEY = Pattern.compile("(?m)^\\s*'([\\w.]+)':");

  /// Where a text is used, by its whole name or by what its name begins with.
  private static final Pattern USE =
      Pattern.compile("'([a-z]+\\.[\\w.]+)'|`([a-z]+\\.(?:[a-z]+\\.)*)\\$\\{");

  private static final Pattern SAID = Pattern.compile("say\\(\\s*'([^']+)'");

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static String get(String path) throws IOException, InterruptedException {
    var response = SERVER.get(path);
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  private static List<Path> modules() throws IOException {
    try (var files = Files.walk(MODULES)) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
  }

  private static boolean isWords(Path module) {
    return module.startsWith(MODULES.resolve("words"));
  }

  private static String text(boolean words) throws IOException {
    var text = new StringBuilder();
    for (var module : modules()) {
      if (isWords(module) == words) {
        text.append(Files.readString(module));
      }
    }
    return text.toString();
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFileExists() throws Exception {
    var page = SERVER.address().resolve("/");
    var seen = new TreeSet<String>();
    var wanted = new TreeSet<>(Set.of("/"));
    while (!wanted.isEmpty()) {
      var path = wanted.pollFirst();
      seen.add(path);
      var text = get(path);
      if (path.startsWith("/vendor/")) {
        continue;
      }
      FILE.matcher(text)
          .results()
          .map(match ->
              match.group(2) == null
                  ? page.resolve(match.group(1) == null ? match.group(3) : match.group(1))
                  : page.resolve(path).resolve(match.group(2)))
          .map(address -> address.getPath())
          .filter(file -> !seen.contains(file) && !file.equals("/graphql"))
          .forEach(wanted::add);
    }
    for (var module : modules()) {
      var path = "/explorer/" + MODULES.relativize(module);
      assertTrue(
          seen.contains(path) || MODULES.equals(module.getParent()), path + " is in no view");
    }
  }

  @Test
  void modulesAreSentAsJavaScript() throws Exception {
    for (var path :
        List.of(
            "/explorer/main.js",
            "/vendor/cytoscape/cytoscape.esm.min.mjs",
            "/vendor/echarts/echarts.esm.min.mjs",
            "/vendor/keycloak/keycloak.min.js")) {
      var type = SERVER.get(path).headers().firstValue("content-type").orElse("");
      assertTrue(type.startsWith("text/javascript"), path + " is " + type);
    }
  }

  @Test
  void everyLibraryHasItsLicence() throws Exception {
    for (var file :
        List.of("cytoscape/LICENSE", "echarts/LICENSE", "echarts/NOTICE", "keycloak/LICENSE.txt")) {
      assertFalse(get("/vendor/" + file).isEmpty());
    }
  }

  /// What a reader loads at most, compressed: 1 MB for all views, without the query editor.
  @Test
  void thePageIsLight() throws Exception {
    var files = new ArrayList<String>();
    files.add("/vendor/cytoscape/cytoscape.esm.min.mjs");
    files.add("/vendor/echarts/echarts.esm.min.mjs");
    files.add("/vendor/keycloak/keycloak.min.js");
    try (var own = Files.walk(MODULES).filter(Files::isRegularFile)) {
      own.forEach(file -> files.add("/explorer/" + MODULES.relativize(file)));
    }
    long bytes = 0;
    for (var file : files) {
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(get(file).getBytes(StandardCharsets.UTF_8));
      }
      bytes += packed.size();
    }
    assertTrue(bytes < 1_000_000, bytes + " bytes");
  }

  @Test
  void thePageHasNoInlineScript() throws Exception {
    assertFalse(Pattern.compile("<script(?![^>]*src=)").matcher(get("/")).find());
  }

  @Test
  void everyTextHasBothLanguages() throws Exception {
    assertEquals(all(KEY, text(true)), all(PAIR, text(true)));
  }

  @Test
  void everyTextThatIsUsedIsThere() throws Exception {
    var missing = all(SAID, text(false));
    missing.removeAll(all(KEY, text(true)));
    assertEquals(Set.of(), missing);
  }

  /// The form that asks why a caller may see something offers the purposes that each role may
  /// state.
  @Test
  void rolesMayStateThePurposesThatAreOffered() throws Exception {
    var offered =
        all(
            Pattern.compile("(?m)^  (\\w+: \\[[^\\]]*)\\]"),
            Files.readString(MODULES.resolve("access/roles.js")));
    var rules = Files.readString(Path.of("schema/access/roles.graphqls"));
    var stated = new TreeSet<String>();
    Pattern.compile("(?m)^  (\\w+) .*@states\\(purposes: \\[([^\\]]*)\\]")
        .matcher(rules)
        .results()
        .forEach(match -> stated.add(match.group(1) + ": [" + match.group(2)));
    assertEquals(
        stated,
        offered.stream()
            .map(each -> each.replace("'", ""))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyTextIsUsed() throws Exception {
    var whole = new TreeSet<String>();
    var beginnings = new TreeSet<String>();
    USE.matcher(text(false))
        .results()
        .forEach(match -> {
          if (match.group(1) == null) {
            beginnings.add(match.group(2));
          } else {
            whole.add(match.group(1));
          }
        });
    for (var key : all(KEY, text(true))) {
      assertTrue(
          whole.contains(key) || beginnings.stream().anyMatch(key::startsWith),
          key + " is not used; remove it from explorer/words");
    }
  }
}
