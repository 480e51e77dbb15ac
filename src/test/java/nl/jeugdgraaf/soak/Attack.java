package nl.jeugdgraaf.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a hostile client does on one connection, again and again. Each is a kind of input that once
/// hurt the server.
enum Attack {
  /// Begins a head and does not end it.
  HALF_HEAD(200) {
    @Override
    void once(Client client) throws IOException, InterruptedException {
      client.send("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ");
      client.waitOnOpenConnection();
    }
  },
  /// Announces a body and sends a byte of it.
  SLOW_BODY(100) {
    @Override
    void once(Client client) throws IOException, InterruptedException {
      client.send(
          "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Content-Length: 900000\r\n\r\n{");
      client.waitOnOpenConnection();
    }
  },
  /// Asks for 30 MB and reads nothing.
  UNREAD(60) {
    @Override
    void once(Client client) throws IOException, InterruptedException {
      client.ask(LISTS_IN_LISTS);
      client.waitOnOpenConnection();
    }
  },
  /// Asks for 30 MB and reads all of it.
  LARGE(32) {
    @Override
    void once(Client client) throws IOException {
      client.ask(LISTS_IN_LISTS);
      client.readToEnd();
    }
  },
  /// Puts all of a region into one row.
  ONE_ROW(8) {
    @Override
    void once(Client client) throws IOException {
      client.ask(
          "{ regions(limit: 3) { products { segments { products { segments { products { code name }"
              + " } } } } } }");
      client.readToEnd();
    }
  },
  /// Nests quantifiers.
  QUANTIFIERS(8) {
    @Override
    void once(Client client) throws IOException {
      client.ask(
          "{ products(where: {region: {products: {some: {region: {products: {some: {region:"
              + " {products: {some: {name: {eq: \"x%d\"}}}}}}}}}}} limit: 1) { key } }"
                  .formatted(random(1_000)));
      client.readToEnd();
    }
  },
  /// Makes up statements, so that each is planned.
  NEW_STATEMENTS(8) {
    @Override
    void once(Client client) throws IOException {
      var aliases =
          IntStream.range(0, 12)
              .mapToObj(i ->
                  "f%d: products(limit: %d, where: {%s: {contains: \"x\"}, segments: {some: {%s:"
                          .formatted(i, 1 + random(200), pick("code", "name"), pick("code", "name"))
                      + " {eq: \"y\"}}}}) { %s }".formatted(pick("code", "name", "key")))
              .collect(Collectors.joining(" "));
      client.ask("{ " + aliases + " }");
      client.readToEnd();
    }
  },
  /// Fills the cache of documents.
  NEW_DOCUMENTS(4) {
    @Override
    void once(Client client) throws IOException {
      var list = IntStream.range(0, 3_900).mapToObj(_ -> "1").collect(Collectors.joining(" "));
      client.ask(
          "query q%d { products(limit: 1, where: {names: {size: {in: [%s]}}}) { code } }"
              .formatted(random(Integer.MAX_VALUE), list));
      client.readToEnd();
    }
  },
  /// Writes a long OR over two relationships.
  LONG_OR(4) {
    @Override
    void once(Client client) throws IOException {
      var members =
          IntStream.range(0, 20 + random(40))
              .mapToObj(i ->
                  "{code: {eq: \"45A%02d\"}, region: {code: {eq: \"R%d\"}}}".formatted(i % 100, i))
              .collect(Collectors.joining(" "));
      client.ask("{ products(where: {OR: [" + members + "]}) { code } }");
      client.readToEnd();
    }
  },
  /// Asks for all groups with lists in their keys.
  GROUPS(8) {
    @Override
    void once(Client client) throws IOException {
      client.ask(
          "{ productsConnection { groups(first: 100) { key { code segments { code } } count { nodes"
              + " } } } }");
      client.readToEnd();
    }
  },
  /// Goes round and round in a filter.
  ROUND_TRIPS(4) {
    @Override
    void once(Client client) throws IOException {
      client.ask(
          """
          { products(where: {segments: {some: {products: {some: {segments: {some: {products: {some:
          {segments: {some: {products: {some: {code: {eq: "45A04"}}}}}}}}}}}}}}) { code } }
          """);
      client.readToEnd();
    }
  },
  /// Opens a WebSocket.
  WEB_SOCKET(8) {
    @Override
    void once(Client client) throws IOException {
      client.send(
          String.join(
              "\r\n",
              "GET /graphql HTTP/1.1",
              "Host: 127.0.0.1",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
              "",
              ""));
      client.readToEnd();
    }
  },
  /// Sends what is no GraphQL, with a token that is none.
  NONSENSE(8) {
    @Override
    void once(Client client) throws IOException {
      var open = "{a".repeat(2_000);
      client.send(
          "POST /graphql HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer a.b.c\r\nContent-Length: "
              + (open.length() + 12)
              + "\r\n\r\n{\"query\":\""
              + open
              + "\"}");
      client.readToEnd();
    }
  };

  private static final String LISTS_IN_LISTS =
      "{ products { segments { products { segments { products { globalId: id name } } } } } }";

  private final int clients;

  Attack(int clients) {
    this.clients = clients;
  }

  /// Returns how many clients do it at once.
  int clients() {
    return clients;
  }

  abstract void once(Client client) throws IOException, InterruptedException;

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private static String pick(String... of) {
    return of[random(of.length)];
  }

  /// One connection of a hostile client.
  ///
  /// @param socket the connection
  /// @param until when it gives up, by [System#nanoTime()]
  record Client(Socket socket, long until) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READ_MILLIS_MAX = 2_000;

    static Client connect(URI server, long until) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
      socket.setSoTimeout(READ_MILLIS_MAX);
      return new Client(socket, until);
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void ask(String query) throws IOException {
      var body = JSON.writeValueAsString(Map.of("query", query));
      send(
          "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
    }

    void readToEnd() throws IOException {
      var buffer = new byte[1 << 16];
      while (socket.getInputStream().read(buffer) >= 0) {
        if (System.nanoTime() > until) {
          return;
        }
      }
    }

    /// Keeps the connection until the attack is over.
    void waitOnOpenConnection() throws InterruptedException {
      while (System.nanoTime() < until) {
        Thread.sleep(100);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
