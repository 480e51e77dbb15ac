package nl.jeugdgraaf.audit;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// A record about a person, as the index orders them: by section of the log, then by person, then
/// by time.
///
/// By section, because new records are then near each other in the index, however large it is: what
/// it costs to add them does not grow. A search looks into each section.
///
/// @param high the first half of the person's pseudonym
/// @param low the second half
/// @param start when the recorded operation began, in milliseconds since 1970
/// @param position where the line of the record begins
record IndexKey(long high, long low, long start, long position) implements Comparable<IndexKey> {
  /// The order of what a search finds.
  static final Comparator<IndexKey> BY_TIME =
      Comparator.comparingLong(IndexKey::start).thenComparingLong(IndexKey::position);

  private static final int SECTION_BITS = 24;
  private static final Comparator<IndexKey> ORDER =
      Comparator.comparingLong(IndexKey::section)
          .thenComparingLong(IndexKey::high)
          .thenComparingLong(IndexKey::low)
          .thenComparingLong(IndexKey::start)
          .thenComparingLong(IndexKey::position);

  /// Returns the key of a record.
  ///
  /// @throws IllegalArgumentException if the text is not a pseudonym
  static IndexKey of(String pseudonym, long start, long position) {
    var bytes = Base64.getUrlDecoder().decode(pseudonym);
    if (bytes.length != 2 * Long.BYTES) {
      throw new IllegalArgumentException("a pseudonym has 128 bits");
    }
    var halves = ByteBuffer.wrap(bytes);
    return new IndexKey(halves.getLong(), halves.getLong(), start, position);
  }

  /// Returns where the section after that of a position begins.
  static long nextSection(long position) {
    return ((position >> SECTION_BITS) + 1) << SECTION_BITS;
  }

  private long section() {
    return position >> SECTION_BITS;
  }

  boolean isBeside(IndexKey other) {
    return section() == other.section() && isOfSamePerson(other);
  }

  private boolean isOfSamePerson(IndexKey other) {
    return high == other.high && low == other.low;
  }

  @Override
  public int compareTo(IndexKey other) {
    return ORDER.compare(this, other);
  }

  /// Keys as bytes. On a page of the index, the next record about the same person is written as the
  /// difference.
  static final class Type extends BasicDataType<IndexKey> {
    private static final int MEMORY_BYTES = 56;
    private static final IndexKey NONE = new IndexKey(0, 0, 0, 0);

    @Override
    public int compare(IndexKey one, IndexKey other) {
      return one.compareTo(other);
    }

    @Override
    public int getMemory(IndexKey key) {
      return MEMORY_BYTES;
    }

    @Override
    public IndexKey[] createStorage(int size) {
      return new IndexKey[size];
    }

    @Override
    public void write(WriteBuffer out, IndexKey key) {
      write(out, key, NONE);
    }

    @Override
    public IndexKey read(ByteBuffer in) {
      return read(in, NONE);
    }

    @Override
    public void write(WriteBuffer out, Object keys, int count) {
      var before = NONE;
      int sum = 0;
      for (int i = 0; i < count; i++) {
        var key = ((IndexKey[]) keys)[i];
        write(out, key, before);
        sum = sum(sum, key);
        before = key;
      }
      out.putInt(sum);
    }

    @Override
    public void read(ByteBuffer in, Object keys, int count) {
      var before = NONE;
      int sum = 0;
      for (int i = 0; i < count; i++) {
        before = read(in, before);
        ((IndexKey[]) keys)[i] = before;
        sum = sum(sum, before);
      }
      if (in.getInt() != sum) {
        throw new IllegalStateException("a page of the index is damaged");
      }
    }

    /// The library does not notice that a page is damaged, and records would be missing.
    private static int sum(int sum, IndexKey key) {
      int own = Long.hashCode(key.high ^ key.low * 31) * 31 + Long.hashCode(key.start);
      return (sum * 31 + own) * 31 + Long.hashCode(key.position);
    }

    private static void write(WriteBuffer out, IndexKey key, IndexKey before) {
      if (key.isOfSamePerson(before)) {
        out.put((byte) 1);
      } else {
        out.put((byte) 0).putLong(key.high).putLong(key.low);
      }
      out.putVarLong(unsigned(key.start - before.start));
      out.putVarLong(unsigned(key.position - before.position));
    }

    /// Makes a short number of a small one, also of one below zero.
    private static long unsigned(long difference) {
      return difference << 1 ^ difference >> (Long.SIZE - 1);
    }

    private static long difference(ByteBuffer in) {
      long unsigned = DataUtils.readVarLong(in);
      return unsigned >>> 1 ^ -(unsigned & 1);
    }

    private static IndexKey read(ByteBuffer in, IndexKey before) {
      boolean isOfSamePerson = in.get() == 1;
      long high = isOfSamePerson ? before.high : in.getLong();
      long low = isOfSamePerson ? before.low : in.getLong();
      long start = before.start + difference(in);
      return new IndexKey(high, low, start, before.position + difference(in));
    }
  }
}
