package nl.jeugdgraaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Asks a running server in demo mode for a token.
public final class DemoClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private DemoClient() {}

  /// Asks for a token.
  ///
  /// @param server where it is, such as `http://127.0.0.1:8080`
  /// @param wanted role, organisation and purpose
  /// @return the token
  /// @throws ProblemException `BAD_USER_INPUT` if there is no such server, or it gives none
  public static String token(URI server, Caller wanted) {
    try (var client = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
      var body =
          JSON.writeValueAsString(
              Map.of(
                  "role", wanted.role(),
                  "organisation", wanted.organisation(),
                  "purpose", wanted.purpose()));
      var request =
          HttpRequest.newBuilder(server.resolve("/demo/token"))
              .timeout(WITHIN)
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 404) {
        throw refused("the server at " + server + " is not in demo mode.");
      }
      return token(JSON.readTree(response.body()));
    } catch (JsonProcessingException _) {
      throw refused("what is at " + server + " is no Jeugdgraaf.");
    } catch (IllegalArgumentException _) {
      throw refused(server + " is no address of a server, such as http://127.0.0.1:8080.");
    } catch (IOException e) {
      throw new ProblemException(
          Code.BAD_USER_INPUT, "the server at " + server + " does not answer; start it first.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Code.BAD_USER_INPUT, "interrupted.", e);
    }
  }

  private static String token(JsonNode answer) {
    if (answer.path("token").isTextual()) {
      return answer.path("token").asText();
    }
    throw refused(answer.path("errors").path(0).path("message").asText("the server gave none."));
  }

  private static ProblemException refused(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
