package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The setting that lets pages of other origins ask, which names each of them exactly.
class CorsSettingTest {
  private static Set<String> read(String origins) {
    var environment = new Environment(Map.of("CORS_ORIGINS", origins));
    var web = new WebSettingsReader(environment).read();
    environment.check();
    return web.origins();
  }

  private static List<String> problems(String origins) {
    return assertThrows(ProblemException.class, () -> read(origins)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void noOtherOriginMayAskByDefault() {
    assertEquals(Set.of(), read(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://*.example",
        "https://a.example/",
        "https://a.example/page",
        "https://A.example",
        "https://a.example:443",
        "http://a.example:80",
        "a.example",
        "ftp://a.example",
        "https://me@a.example",
        "https://a.example;https://b.example",
        "https://a.example https://b.example/"
      })
  void otherOriginsAreRefused(String origins) {
    assertEquals(
        List.of(
            "CORS_ORIGINS is '"
                + origins
                + "'; it must be origins separated by commas, each as a browser sends it: scheme,"
                + " host and, if it is not that of the scheme, port, such as"
                + " https://dashboard.example,http://localhost:5173. There is no form for all"
                + " origins."),
        problems(origins));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example",
        "http://a.example:443",
        "https://a.example:80",
        "http://localhost:5173",
        "http://[::1]:3000",
        "https://xn--caf-dma.example"
      })
  void originsAreThoseThatBrowsersSend(String origin) {
    assertEquals(Set.of(origin), read(origin));
  }
}
