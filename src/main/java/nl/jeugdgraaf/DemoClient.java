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

/// Gets tokens from a running server in demo mode.
public final class DemoClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private DemoClient() {}

  /// Gets a token.
  ///
  /// @param server address of the server, such as `http://127.0.0.1:8080`, with a path if it has
  ///   one
  /// @param wanted role, organisation and purpose
  /// @return the token
  /// @throws ProblemException `BAD_USER_INPUT` if no server answers there, or it gives no token
  public static String token(URI server, Caller wanted) {
    try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      var body =
          JSON.writeValueAsString(
              Map.of(
                  "role", wanted.role(),
                  "organisation", wanted.organisation(),
                  "purpose", wanted.purpose()));
      var request =
          HttpRequest.newBuilder(URI.create(server.toString().replaceFirst("/*$", "/demo/token")))
              .timeout(ANSWER_WITHIN)
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 404) {
        throw refused(
            "The server at "
                + server
                + " is not in demo mode. Get a token from the issuer that it accepts.");
      }
      return token(JSON.readTree(response.body()));
    } catch (JsonProcessingException _) {
      throw refused(
          "The server at " + server + " is not Jeugdgraaf. Give another address with --url.");
    } catch (IllegalArgumentException _) {
      throw refused(
          server + " is not the address of a server; it looks like http://127.0.0.1:8080.");
    } catch (IOException e) {
      throw new ProblemException(
          Code.BAD_USER_INPUT,
          "No server answers at " + server + ". Start it first, or give its address with --url.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          Code.BAD_USER_INPUT, "Interrupted while waiting for " + server + ".", e);
    }
  }

  private static String token(JsonNode answer) {
    if (answer.path("token").isTextual()) {
      return answer.path("token").asText();
    }
    throw refused(
        answer.path("errors").path(0).path("message").asText("The server gave no token."));
  }

  private static ProblemException refused(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
