package nl.jeugdgraaf;

import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.http.Server;
import nl.jeugdgraaf.http.Service;
import nl.jeugdgraaf.limits.Limits;

/// Starts the server.
public final class Main {
  private Main() {}

  /// Starts the server.
  ///
  /// @param arguments none
  public static void main(String[] arguments) {
    var settings = Settings.read(System.getenv());
    var server = Server.start(settings.host(), settings.port(), Limits.DEFAULT);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    var engine = new Engine();
    server.serve(new Service(engine::prepare, "type Query { a: Int }", () -> true));
    System.out.println(server.address());
  }
}
