package nl.jeugdgraaf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// What a class logs during a test.
public final class ListenedLog implements BeforeEachCallback, AfterEachCallback {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  /// Listens to the logger of a name.
  public ListenedLog(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    events.list.clear();
    events.start();
    logger.addAppender(events);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    logger.detachAppender(events);
  }

  /// Returns all messages so far.
  public List<String> lines() {
    return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
