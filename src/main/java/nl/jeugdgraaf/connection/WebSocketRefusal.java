package nl.jeugdgraaf.connection;

import java.util.List;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Refuses a request that wants to become a WebSocket (RFC 6455), on every path. The web framework
/// would make a session for each of them.
public final class WebSocketRefusal extends Handler.Wrapper {
  /// The answer, with status 400.
  public static final Problem PROBLEM =
      Problem.of(
          Code.BAD_REQUEST,
          "The server has no WebSockets. Send each operation to /graphql in a request of its own.");

  /// Creates the refusal before a handler.
  ///
  /// @param handler gets all other requests
  public WebSocketRefusal(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
      return super.handle(request, response, callback);
    }
    response.setStatus(400);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    Content.Sink.write(response, true, ProblemJson.response(List.of(PROBLEM)), callback);
    return true;
  }
}
