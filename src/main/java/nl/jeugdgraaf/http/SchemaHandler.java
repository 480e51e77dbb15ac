package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.auth.CallerReader;

/// `GET /schema.graphqls`: what the role of the caller can see, or with `?all` everything.
///
/// The first line says which of these it is and how to get the other. The purpose does not matter.
final class SchemaHandler implements Handler {
  private static final String OF_NOBODY =
      "# What may be seen without a token. Left out are the types and fields that need one: send a"
          + " token to see what its role may see, or get ?all to see everything.\n";
  private final Supplier<Optional<Backend>> backend;
  private final CallerReader callers;

  SchemaHandler(Supplier<Optional<Backend>> backend, CallerReader callers) {
    this.backend = backend;
    this.callers = callers;
  }

  @Override
  public void handle(Context http) {
    http.res().addHeader("Vary", "Authorization, Role");
    var started = backend.get().orElseThrow(GraphQlHandler::starting);
    var text = text(http, started.schema());
    KnownAnswer.send(http.contentType("text/plain; charset=utf-8"), text);
    http.header("Cache-Control", "private, no-cache");
  }

  private String text(Context http, Backend.Schema schema) {
    if (http.queryParamMap().containsKey("all")) {
      return schema.whole();
    }
    var token =
        callers.read(
            Headers.all(http, "Authorization"), Headers.all(http, "Role"), List.of(), http.ip());
    var caller = new Caller(token.role(), token.organisation(), token.user(), "", token.address());
    var first = caller.role().isEmpty() ? OF_NOBODY : ofRole(caller.role());
    return first + schema.visible().apply(caller);
  }

  private static String ofRole(String role) {
    return "# What role "
        + role
        + " may see for one of its purposes. Left out are the types and fields that it may never"
        + " see: get ?all to see everything.\n";
  }
}
