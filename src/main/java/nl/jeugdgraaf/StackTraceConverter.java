package nl.jeugdgraaf;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the stack trace of an exception into the log, with the message of our own exceptions and
/// of those about files and connections. Any other message can quote data: that of a driver, of a
/// parser, or of a conversion that failed.
public final class StackTraceConverter extends ThrowableHandlingConverter {
  private static final List<String> MESSAGES_SHOWN =
      List.of("nl.jeugdgraaf.", "java.io.", "java.net.", "java.nio.");

  /// Creates a converter; the logging does that, by the name of the class.
  public StackTraceConverter() {
    super();
  }

  @Override
  public String convert(ILoggingEvent event) {
    var text = new StringBuilder();
    append(text, "", event.getThrowableProxy());
    return text.toString();
  }

  private static void append(StringBuilder text, String word, @Nullable IThrowableProxy thrown) {
    if (thrown == null) {
      return;
    }
    text.append(word).append(thrown.getClassName());
    if (MESSAGES_SHOWN.stream().anyMatch(thrown.getClassName()::startsWith)) {
      text.append(": ").append(thrown.getMessage());
    }
    text.append(System.lineSeparator());
    for (var frame : thrown.getStackTraceElementProxyArray()) {
      text.append('\t').append(frame.getSTEAsString()).append(System.lineSeparator());
    }
    for (var suppressed : thrown.getSuppressed()) {
      append(text, "Suppressed: ", suppressed);
    }
    append(text, "Caused by: ", thrown.getCause());
  }
}
