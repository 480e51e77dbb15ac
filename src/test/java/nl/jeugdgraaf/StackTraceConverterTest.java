package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import nl.jeugdgraaf.problem.Bug;
import org.junit.jupiter.api.Test;

class StackTraceConverterTest {
  private static String converted(Throwable thrown) {
    var event = new LoggingEvent();
    event.setThrowableProxy(new ThrowableProxy(thrown));
    return new StackTraceConverter().convert(event);
  }

  @Test
  void messagesOfLibrariesAreLeftOutAndTheirPlacesAreNot() {
    var thrown = new Bug("no such type");
    thrown.initCause(new NumberFormatException("For input string: \"Jan\""));
    thrown.addSuppressed(new IOException("the disk is full"));
    var text = converted(thrown);
    assertTrue(text.startsWith("nl.jeugdgraaf.problem.Bug: no such type"), text);
    assertTrue(text.contains("Suppressed: java.io.IOException: the disk is full"), text);
    assertTrue(
        text.contains(
            "Caused by: java.lang.NumberFormatException" + System.lineSeparator() + "\tat "),
        text);
    assertFalse(text.contains("Jan"), text);
  }

  @Test
  void aLineWithoutAnExceptionHasNoTrace() {
    assertEquals("", new StackTraceConverter().convert(new LoggingEvent()));
  }
}
