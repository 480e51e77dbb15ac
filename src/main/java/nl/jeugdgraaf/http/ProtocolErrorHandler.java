package nl.jeugdgraaf.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests that are not valid HTTP or too long, with a status and one line that reveals
/// nothing about the server and repeats nothing of the request.
final class ProtocolErrorHandler implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    var text =
        "{\"message\":\"The request cannot be read (status %d).\"}".formatted(response.getStatus());
    Content.Sink.write(response, true, text, callback);
    return true;
  }
}
