package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The records and heads of a directory, as files that grow. Written by one thread; what it states
/// may be read by several.
final class Chain implements AutoCloseable {
  private final AppendOnlyFile records;
  private final AppendOnlyFile heads;
  private final AuditKeys keys;
  private volatile ChainLink last = ChainLink.genesis();
  private long signed;

  private Chain(AppendOnlyFile records, AppendOnlyFile heads, AuditKeys keys) {
    this.records = records;
    this.heads = heads;
    this.keys = keys;
  }

  /// Opens the files of a directory that is claimed, and makes them where there are none.
  static Chain open(Path directory, AuditKeys keys, AppendOnlyFile.Force force) throws IOException {
    var records = AppendOnlyFile.open(directory.resolve(AuditLog.RECORDS), force);
    try {
      var heads = AppendOnlyFile.open(directory.resolve(AuditLog.HEADS), force);
      var chain = new Chain(records, heads, keys);
      boolean isOpen = false;
      try {
        chain.recover();
        isOpen = true;
      } finally {
        if (!isOpen) {
          heads.close();
        }
      }
      return chain;
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private void recover() throws IOException {
    Recovery.cutUnfinished(records);
    Recovery.cutUnfinished(heads);
    var head = Recovery.lastHead(heads, keys);
    if (head.isPresent()) {
      last = Recovery.lastRecord(records, head.get());
      signed = head.get().seq();
    } else if (records.size() == 0) {
      // Before the first record, so that a log without heads is always one that lost them.
      writeHead();
    } else {
      throw Recovery.broken(heads, "is empty, but there are records");
    }
  }

  /// Appends records; returns when they are on disk.
  ///
  /// @throws IOException if they are not, or nobody knows
  void append(List<byte[]> bodies) throws IOException {
    if (heads.isGivenUp()) {
      throw new IOException(heads.path() + " was given up after an earlier failure");
    }
    var bytes = new ByteArrayOutputStream();
    var link = last;
    for (var body : bodies) {
      link = link.next(body, bytes);
    }
    records.append(bytes.toByteArray());
    last = link;
  }

  /// Returns how many records no head confirms.
  long unsigned() {
    return last.seq() - signed;
  }

  /// Appends a head.
  void writeHead() throws IOException {
    var head = head();
    heads.append((head + "\n").getBytes(StandardCharsets.US_ASCII));
    signed = head.seq();
  }

  AuditHead head() {
    var link = last;
    return AuditHead.sign(link.seq(), link.hash(), Instant.now(), keys);
  }

  /// Returns how long the file of records is.
  long size() {
    return records.size();
  }

  boolean isGivenUp() {
    return records.isGivenUp() || heads.isGivenUp();
  }

  @Override
  public void close() throws IOException {
    try (records) {
      heads.close();
    }
  }
}
