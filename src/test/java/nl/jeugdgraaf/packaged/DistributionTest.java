package nl.jeugdgraaf.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The distribution holds what an operator needs, and nothing that may not be passed on.
@Timeout(120)
class DistributionTest {
  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final Map<String, String> JAVA = Map.of("JAVA_HOME", JAVA_HOME);

  @TempDir private static Path folder;

  /// Where the program is started, so that it finds nothing by chance.
  @TempDir private static Path elsewhere;

  private static Distribution distribution = new Distribution(Path.of(""));

  @BeforeAll
  static void unpack() throws Exception {
    distribution = Distribution.unpack(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LICENSE",
        "CHANGELOG.md",
        "operation.md",
        "bin/jeugdgraaf",
        "jeugdgraaf.jar",
        "schema/persons.graphqls",
        "schema/access/persons.graphqls",
        "seed/documents/Source.csv",
        "examples/README.md",
        "deploy/monitoring/alerts.yaml",
        "licences/licences-of-libraries.txt",
        "licences/echarts/LICENSE"
      })
  void itHoldsWhatAnOperatorNeeds(String file) {
    assertTrue(Files.isRegularFile(distribution.home().resolve(file)), file);
  }

  @Test
  void bothArchivesHoldTheSame() throws IOException {
    var unpacked = new TreeMap<String, Long>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        unpacked.put(folder.relativize(file).toString(), Files.size(file));
      }
    }
    try (var zip = new ZipFile(Distribution.archive(".zip").toFile())) {
      var zipped =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .collect(Collectors.toMap(ZipEntry::getName, ZipEntry::getSize));
      assertEquals(unpacked, new TreeMap<>(zipped));
    }
  }

  @Test
  void itsCommandsShowHelp() throws Exception {
    var help = distribution.run(JAVA, elsewhere, "--help");
    assertEquals(0, help.code(), help::toString);
    assertTrue(help.output().getFirst().startsWith("Usage: jeugdgraaf "), help::toString);
    assertEquals(List.of(), help.errors());
  }

  @Test
  void itCanBeReachedByALinkAndTakesOptionsOfJava() throws Exception {
    var link = Files.createSymbolicLink(elsewhere.resolve("link"), script());
    var settings = Map.of("JAVA_HOME", JAVA_HOME, "JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal");
    var help = Distribution.Finished.run(settings, elsewhere, List.of(link.toString(), "--help"));
    Files.delete(link);
    assertEquals(0, help.code(), help::toString);
    assertTrue(
        help.output().stream().anyMatch(line -> line.matches(".* MaxHeapSize += 67108864 .*")));
  }

  private static Path script() {
    return distribution.home().resolve("bin").resolve("jeugdgraaf");
  }

  @Test
  void withoutADatabaseItSaysInOneLineWhatToSet() throws Exception {
    var finished = distribution.run(JAVA, elsewhere);
    assertEquals(1, finished.code());
    assertEquals(
        List.of(
            "Jeugdgraaf cannot start: NEO4J_URI is not set, and this program has no database of"
                + " its own; set it to the address of your Neo4j, such as neo4j://host:7687."),
        finished.errors());
  }

  @Test
  void withoutJavaItSaysInOneLineWhatToInstall() throws Exception {
    var finished = distribution.run(Map.of("JAVA_HOME", "/nowhere"), elsewhere);
    assertEquals(1, finished.code());
    assertEquals(
        List.of(
            "jeugdgraaf needs Java 25 or newer, and '/nowhere/bin/java' is none. Install it, and"
                + " set JAVA_HOME to its folder."),
        finished.errors());
  }

  @Test
  void theJarRunsWithTheLibrariesBesideIt() throws Exception {
    var java = Path.of(JAVA_HOME, "bin", "java").toString();
    for (var home : List.of(distribution.home(), Path.of("target").toAbsolutePath())) {
      var jar = home.resolve("jeugdgraaf.jar").toString();
      var help =
          Distribution.Finished.run(Map.of(), elsewhere, List.of(java, "-jar", jar, "--help"));
      assertEquals(0, help.code(), help::toString);
      assertEquals(List.of(), help.errors());
    }
  }

  private static List<JsonNode> components() throws IOException {
    var bill = distribution.home().resolve("bom.json");
    assertTrue(Files.exists(bill), "no bill of materials: it needs a build without mvn -o");
    var components = new ObjectMapper().readTree(bill.toFile()).get("components");
    return StreamSupport.stream(components.spliterator(), false).toList();
  }

  @Test
  void theBillOfMaterialsListsEachLibraryByItsHash() throws Exception {
    var listed = new TreeMap<String, String>();
    for (var component : components()) {
      for (var hash : component.get("hashes")) {
        if (hash.get("alg").asText().equals("SHA-256")) {
          listed.put(
              component.get("name").asText() + "-" + component.get("version").asText() + ".jar",
              hash.get("content").asText());
        }
      }
    }
    var there = new TreeMap<String, String>();
    for (var library : distribution.libraries()) {
      var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(library));
      there.put(library.getFileName().toString(), HexFormat.of().formatHex(hash));
    }
    assertEquals(lines(there), lines(listed));
  }

  /// A line for each entry, so that a failure shows which differ.
  private static String lines(Map<String, String> entries) {
    return entries.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void theJarNamesTheLibrariesThatAreThere() throws Exception {
    try (var jar = new JarFile(distribution.home().resolve("jeugdgraaf.jar").toFile())) {
      var named = jar.getManifest().getMainAttributes().getValue(Name.CLASS_PATH).split(" ", -1);
      var there = new TreeSet<String>();
      for (var library : distribution.libraries()) {
        there.add("lib/" + library.getFileName());
      }
      assertEquals(String.join("\n", there), String.join("\n", new TreeSet<>(List.of(named))));
    }
  }

  @Test
  void eachLibraryHasALicenceThatIsNotTheGpl() throws Exception {
    var withoutLicence = new TreeSet<String>();
    for (var component : components()) {
      var others =
          StreamSupport.stream(component.path("licenses").spliterator(), false)
              .map(JsonNode::toString)
              .filter(licence -> !licence.matches("(?i).*(\"A?GPL|Affero|GNU General).*"))
              .toList();
      if (others.isEmpty()) {
        withoutLicence.add(component.get("name").asText());
      }
    }
    assertEquals(new TreeSet<>(), withoutLicence);
    var list = Files.readString(distribution.home().resolve("licences/licences-of-libraries.txt"));
    for (var component : components()) {
      var name =
          component.get("group").asText()
              + ":"
              + component.get("name").asText()
              + ":"
              + component.get("version").asText();
      assertTrue(list.contains("(" + name + " "), name);
    }
  }

  /// Packages of the driver, of its connections and of the Cypher builder, which are Apache-2.0.
  @Test
  void ofNeo4jItHoldsNothingButTheDriverAndTheCypherBuilder() throws Exception {
    var found = new TreeSet<String>();
    for (var library : distribution.libraries()) {
      try (var jar = new ZipFile(library.toFile())) {
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.matches("(META-INF/versions/\\d+/)?(org|com)/neo4j/.*\\.class"))
            .map(name -> name.replaceFirst(".*/neo4j/(\\w+(/\\w+)?)/.*", "$1"))
            .forEach(found::add);
      }
    }
    found.removeIf(name -> name.matches("(driver|cypherdsl|bolt/connection)(/.*)?"));
    assertEquals(new TreeSet<>(), found);
    assertFalse(distribution.libraries().isEmpty());
  }
}
