package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Address;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.engine.Engine;
import nl.jeugdgraaf.engine.Planner;
import nl.jeugdgraaf.engine.Protection;
import nl.jeugdgraaf.engine.Request;
import nl.jeugdgraaf.execute.Cursors;
import nl.jeugdgraaf.limits.Limits;

/// The statements that this server makes, to be laid beside those written by hand.
final class Statements {
  private Statements() {}

  /// Writes the statement of each operation into a file of its name.
  static void write(List<BoundOperation> all, Address database, Path directory) throws IOException {
    var schema = ApiSchema.builtIn();
    var policy = new Policy(schema.access(), true);
    var nothing = Protection.none(Cursors.ofThisProcess());
    try (var bolt = Bolt.open(database)) {
      var protection = new Protection(policy::of, nothing.audit(), nothing.cursors());
      var engine = new Engine(Planner.of(schema), bolt, protection, Limits.DEFAULT);
      for (var asked : all) {
        var text = engine.explain(request(asked)).text();
        Files.writeString(directory.resolve(asked.operation().name() + ".cypher"), text + "\n");
      }
    }
  }

  /// Returns what is asked, as the engine takes it.
  static Request request(BoundOperation asked) {
    var asker = asked.asker();
    var caller = new Caller(asker.role(), asker.organisation(), "", asker.purpose(), "");
    return new Request(asked.operation().query(), "", Map.copyOf(asked.variables()), false, caller);
  }
}
