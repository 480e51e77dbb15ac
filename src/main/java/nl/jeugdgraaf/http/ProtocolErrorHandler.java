package nl.jeugdgraaf.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what is no HTTP, or too long a request line: a status and one line, nothing about the
/// server and nothing of the request.
final class ProtocolErrorHandler implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    var text =
        "{\"message\":\"The request cannot be read: status %d.\"}".formatted(response.getStatus());
    Content.Sink.write(response, true, text, callback);
    return true;
  }
}
