package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.jeugdgraaf.Settings.Auth;
import nl.jeugdgraaf.Settings.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files for deployment agree with the program: a server starts with their settings, listens
/// where they look, and writes where they let it.
class DeployFilesTest {
  private static final Path FILES = Path.of("src", "deploy");
  private static final Path STATE = Path.of("/var/lib/jeugdgraaf");
  private static final String USER = "10001";

  /// Running requests may end within 10 seconds, and then the server closes its files.
  private static final int STOPS_WITHIN_SECONDS = 15;

  /// What the script that starts the program reads.
  private static final Set<String> OF_THE_SCRIPT = Set.of("JAVA_HOME", "JAVA_OPTS");

  @TempDir Path folder;

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\|");

  private static Set<String> settings() throws IOException {
    var manual = Files.readString(Path.of("src", "operation.md"));
    var names = new TreeSet<String>(OF_THE_SCRIPT);
    ROW.matcher(manual).results().forEach(row -> names.add(row.group(1)));
    return names;
  }

  private static Map<String, String> environmentFile() throws IOException {
    var values = new TreeMap<String, String>();
    for (var line : Files.readAllLines(FILES.resolve("jeugdgraaf.env"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var equals = line.indexOf('=');
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return values;
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    ((ObjectNode) object)
        .properties()
        .forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }

  private static Map<String, String> composed() throws IOException {
    var values = new TreeMap<>(environmentFile());
    values.putAll(texts(server().get("environment")));
    return values;
  }

  private static JsonNode server() throws IOException {
    return Yaml.read(FILES.resolve("compose/compose.yaml")).getFirst().at("/services/jeugdgraaf");
  }

  private static JsonNode kubernetes(String file) throws IOException {
    return Yaml.read(FILES.resolve("kubernetes").resolve(file)).getFirst();
  }

  private static JsonNode pod() throws IOException {
    return kubernetes("statefulset.yaml").at("/spec/template/spec");
  }

  private static JsonNode container() throws IOException {
    return pod().at("/containers/0");
  }

  private static Map<String, String> inKubernetes() throws IOException {
    var values = new TreeMap<>(texts(kubernetes("configmap.yaml").get("data")));
    var secrets = texts(kubernetes("secret.yaml").get("stringData"));
    for (var variable : container().get("env")) {
      var key = variable.at("/valueFrom/secretKeyRef/key").asText();
      assertTrue(secrets.containsKey(key), key);
      values.put(variable.get("name").asText(), "");
    }
    return values;
  }

  private static Map<String, String> unit() throws IOException {
    var values = new TreeMap<>(environmentFile());
    for (var value : unit("Environment")) {
      var equals = value.indexOf('=');
      var text =
          value.substring(equals + 1).replace("%S", "/var/lib").replace("%d", "/run/secrets");
      values.put(value.substring(0, equals), text);
    }
    return values;
  }

  /// The values of a key in the unit of systemd.
  private static List<String> unit(String key) throws IOException {
    return Files.readAllLines(FILES.resolve("systemd/jeugdgraaf.service")).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  private static Map<String, String> given(String by) throws IOException {
    return switch (by) {
      case "systemd" -> unit();
      case "compose" -> composed();
      default -> inKubernetes();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"systemd", "compose", "kubernetes"})
  void aServerTakesTheirSettings(String by) throws IOException {
    var given = given(by);
    var unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(settings());
    assertEquals(Set.of(), unknown);
    // What is left to fill in, and the file that is not on this machine.
    given.replaceAll((name, value) -> name.endsWith("_KEY") ? "A".repeat(43) + "=" : value);
    var password = Files.writeString(folder.resolve("password"), "secret");
    assertTrue(
        given.getOrDefault("NEO4J_PASSWORD_FILE", "").startsWith("/run/secrets/"), given::toString);
    given.put("NEO4J_PASSWORD_FILE", password.toString());
    var settings = Settings.read(new Environment(given));
    assertTrue(settings.web().auth() instanceof Auth.Oidc);
    assertTrue(settings.database() instanceof Database.External);
    assertTrue(settings.audit().directory().startsWith(STATE), given::toString);
    assertEquals(8080, settings.web().port());
    assertEquals(by.equals("systemd") ? "127.0.0.1" : "0.0.0.0", settings.web().host());
  }

  @Test
  void theContainerOfComposeMayWriteItsStateAlone() throws IOException {
    var server = server();
    assertEquals(USER + ":" + USER, server.get("user").asText());
    assertTrue(server.get("read_only").asBoolean());
    assertEquals("[\"ALL\"]", server.get("cap_drop").toString());
    assertEquals("[\"audit:" + STATE + "\"]", server.get("volumes").toString());
    assertEquals("[\"127.0.0.1:8080:8080\"]", server.get("ports").toString());
    assertTrue(seconds(server.get("stop_grace_period").asText()) >= STOPS_WITHIN_SECONDS);
    assertTrue(server.at("/healthcheck/test").toString().endsWith("\"health\"]"));
  }

  private static int seconds(String duration) {
    assertTrue(duration.matches("\\d+s?"), duration);
    return Integer.parseInt(duration.replace("s", ""));
  }

  @Test
  void thePodMayWriteItsStateAlone() throws IOException {
    assertTrue(pod().at("/securityContext/runAsNonRoot").asBoolean());
    assertEquals(USER, pod().at("/securityContext/runAsUser").asText());
    var rights = container().get("securityContext");
    assertTrue(rights.get("readOnlyRootFilesystem").asBoolean());
    assertEquals("false", rights.get("allowPrivilegeEscalation").asText());
    assertEquals("[\"ALL\"]", rights.at("/capabilities/drop").toString());
    var writable = new TreeSet<String>();
    for (var mount : container().get("volumeMounts")) {
      if (!mount.path("readOnly").asBoolean()) {
        writable.add(mount.get("mountPath").asText());
      }
    }
    assertEquals(Set.of("/tmp", STATE.toString()), writable);
    assertEquals(
        "state",
        kubernetes("statefulset.yaml").at("/spec/volumeClaimTemplates/0/metadata/name").asText());
  }

  @Test
  void thePodIsAskedWhereTheServerAnswersAndMayEndItsRequests() throws IOException {
    assertEquals("/health/ready", container().at("/readinessProbe/httpGet/path").asText());
    assertEquals("/health/live", container().at("/livenessProbe/httpGet/path").asText());
    assertEquals(8080, container().at("/ports/0/containerPort").asInt());
    var before = container().at("/lifecycle/preStop/sleep/seconds").asInt();
    assertTrue(before > 0);
    var grace = pod().get("terminationGracePeriodSeconds").asInt();
    assertTrue(grace >= before + STOPS_WITHIN_SECONDS, "" + grace);
  }

  @Test
  void allObjectsOfKubernetesBelongToOneServer() throws IOException {
    var listed = new TreeSet<String>();
    kubernetes("kustomization.yaml").get("resources").forEach(it -> listed.add(it.asText()));
    try (var files = Files.list(FILES.resolve("kubernetes"))) {
      var there = new TreeSet<String>();
      files.forEach(file -> there.add(file.getFileName().toString()));
      there.remove("kustomization.yaml");
      assertEquals(there, listed);
    }
    var names = new ArrayList<String>();
    for (var file : listed) {
      for (var object : Yaml.read(FILES.resolve("kubernetes").resolve(file))) {
        names.add(object.at("/metadata/name").asText());
        assertEquals("jeugdgraaf", object.at("/metadata/labels").elements().next().asText(), file);
      }
    }
    assertTrue(
        names.contains(kubernetes("statefulset.yaml").at("/spec/serviceName").asText()),
        names::toString);
  }

  @Test
  void theImageIsThatOfThisVersion() throws IOException {
    var project = Files.readString(Path.of("pom.xml"));
    var version = project.replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    assertEquals("jeugdgraaf:" + version, server().get("image").asText());
    assertEquals("jeugdgraaf:" + version, container().get("image").asText());
    var user = "<user>" + USER + ":" + USER + "</user>";
    assertTrue(project.contains(user), user);
    var container = Files.readString(FILES.resolve("image/Containerfile"));
    assertTrue(container.contains("\nUSER " + USER + ":" + USER + "\n"), container);
  }

  @Test
  void theUnitLetsRequestsEnd() throws IOException {
    assertTrue(seconds(unit("TimeoutStopSec").getFirst()) >= STOPS_WITHIN_SECONDS);
    assertEquals(List.of("jeugdgraaf"), unit("StateDirectory"));
    assertEquals(List.of("yes"), unit("DynamicUser"));
    assertEquals(List.of("strict"), unit("ProtectSystem"));
  }

  /// The program is not where the unit says, so a copy of it names one that is there.
  @Test
  void systemdReadsTheUnit() throws Exception {
    var systemd = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(systemd), "This needs systemd-analyze");
    var program = Files.createFile(folder.resolve("jeugdgraaf"));
    assertTrue(program.toFile().setExecutable(true));
    var unit =
        Files.readString(FILES.resolve("systemd/jeugdgraaf.service"))
            .replace("/opt/jeugdgraaf/bin/jeugdgraaf", program.toString());
    var copy = Files.writeString(folder.resolve("jeugdgraaf.service"), unit);
    var process =
        new ProcessBuilder(systemd.toString(), "verify", "--man=no", copy.toString())
            .redirectErrorStream(true)
            .start();
    var said = process.inputReader().lines().toList();
    assertEquals(
        List.of(), said.stream().filter(line -> line.contains("jeugdgraaf.service")).toList());
  }

  @Test
  void noFileNamesASettingThatIsNotThere() throws IOException {
    var container = Files.readString(FILES.resolve("image/Containerfile"));
    var named =
        Stream.of(container.replaceFirst("(?s).*\\nENV ([^\\n]*)\\n.*", "$1").split(" ", -1))
            .map(pair -> pair.replaceFirst("=.*", ""))
            .toList();
    assertTrue(settings().containsAll(named), named::toString);
  }
}
