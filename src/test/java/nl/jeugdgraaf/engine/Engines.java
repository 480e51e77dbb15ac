package nl.jeugdgraaf.engine;

import java.util.ArrayList;
import java.util.function.Function;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.limits.Limits;

/// Makes engines that guard in their own way.
///
/// @param schema the public schema and the rules
/// @param policy what callers may see
/// @param limits what one request may ask
public record Engines(ApiSchema schema, Function<Caller, Permissions> policy, Limits limits) {
  /// {@return an engine with a compiler of its own}
  ///
  /// @param compiler guards what is asked
  /// @param bolt the database
  public Engine with(Compiler compiler, Bolt bolt) {
    var protection =
        new Protection(policy, new RecordingAudit(new ArrayList<>()), TestDatabase.CURSORS);
    return new Engine(compiler, schema, bolt, protection, limits);
  }
}
