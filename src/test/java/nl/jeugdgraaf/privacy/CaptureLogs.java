package nl.jeugdgraaf.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/// Keeps all that the tests' own process logs and prints, before the first test runs: of this
/// program at every level, of libraries at those of the program.
///
/// JUnit finds it by its name in `META-INF/services`, so no test can forget it.
public final class CaptureLogs implements LauncherSessionListener {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  /// As the program writes it, with the whole name of the logger.
  private static final String PATTERN = "%level %logger %msg%n%trace";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (BEGUN.getAndSet(true)) {
      return;
    }
    try {
      removeEarlier();
      Captured.output();
      keepEveryLevel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeEarlier() throws IOException {
    if (Files.exists(Captured.DIRECTORY)) {
      try (var paths = Files.walk(Captured.DIRECTORY)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(Captured.DIRECTORY);
  }

  private static void keepEveryLevel() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var terminal = root.getAppender("terminal");
    var quiet = new ThresholdFilter();
    quiet.setLevel(context.getLogger("nl.jeugdgraaf").getLevel().toString());
    quiet.start();
    terminal.addFilter(quiet);
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    var file = new FileAppender<ILoggingEvent>();
    file.setContext(context);
    file.setName("captured");
    file.setFile(Captured.DIRECTORY.resolve("loggers.log").toString());
    file.setEncoder(encoder);
    file.start();
    root.addAppender(file);
    context.getLogger("nl.jeugdgraaf").setLevel(Level.TRACE);
  }
}
