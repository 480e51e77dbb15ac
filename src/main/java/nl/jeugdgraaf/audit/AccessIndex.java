package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.jeugdgraaf.digest.Sha256;
import nl.jeugdgraaf.files.OwnerOnlyFiles;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.IntegerDataType;
import org.jspecify.annotations.Nullable;

/// An index of the records by person and time, in a file. For one thread.
///
/// All of it is derived from the records: an index that cannot be read, was made with other keys,
/// or does not end with a record that is still in its place, is made anew.
final class AccessIndex implements AutoCloseable {
  static final String FILE = "audit.index";

  private static final Logger LOG = System.getLogger(AccessIndex.class.getName());
  private static final String FORM = "1";
  private static final String STATE = "state";
  private static final int CACHE_MEGABYTES = 8;
  private static final int KEYS_PER_PAGE = 256;

  /// Entries that are added at once.
  private static final int ADDED_MAX = 50_000;

  /// Memory for what is not committed, if it can be more than is added at once.
  private static final int UNCOMMITTED_BYTES = 24_000_000;

  /// A commit writes some pages for each person, so those of some seconds are committed together.
  private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(5);

  private final FileChannel records;
  private final AtomicLong bytesRead;
  private final MVStore store;
  private final MVMap<IndexKey, Integer> places;
  private final MVMap<String, String> states;
  private Extent extent;
  private boolean hasChanged;
  private long committedAt = System.nanoTime();

  /// The part of the records that is in the index.
  ///
  /// @param keyId of the keys of the log
  /// @param end where it ends
  /// @param lastStart where its last line begins
  /// @param lastHash hash of that line
  private record Extent(String keyId, long end, long lastStart, String lastHash) {
    static Extent nothing(String keyId) {
      return new Extent(keyId, 0, 0, "");
    }

    String text() {
      return String.join(" ", FORM, keyId, Long.toString(end), Long.toString(lastStart), lastHash);
    }

    static Optional<Extent> parse(@Nullable String text) {
      var parts = text == null ? new String[0] : text.split(" ");
      return parts.length == 5 && parts[0].equals(FORM)
          ? Optional.of(
              new Extent(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), parts[4]))
          : Optional.empty();
    }
  }

  /// The line of a record.
  ///
  /// @param position where it begins
  /// @param length its bytes, without its line end
  record Place(long position, int length) {
    byte[] read(FileChannel records) throws IOException {
      var bytes = ByteBuffer.allocate(length);
      int count = 0;
      while (bytes.hasRemaining() && count >= 0) {
        count = records.read(bytes, position + bytes.position());
      }
      return bytes.array();
    }
  }

  private AccessIndex(FileChannel records, AtomicLong bytesRead, String keyId, MVStore store) {
    this.records = records;
    this.bytesRead = bytesRead;
    this.store = store;
    this.places =
        store.openMap(
            "places",
            new MVMap.Builder<IndexKey, Integer>()
                .keyType(new IndexKey.Type())
                .valueType(IntegerDataType.INSTANCE));
    this.states = store.openMap(STATE);
    this.extent = Extent.parse(states.get(STATE)).orElse(Extent.nothing(keyId));
  }

  /// Opens the index of a directory, and begins one if there is none that fits.
  ///
  /// @param directory where the log is
  /// @param records the file of records
  /// @param end end of the part of that file that is known to be on disk
  /// @param keyId of the keys of the log
  /// @param bytesRead counts the bytes of records that are read
  static AccessIndex open(
      Path directory, FileChannel records, long end, String keyId, AtomicLong bytesRead)
      throws IOException {
    var file = directory.resolve(FILE);
    if (Files.exists(file) && OwnerOnlyFiles.isOwn(file)) {
      var found = existing(file, records, bytesRead, keyId);
      if (found.isPresent() && found.get().fits(end, keyId)) {
        return found.get();
      }
      found.ifPresent(index -> index.store.closeImmediately());
    }
    if (Files.deleteIfExists(file) || end > 0) {
      LOG.log(Level.INFO, "{0}: made anew from {1} bytes of records", file, end);
    }
    return new AccessIndex(records, bytesRead, keyId, store(file));
  }

  private static Optional<AccessIndex> existing(
      Path file, FileChannel records, AtomicLong bytesRead, String keyId) throws IOException {
    MVStore store = null;
    AccessIndex index = null;
    try {
      store = store(file);
      index = new AccessIndex(records, bytesRead, keyId, store);
    } catch (MVStoreException | IllegalArgumentException _) {
      // It cannot be read.
    } finally {
      if (store != null && index == null) {
        store.closeImmediately();
      }
    }
    return Optional.ofNullable(index);
  }

  private static MVStore store(Path file) throws IOException {
    OwnerOnlyFiles.open(file).close();
    return new MVStore.Builder()
        .fileName(file.toAbsolutePath().toString())
        .cacheSize(CACHE_MEGABYTES)
        .keysPerPage(KEYS_PER_PAGE)
        .autoCommitDisabled()
        .autoCommitBufferSize(0)
        .open();
  }

  private boolean fits(long onDisk, String keyId) throws IOException {
    if (!extent.keyId.equals(keyId) || extent.end > onDisk || extent.lastStart > extent.end) {
      return false;
    }
    return extent.end == 0
        || Sha256.hex(line(extent.lastStart, extent.end)).equals(extent.lastHash);
  }

  private byte[] line(long start, long end) throws IOException {
    var lines = new LineReader(records, start, end);
    var line = lines.next().orElse(new byte[0]);
    bytesRead.addAndGet(end - start);
    return line;
  }

  /// {@return the position up to which the records are in the index}
  long end() {
    return extent.end;
  }

  /// Adds the next records, up to a position or somewhat less.
  ///
  /// @throws IOException if the file cannot be read, or does not hold lines up to there
  void add(long until) throws IOException {
    var lines = new LineReader(records, extent.end, until);
    var found = new TreeMap<IndexKey, Integer>();
    var start = extent.end;
    var last = lines.next();
    if (last.isEmpty()) {
      throw new IOException("no line of a record begins at " + start);
    }
    for (var line = last; line.isPresent(); ) {
      last = line;
      put(found, line.get(), start);
      if (found.size() >= ADDED_MAX) {
        break;
      }
      var next = lines.next();
      if (next.isPresent()) {
        start = lines.finished() - next.get().length - 1;
      }
      line = next;
    }
    // In order, since a page that is written once is written for all its keys.
    places.putAll(found);
    bytesRead.addAndGet(lines.finished() - extent.end);
    extent = new Extent(extent.keyId, lines.finished(), start, Sha256.hex(last.orElseThrow()));
    hasChanged = true;
    if (store.getUnsavedMemory() > UNCOMMITTED_BYTES) {
      commit();
    }
  }

  /// A line that is not a record is about nobody.
  private static void put(Map<IndexKey, Integer> found, byte[] line, long position) {
    var subjects = RecordJson.subjects(line);
    if (subjects.isPresent()) {
      try {
        for (var pseudonym : subjects.get().pseudonyms()) {
          found.put(IndexKey.of(pseudonym, subjects.get().start(), position), line.length);
        }
      } catch (IllegalArgumentException _) {
        // A text in place of a pseudonym names nobody.
      }
    }
  }

  /// Commits what was added, unless that was done some seconds ago.
  void commitWhenDue() {
    if (hasChanged && System.nanoTime() - committedAt > COMMITTED_WITHIN.toNanos()) {
      commit();
    }
  }

  private void commit() {
    states.put(STATE, extent.text());
    store.commit();
    hasChanged = false;
    committedAt = System.nanoTime();
  }

  /// Returns where the records about a person are, the earliest first.
  List<Place> find(AccessQuery query) {
    var found = new TreeMap<IndexKey, Place>(IndexKey.BY_TIME);
    for (long section = 0; section < extent.end; section = IndexKey.nextSection(section)) {
      find(query, section, found);
    }
    return found.values().stream().limit(query.limit()).toList();
  }

  private void find(AccessQuery query, long section, Map<IndexKey, Place> found) {
    var first = IndexKey.of(query.pseudonym(), query.from(), section);
    var cursor = places.cursor(first);
    for (int count = 0; count < query.limit() && cursor.hasNext(); count++) {
      var key = cursor.next();
      if (!key.isBeside(first) || key.start() >= query.to()) {
        break;
      }
      found.put(key, new Place(key.position(), cursor.getValue()));
    }
  }

  @Override
  public void close() {
    if (!store.isClosed() && hasChanged) {
      commit();
    }
    store.close();
  }
}
