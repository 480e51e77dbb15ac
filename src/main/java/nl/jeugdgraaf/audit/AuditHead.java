package nl.jeugdgraaf.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A signed statement that this was the last record of the chain at this time.
///
/// A copy that is kept elsewhere proves later that no record before it was changed and that the end
/// was not cut off.
///
/// @param seq number of the last record; 0 for a log without records
/// @param hash its hash; zeros for a log without records
/// @param time when it was signed, in milliseconds
/// @param keyId which key signed it
/// @param signature Ed25519 signature over the other components, in base64
public record AuditHead(long seq, String hash, Instant time, String keyId, String signature) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// The head as one line of JSON without a line end, as [#parse] reads it.
  @Override
  public String toString() {
    return "{\"seq\":%d,\"hash\":\"%s\",\"time\":\"%s\",\"keyId\":\"%s\",\"signature\":\"%s\"}"
        .formatted(seq, hash, Moments.text(time), keyId, signature);
  }

  /// Reads a head.
  ///
  /// @param text what [#toString] gave
  /// @return the head, not checked against any key; empty if the text is not a head
  public static Optional<AuditHead> parse(String text) {
    try {
      var json = MAPPER.readTree(text);
      var head =
          new AuditHead(
              json.path("seq").asLong(),
              json.path("hash").asText(),
              Instant.parse(json.path("time").asText()),
              json.path("keyId").asText(),
              json.path("signature").asText());
      return head.toString().equals(text.strip()) ? Optional.of(head) : Optional.empty();
    } catch (JsonProcessingException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Signs the end of a chain.
  static AuditHead sign(long seq, String hash, Instant time, AuditKeys keys) {
    var signature = keys.sign(signed(seq, hash, time, keys.id()));
    return new AuditHead(seq, hash, Moments.cut(time), keys.id(), signature);
  }

  /// Tells whether the holder of a key signed this head.
  boolean isSignedBy(AuditPublicKey key) {
    return keyId.equals(key.id()) && key.verifies(signed(seq, hash, time, keyId), signature);
  }

  private static byte[] signed(long seq, String hash, Instant time, String keyId) {
    return "jeugdgraaf audit head 1\n%d\n%s\n%s\n%s"
        .formatted(seq, hash, Moments.text(time), keyId)
        .getBytes(StandardCharsets.UTF_8);
  }
}
