package nl.jeugdgraaf.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Opens a resource of the program as a path, so that its folder can be listed: in a directory of
/// classes and in a jar.
public final class ResourcePath {
  private ResourcePath() {}

  /// Reads something at the path of a resource. The path is open during the call only.
  ///
  /// @param <T> what is read
  public interface PathReader<T> {
    /// Reads it.
    ///
    /// @param resource path of the resource
    /// @return what was read
    /// @throws IOException if it cannot be read
    T read(Path resource) throws IOException;
  }

  /// {@return what the reader returns for a resource, or nothing when there is no such resource}
  ///
  /// @param <T> what is read
  /// @param name file or folder on the class path, such as `/web/index.html`
  /// @param reader gets the path
  /// @throws UncheckedIOException if the resource cannot be read
  public static <T> Optional<T> read(String name, PathReader<T> reader) {
    var url = ResourcePath.class.getResource(name);
    if (url == null) {
      return Optional.empty();
    }
    try {
      var uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return Optional.of(reader.read(Path.of(uri)));
      }
      try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
        return Optional.of(reader.read(jar.getPath(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
