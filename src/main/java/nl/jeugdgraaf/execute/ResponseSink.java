package nl.jeugdgraaf.execute;

import java.io.OutputStream;
import java.util.Map;
import java.util.function.Consumer;

/// Where a response leaves the server.
///
/// @param stream takes its bytes
/// @param leaving is told before bytes leave how many objects of which youths are in what was
///   written since the last time; none where they are nobody's data. If it fails, nothing leaves
public record ResponseSink(OutputStream stream, Consumer<Map<String, Long>> leaving) {}
