package nl.jeugdgraaf.execute;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Cursors: places in an order, sealed with a key of the server. May be used by several threads.
///
/// A cursor holds the values by which its row is sorted, and a digest of the list to which it
/// belongs: field, ordering, conditions and who may see it. It is encrypted and authenticated
/// (AES-GCM), so that nothing can be read in it, changed, or used with another list or by another
/// caller. The nonce is a keyed hash of the content: one place has one cursor, and no nonce serves
/// two contents.
public final class Cursors {
  /// Length of a key.
  public static final int KEY_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;

  private final SecretKeySpec sealing;
  private final SecretKeySpec hashing;
  private final String holder;

  /// Uses a key.
  ///
  /// @param key [#KEY_BYTES] bytes; servers with one key read each other's cursors
  public Cursors(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key has " + key.length + " bytes, must have " + KEY_BYTES);
    }
    this(
        new SecretKeySpec(hash(new SecretKeySpec(key, HMAC), "seal"), "AES"),
        new SecretKeySpec(hash(new SecretKeySpec(key, HMAC), "nonce"), HMAC),
        "");
  }

  private Cursors(SecretKeySpec sealing, SecretKeySpec hashing, String holder) {
    this.sealing = sealing;
    this.hashing = hashing;
    this.holder = holder;
  }

  /// Uses a key that nobody else has: cursors end with the process.
  ///
  /// @return the cursors of this process
  public static Cursors ofThisProcess() {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new Cursors(key);
  }

  /// Returns the cursors of one caller, which no other can use.
  ///
  /// @param access what the caller may see
  /// @return cursors with the same keys; callers who see the same hold the same
  public Cursors heldBy(Permissions access) {
    var text = new StringBuilder(access.shape());
    new TreeMap<>(access.values())
        .forEach((name, value) -> {
          var written = value.toString();
          text.append(' ').append(name).append(' ').append(written.length()).append(written);
        });
    return new Cursors(sealing, hashing, text.toString());
  }

  private static byte[] hash(SecretKeySpec key, String text) {
    return hash(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hash(SecretKeySpec key, byte[] content) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /// Returns what tells one list from another.
  ///
  /// @param text field, ordering, conditions
  /// @return a keyed hash of it, and of who holds these cursors
  public long digest(String text) {
    var hash = hash(hashing, holder + text);
    long digest = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      digest = digest << Byte.SIZE | (hash[i] & 0xFF);
    }
    return digest;
  }

  /// Writes a cursor.
  ///
  /// @param digest of the list
  /// @param values by which the row is sorted: texts, whole and other numbers, truth values, days,
  ///   moments, or null
  /// @return the cursor
  public String write(long digest, List<? extends @Nullable Object> values) {
    var content = content(digest, values);
    var nonce = Arrays.copyOf(hash(hashing, content), NONCE_BYTES);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /// Reads a cursor.
  ///
  /// @param cursor what a client sent
  /// @param digest of the list in which it is used
  /// @return the values by which the row was sorted
  /// @throws ProblemException `BAD_CURSOR` if it is not one of this server, or of another list
  public List<@Nullable Object> read(String cursor, long digest) {
    try (var in = new DataInputStream(new ByteArrayInputStream(open(cursor)))) {
      if (in.readByte() != VERSION || in.readLong() != digest) {
        throw new ProblemException(
            Code.BAD_CURSOR,
            "The cursor belongs to another list: field, where, sort, asOf and caller must be those"
                + " that gave it. Start again without it.");
      }
      var values = new ArrayList<@Nullable Object>();
      for (int left = in.readByte(); left > 0; left--) {
        values.add(value(in));
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] open(String cursor) {
    try {
      var all = Base64.getUrlDecoder().decode(cursor);
      if (all.length > NONCE_BYTES) {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
            .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      }
    } catch (IllegalArgumentException | GeneralSecurityException _) {
      // Told below, the same for every way in which it can be wrong.
    }
    throw new ProblemException(
        Code.BAD_CURSOR,
        "The cursor is not one of this server, was changed, or is from before a restart. Start"
            + " again without it.");
  }

  private static byte[] content(long digest, List<? extends @Nullable Object> values) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(digest);
      out.writeByte(values.size());
      for (var value : values) {
        write(out, value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('0');
      case String text -> {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('s');
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case Boolean truth -> out.writeByte(truth ? '+' : '-');
      case LocalDate day -> {
        out.writeByte('t');
        out.writeLong(day.toEpochDay());
      }
      case OffsetDateTime moment -> {
        out.writeByte('m');
        out.writeUTF(moment.toString());
      }
      default -> throw new IllegalArgumentException("no cursor holds a " + value.getClass());
    }
  }

  private static @Nullable Object value(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case '0' -> null;
      case 's' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case '+' -> true;
      case '-' -> false;
      case 't' -> LocalDate.ofEpochDay(in.readLong());
      case 'm' -> OffsetDateTime.parse(in.readUTF());
      default -> throw new IOException("a sealed cursor holds something else");
    };
  }
}
