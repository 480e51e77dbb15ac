package nl.jeugdgraaf.http;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.jeugdgraaf.engine.Answer;
import nl.jeugdgraaf.engine.Request;

/// What the server has to offer once everything behind it has started.
///
/// @param engine checks and plans an operation, or ends with a `ProblemException`
/// @param schema the public schema, printed
/// @param ready whether the database can be reached now; asked by the readiness check
/// @param documents what a client can name instead of sending
public record Backend(
    Function<Request, Answer> engine,
    String schema,
    BooleanSupplier ready,
    PersistedDocuments documents) {}
