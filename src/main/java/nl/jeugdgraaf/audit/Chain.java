package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The records and heads of a directory, as files that grow. Written by one thread; its end and
/// state may be read by several.
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

  /// Opens the files of a directory that is locked, and creates those that do not exist.
  static Chain open(Path directory, AuditKeys keys, AppendOnlyFile.Force force) throws IOException {
    var records = AppendOnlyFile.open(directory.resolve(AuditLog.RECORDS), force);
    try {
      var heads = AppendOnlyFile.open(directory.resolve(AuditLog.HEADS), force);
      var chain = new Chain(records, heads, keys);
      boolean isOpen = false;
      try {
        chain.recover();
        keys.publicKey().publish(directory);
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
      // Written before the first record, so that a log without heads is one that lost them.
      writeHead();
    } else {
      throw Recovery.broken(heads, "is empty, but there are records");
    }
  }

  /// Appends records, and returns when they are on disk.
  ///
  /// @throws IOException if they are not on disk, or if that is unknown
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

  /// {@return the number of the last record}
  long lastSeq() {
    return last.seq();
  }

  /// {@return how many records no head confirms yet}
  long unsigned() {
    return last.seq() - signed;
  }

  /// Signs the last record and appends the head.
  void writeHead() throws IOException {
    var head = AuditHead.sign(last.seq(), last.hash(), Instant.now(), keys);
    heads.append((head + "\n").getBytes(StandardCharsets.US_ASCII));
    signed = head.seq();
  }

  /// {@return length of the file of records, in bytes}
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
