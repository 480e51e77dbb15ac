package nl.jeugdgraaf.http;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.jeugdgraaf.engine.Answer;
import nl.jeugdgraaf.engine.Request;

/// What the web server needs to answer operations, available once everything behind it has started.
///
/// @param engine checks and plans an operation, or throws a `ProblemException`
/// @param schema the public schema, printed
/// @param ready whether operations can be answered now, for the readiness check
/// @param documents documents that a client can refer to instead of sending them
public record Backend(
    Function<Request, Answer> engine,
    String schema,
    BooleanSupplier ready,
    PersistedDocuments documents) {}
