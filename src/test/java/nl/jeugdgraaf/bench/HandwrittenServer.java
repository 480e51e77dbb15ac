package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.jeugdgraaf.bench.BenchOperation.Asker;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/// The fastest server that we can write by hand: `POST /name` with the variables as its body runs
/// one statement and streams its records.
///
/// No GraphQL, no framework: the handler of Jetty, the driver, the generator of Jackson.
final class HandwrittenServer extends Handler.Abstract {
  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

  private final JsonFactory json =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build();
  private final Tokens tokens = new Tokens();
  private final Map<String, Handwritten> routes =
      BenchOperation.ALL.stream()
          .collect(Collectors.toMap(operation -> "/" + operation.name(), Handwritten::of));
  private final Driver driver;

  HandwrittenServer(Driver driver) {
    this.driver = driver;
  }

  /// Starts a handler on a free port of this machine.
  ///
  /// @return the running server
  static Server start(Handler handler) throws Exception {
    var server = new Server(new VirtualThreadPool());
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return server;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    var route = routes.get(Request.getPathInContext(request));
    if (route == null) {
      return false;
    }
    var asker = tokens.asker(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    if (!route.isOpenTo(asker)) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
      return true;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    var body = new BlockWriter(response, callback);
    write(route, asker, variables(Content.Source.asByteBuffer(request)), body);
    body.end();
    return true;
  }

  private void write(
      Handwritten route, Asker asker, Map<String, String> variables, BlockWriter body)
      throws IOException {
    try (var session = driver.session(READING);
        var generator = json.createGenerator(body)) {
      var result = session.run(route.statement(), parameters(route, asker, variables));
      route.shape().write(generator, result);
    }
  }

  @SuppressWarnings("NullAway") // the driver takes null for what is missing
  private static Map<String, Object> parameters(
      Handwritten route, Asker asker, Map<String, String> variables) {
    return route.parameters(asker, variables);
  }

  private Map<String, String> variables(ByteBuffer body) throws IOException {
    var variables = new HashMap<String, String>();
    try (var parser = json.createParser(body.array(), body.arrayOffset(), body.limit())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        variables.put(name, parser.nextTextValue());
      }
    }
    return variables;
  }
}
