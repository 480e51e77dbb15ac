package nl.jeugdgraaf.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import nl.jeugdgraaf.auth.Authentication;
import nl.jeugdgraaf.auth.DemoTokens;
import nl.jeugdgraaf.auth.HttpProblem;
import nl.jeugdgraaf.connection.ConnectionBounds;
import nl.jeugdgraaf.connection.Connections;
import nl.jeugdgraaf.connection.DisconnectDetector;
import nl.jeugdgraaf.connection.WebSocketRefusal;
import nl.jeugdgraaf.execute.ProblemJson;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The web server. May be used by several threads.
///
/// It listens from the start and reports that it is alive, but refuses operations until it has a
/// backend ([#serve(Backend)]).
public final class Server implements AutoCloseable {
  /// A full queue makes clients try again after a second or more.
  private static final int ACCEPT_QUEUE_CONNECTIONS_MAX = 1_024;

  private static final int HEADER_BYTES_MAX = 16_384;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /// The methods of the paths that are not read-only.
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "/graphql", List.of("GET", "HEAD", "POST"),
          "/graphql/", List.of("GET", "HEAD", "POST"),
          "/demo/token", List.of("POST"));

  private static final List<String> READ_ONLY = List.of("GET", "HEAD");

  /// Names that a machine has for itself.
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final AtomicReference<Optional<Backend>> backend =
      new AtomicReference<>(Optional.empty());
  private final DisconnectDetector disconnects = new DisconnectDetector();
  private final Connections connections = new Connections(ConnectionBounds.DEFAULT);
  private final Metrics metrics = new Metrics();
  private final RequestMetrics requests = new RequestMetrics(metrics);
  private final Authentication authentication;
  private final CrossOrigin crossOrigin;
  private final Javalin javalin;
  private final String host;
  private final String address;

  private Server(
      String host,
      int port,
      Limits limits,
      Authentication authentication,
      CrossOrigin crossOrigin) {
    this.host = host;
    this.authentication = authentication;
    this.crossOrigin = crossOrigin;
    this.javalin = Javalin.create(config -> configure(config, port, limits)).start(host, port);
    this.address =
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port();
  }

  /// {@return a server that listens, alive but not ready; pages of other origins may not ask it}
  ///
  /// @param host address or name of this machine to listen on
  /// @param port TCP port, 0 for any free one
  /// @param limits bounds on a request
  /// @param authentication how it authenticates callers
  /// @throws ProblemException `STARTUP_FAILED` if the port is in use
  public static Server start(String host, int port, Limits limits, Authentication authentication) {
    return start(host, port, limits, authentication, Set.of());
  }

  /// {@return a server that listens, alive but not ready}
  ///
  /// @param host address or name of this machine to listen on
  /// @param port TCP port, 0 for any free one
  /// @param limits bounds on a request
  /// @param authentication how it authenticates callers
  /// @param origins other origins whose pages may ask it, such as `https://dashboard.example`
  /// @throws ProblemException `STARTUP_FAILED` if the port is in use
  public static Server start(
      String host, int port, Limits limits, Authentication authentication, Set<String> origins) {
    try {
      return new Server(host, port, limits, authentication, new CrossOrigin(origins));
    } catch (JavalinBindException e) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "Port %d on %s is in use. Stop the other program or set PORT.".formatted(port, host),
          e);
    }
  }

  /// Starts to answer operations.
  ///
  /// @param started what answers them from now on
  public void serve(Backend started) {
    backend.set(Optional.of(started));
  }

  /// {@return where the server listens, such as `http://127.0.0.1:8080`, without a path}
  public String address() {
    return address;
  }

  /// {@return what `/metrics` shows, until the server is closed}
  public Metrics metrics() {
    return metrics;
  }

  /// Stops: is no longer ready, accepts no connections, and gives running requests some seconds.
  @Override
  public void close() {
    backend.set(Optional.empty());
    connections.close();
    javalin.stop();
    disconnects.close();
    metrics.close();
  }

  private boolean isReady() {
    return backend.get().map(started -> started.ready().getAsBoolean()).orElse(false);
  }

  private void configure(JavalinConfig config, int port, Limits limits) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.router.ignoreTrailingSlashes = false;
    // Jetty does it, for what is streamed too.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.concurrency.useVirtualThreads = true;
    config.jetty.threadPool = new VirtualThreadPool(2 * ConnectionBounds.DEFAULT.total());
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      // What ends lines in two ways can be read in two ways (RFC 9112, section 2.2).
      http.setHttpCompliance(
          HttpCompliance.RFC9110.without("RFC9110-CRLF", Violation.LF_HEADER_TERMINATION));
      http.addCustomizer(connections);
      http.addCustomizer(Headers::secure);
      http.setRequestHeaderSize(HEADER_BYTES_MAX);
    });
    config.jetty.modifyServer(jetty -> {
      // Replaces Javalin's handler, which collects statistics that nobody reads.
      jetty.setHandler(new GracefulHandler(new WebSocketRefusal(Compression.handler())));
      jetty.setStopTimeout(STOP_WITHIN.toMillis());
      jetty.setErrorHandler(new ProtocolErrorHandler());
    });
    config.jetty.addConnector((jetty, http) -> connector(jetty, http, port));
    config.requestLogger.http(requests::count);
    files(config, "/graphiql/assets", "max-age=31536000, immutable");
    files(config, "/graphiql/monacoeditorwork", "no-cache");
    files(config, "/explorer", "no-cache");
    files(config, "/page", "no-cache");
    files(config, "/vendor", "no-cache");
    routes(config.routes, limits);
  }

  private ServerConnector connector(
      org.eclipse.jetty.server.Server jetty, HttpConfiguration http, int port) {
    var connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS_MAX);
    connector.addBean(connections);
    return connector;
  }

  private static void files(JavalinConfig config, String path, String caching) {
    config.staticFiles.add(files -> {
      files.hostedPath = path;
      files.directory = "/web" + path;
      files.location = Location.CLASSPATH;
      // Keeps files in memory. Jetty compresses them.
      files.precompressMaxSize = 8_000_000;
      files.headers = Map.of("Cache-Control", caching);
    });
  }

  private void routes(RoutesConfig routes, Limits limits) {
    var graphQl =
        new GraphQlHandler(
            backend::get,
            authentication.callers(),
            new RequestReader(limits.bodyBytesMax()),
            disconnects,
            requests);
    metrics.gauge("http.server.connections", "Connections of clients", connections::count);
    metrics.gauge(
        "http.server.active.requests", "Requests that are answered now", connections::active);
    metrics.gauge(
        "server.ready", "1 while the server is ready to answer, else 0", () -> isReady() ? 1 : 0);
    var samples = SampleQueries.json();
    if (authentication.isDemo() && !authentication.isOpen()) {
      routes.before(this::checkHost);
    }
    routes.before(http -> crossOrigin.handle(http, methods(http)));
    routes.before(Server::checkMethod);
    read(routes, "/graphql", graphQl);
    read(routes, "/graphql/", graphQl);
    routes.post("/graphql", graphQl);
    routes.post("/graphql/", graphQl);
    read(routes, "/health/live", new HealthHandler(() -> true));
    read(routes, "/health/ready", new HealthHandler(this::isReady));
    read(routes, "/metrics", http -> http.contentType(Metrics.CONTENT_TYPE).result(metrics.text()));
    read(routes, "/schema.graphqls", new SchemaHandler(backend::get, authentication.callers()));
    read(
        routes,
        "/questions.json",
        http -> KnownAnswer.send(http.contentType(ResponseType.JSON.contentType()), samples));
    if (authentication.client().isPresent()) {
      read(routes, "/caller", new CallerHandler(authentication.callers()));
    }
    authentication.demoTokens().ifPresent(tokens -> demo(routes, tokens));
    read(routes, "/", ExplorerPage.read(authentication));
    read(routes, "/graphiql", GraphiqlPage.read(authentication));
    routes.error(404, Server::notFound);
    routes.exception(HttpProblem.class, (refused, http) -> send(http, refused.problem()));
    routes.exception(Exception.class, Server::failed);
  }

  /// The web framework would answer `HEAD` with 200 and nothing else, whatever `GET` answers.
  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void demo(RoutesConfig routes, DemoTokens tokens) {
    var identities = Resource.text("/demo/identities.json");
    routes.post("/demo/token", new DemoTokenHandler(tokens));
    read(
        routes,
        "/demo/identities",
        http -> http.contentType(ResponseType.JSON.contentType()).result(identities));
  }

  /// Refuses a request for another host, which may come from a foreign site whose name resolves to
  /// this machine (DNS rebinding). Only in demo mode, where everyone who reaches the server can get
  /// a token, unless that is open to all. Otherwise a foreign page has no token to send, and the
  /// proxy in front of the server decides under which names it is known.
  private void checkHost(Context http) {
    var name = http.req().getServerName();
    if (!LOOPBACK.contains(name) && !name.equals(host)) {
      send(
          http,
          ProblemStatus.WRONG_HOST,
          Problem.of(
              Code.BAD_REQUEST, "The Host header names another server. Use " + address + "."));
      http.skipRemainingHandlers();
    }
  }

  private static List<String> methods(Context http) {
    return METHODS.getOrDefault(http.path(), READ_ONLY);
  }

  private static void checkMethod(Context http) {
    if (!methods(http).contains(http.req().getMethod())) {
      var allowed = String.join(", ", methods(http));
      http.header("Allow", allowed);
      throw new HttpProblem(Code.METHOD_NOT_ALLOWED, "The method must be one of " + allowed + ".");
    }
  }

  private static void notFound(Context http) {
    send(
        http,
        ProblemStatus.NOT_FOUND,
        Problem.of(Code.BAD_REQUEST, "Nothing is at this path. Send operations to /graphql."));
  }

  private static void failed(Exception bug, Context http) {
    send(http, ErrorReporter.reportBug(bug));
  }

  private static void send(Context http, Problem problem) {
    send(http, ProblemStatus.ofRequest(problem.code()), problem);
  }

  private static void send(Context http, int status, Problem problem) {
    if (status == 503) {
      http.header("Retry-After", "5");
    }
    http.status(status);
    http.contentType(ResponseType.JSON.contentType());
    http.result(ProblemJson.response(List.of(problem)));
  }
}
