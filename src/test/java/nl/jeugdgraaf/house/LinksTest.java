package nl.jeugdgraaf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents name only what exists in this repository, and the first page stays short.
class LinksTest {
  private static final int README_LINES_MAX = 120;
  private static final Path SETTINGS = Path.of("src", "operation.md");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern OUR_PATH = Pattern.compile("(src|schema|seed|\\.ci)/[\\w./*-]*");
  private static final Pattern TEST_NAME = Pattern.compile("[A-Z]\\w*Test");
  private static final Pattern TESTS_TO_RUN = Pattern.compile("-Dtest='?([\\w,]+)");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("file:/|(?<![\\w.])/(home|root|tmp|work|Users)/");
  private static final Pattern NUMBERED_LIST = Pattern.compile("\\b[AFWT]\\d{1,2}\\b");
  private static final Pattern SETTING = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");

  private static List<Path> pages() {
    try (var paths = Files.walk(Path.of(""))) {
      return paths
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path ->
              Stream.iterate(path, it -> it != null, Path::getParent)
                  .noneMatch(it -> NOT_OURS.contains(it.getFileName().toString())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path page) {
    return String.join("\n", Sources.lines(page));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(LinksTest::last).toList();
  }

  private static String last(MatchResult found) {
    return found.group(found.groupCount());
  }

  @Test
  void everyLinkLeadsToAFileAndAHeading() {
    var broken = new ArrayList<String>();
    var links = 0;
    for (var page : pages()) {
      for (var link : found(LINK, FENCE.matcher(text(page)).replaceAll(""))) {
        links++;
        if (!link.startsWith("https://") && !leadsSomewhere(page, link)) {
          broken.add(page + ": " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 50, "links: " + links);
  }

  private static boolean leadsSomewhere(Path page, String link) {
    var parts = link.split("#", 2);
    var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return !target.isAbsolute()
        && !target.startsWith("..")
        && Files.exists(target)
        && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  /// The anchors that GitHub gives to the headings of a page.
  private static Set<String> anchors(Path page) {
    return found(HEADING, FENCE.matcher(text(page)).replaceAll("")).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void everyPathInCodeExists() {
    var missing = new ArrayList<String>();
    for (var page : pages()) {
      for (var code : found(CODE, FENCE.matcher(text(page)).replaceAll(""))) {
        Stream.of(code.split("\\s+"))
            .filter(word -> OUR_PATH.matcher(word).matches() && !exists(word))
            .forEach(word -> missing.add(page + ": " + word));
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean exists(String path) {
    var file = Path.of(path);
    if (!path.contains("*")) {
      return Files.exists(file);
    }
    try (var matching = Files.newDirectoryStream(file.getParent(), "" + file.getFileName())) {
      return matching.iterator().hasNext();
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void everyTestThatIsNamedExists() {
    var tests =
        Sources.java().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    var missing = new ArrayList<String>();
    for (var page : pages()) {
      var named = new TreeSet<String>();
      found(TESTS_TO_RUN, text(page)).forEach(list -> named.addAll(List.of(list.split(","))));
      found(CODE, text(page)).stream().filter(TEST_NAME.asMatchPredicate()).forEach(named::add);
      named.removeAll(tests);
      named.forEach(name -> missing.add(page + ": " + name));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void noPageSpeaksOfThisMachineOrOfAListThatIsNotHere() {
    var outside = new ArrayList<String>();
    for (var page : pages()) {
      for (var line : Sources.lines(page)) {
        if (THIS_MACHINE.matcher(line).find() || NUMBERED_LIST.matcher(line).find()) {
          outside.add(page + ": " + line);
        }
      }
    }
    assertEquals(List.of(), outside);
  }

  @Test
  void theFirstPageIsShort() {
    var lines = Sources.lines(Path.of("README.md")).size();
    assertTrue(lines <= README_LINES_MAX, "README.md has " + lines + " lines");
  }

  @Test
  void everySettingHasItsRow() {
    var described = text(SETTINGS);
    var settings = new TreeSet<String>();
    for (var file : Sources.java()) {
      if (file.toString().endsWith("SettingsReader.java")) {
        settings.addAll(found(SETTING, text(file)));
      }
    }
    assertTrue(settings.containsAll(List.of("SEED", "PORT", "NEO4J_PASSWORD_FILE")));
    settings.removeIf(name -> described.contains("`" + name + "`"));
    assertEquals(Set.of(), settings);
  }
}
