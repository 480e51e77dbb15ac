package nl.jeugdgraaf.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.jeugdgraaf.digest.Sha256;

/// The place of a record in the chain, as its line states it.
///
/// A line is `{"v":1,"seq":…,"prevHash":"…",…,"hash":"…"}`. Its hash is that of all bytes before
/// `,"hash"`, so it can be checked without parsing JSON.
///
/// @param seq number of the record
/// @param prevHash hash of the record before
/// @param hash hash of this record
/// @param isSound whether the hash matches the content
record ChainLink(long seq, String prevHash, String hash, boolean isSound) {
  /// The hash before the first record.
  static final String GENESIS = "0".repeat(Sha256.HEX_LENGTH);

  /// Longest line, without its line end. Bounds the memory of readers.
  static final int LINE_BYTES_MAX = 1 << 20;

  private static final String BEGIN = "{\"v\":1,\"seq\":";
  private static final String PREVIOUS = ",\"prevHash\":\"";
  private static final String HASH = ",\"hash\":\"";
  private static final String END = "\"}";
  private static final int TAIL_LENGTH = HASH.length() + Sha256.HEX_LENGTH + END.length();
  private static final int HEAD_LENGTH_MAX = 120;

  private static final String HEX = "([0-9a-f]{64})\"";
  private static final Pattern HEAD =
      Pattern.compile(Pattern.quote(BEGIN) + "([1-9][0-9]{0,17})" + PREVIOUS + HEX + ",");
  private static final Pattern TAIL = Pattern.compile(HASH + HEX + "}");

  /// The place before the first record.
  static ChainLink genesis() {
    return new ChainLink(0, GENESIS, GENESIS, true);
  }

  /// Writes the line of the next record, with its line end.
  ///
  /// @param body the part of the line between its place and its hash
  /// @param out where to write the line
  /// @return the place of the next record
  ChainLink next(byte[] body, ByteArrayOutputStream out) {
    var content = new ByteArrayOutputStream(body.length + HEAD_LENGTH_MAX);
    content.writeBytes(ascii(BEGIN + (seq + 1) + PREVIOUS + hash + "\","));
    content.writeBytes(body);
    var bytes = content.toByteArray();
    var next = new ChainLink(seq + 1, hash, Sha256.hex(bytes), true);
    out.writeBytes(bytes);
    out.writeBytes(ascii(HASH + next.hash + END + "\n"));
    return next;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Reads the place of a record.
  ///
  /// @param line a line without its line end
  /// @return the place; empty if the line does not have the form of a record
  static Optional<ChainLink> parse(byte[] line) {
    int contentLength = line.length - TAIL_LENGTH;
    if (contentLength < 0) {
      return Optional.empty();
    }
    var start = new String(line, 0, Math.min(line.length, HEAD_LENGTH_MAX), StandardCharsets.UTF_8);
    var end = new String(line, contentLength, TAIL_LENGTH, StandardCharsets.UTF_8);
    var head = HEAD.matcher(start);
    var tail = TAIL.matcher(end);
    if (!head.lookingAt() || !tail.matches()) {
      return Optional.empty();
    }
    var hash = tail.group(1);
    return Optional.of(
        new ChainLink(
            Long.parseLong(head.group(1)),
            head.group(2),
            hash,
            Sha256.hex(line, contentLength).equals(hash)));
  }

  /// Tells whether this record was written directly after another.
  boolean follows(ChainLink previous) {
    return isSound && seq == previous.seq + 1 && prevHash.equals(previous.hash);
  }
}
