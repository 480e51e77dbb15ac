package nl.jeugdgraaf.privacy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What the servers under test logged and answered, kept until [LogScan] has read it.
public final class Captured {
  /// Where all of it is kept.
  static final Path ALL = Path.of("target", "captured");

  /// Where the processes of this fork of the tests keep theirs.
  static final Path DIRECTORY = ALL.resolve(System.getProperty("fork", "1"));

  private Captured() {}

  /// Copies what this process prints from now on into a file of its own.
  static void output() throws IOException {
    var name = "process-" + ProcessHandle.current().pid() + ".log";
    System.setOut(both(System.out, file(name)));
    System.setErr(both(System.err, file(name)));
  }

  private static OutputStream file(String name) throws IOException {
    Files.createDirectories(DIRECTORY);
    return new FileOutputStream(DIRECTORY.resolve(name).toFile(), true);
  }

  private static PrintStream both(OutputStream one, OutputStream other) {
    return new PrintStream(new Copying(one, other), true, StandardCharsets.UTF_8);
  }

  /// Keeps a text that a client got: metrics, or errors.
  ///
  /// @param from what gave it, such as `metrics`
  /// @param text the text
  public static void text(String from, String text) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(
          DIRECTORY.resolve(from + ".log"),
          text + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the log files of a database, whose directory is about to be deleted.
  ///
  /// @param logs folder of the files
  public static void logs(Path logs) throws IOException {
    var kept = DIRECTORY.resolve(logs.toAbsolutePath().getParent().getFileName());
    Files.createDirectories(kept);
    try (var files = Files.list(logs)) {
      for (var file : files.toList()) {
        Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// Writes to two streams. Nothing waits in it when the process is killed.
  private static final class Copying extends OutputStream {
    private final OutputStream one;
    private final OutputStream other;

    Copying(OutputStream one, OutputStream other) {
      super();
      this.one = one;
      this.other = other;
    }

    @Override
    public void write(int octet) throws IOException {
      one.write(octet);
      other.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      one.write(octets, from, length);
      other.write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
      one.flush();
    }
  }
}
