package nl.jeugdgraaf.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.jeugdgraaf.problem.Bug;

/// One record as one line of JSON: keys in a fixed order, the hash last, over all before it.
final class AuditLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH = ",\"hash\":\"";
  private static final int HASH_CHARACTERS = 64;

  private AuditLine() {}

  /// Returns the line of a record, without its end.
  static String write(AuditRecord record, String keyId) {
    var entry = record.entry();
    var line = new LinkedHashMap<String, Object>();
    line.put("seq", record.seq());
    line.put("start", entry.period().start().toString());
    line.put("end", entry.period().end().toString());
    line.put("event", entry.event().kind().name());
    line.put("outcome", entry.event().outcome().name());
    line.put("reason", entry.event().reason());
    line.put("role", entry.actor().role());
    line.put("organisation", entry.actor().organisation());
    line.put("user", entry.actor().user());
    line.put("purpose", entry.actor().purpose());
    line.put("network", entry.actor().address());
    line.put("subject", entry.data().subject());
    line.put("objects", entry.data().objects());
    line.put("fields", entry.data().fields());
    line.put("operation", entry.operation().name());
    line.put("document", entry.operation().documentHash());
    line.put("rules", entry.operation().rules());
    line.put("system", record.system());
    line.put("keyId", keyId);
    line.put("prevHash", record.previousHash());
    try {
      var content = JSON.writeValueAsString(line);
      return content.substring(0, content.length() - 1) + HASH + hash(content) + "\"}";
    } catch (JsonProcessingException e) {
      throw new Bug("an audit record that is no JSON: " + e.getOriginalMessage());
    }
  }

  /// Returns the hash that a line states.
  static Optional<String> stated(String line) {
    int at = line.length() - HASH_CHARACTERS - 2;
    return at > HASH.length() && line.startsWith(HASH, at - HASH.length()) && line.endsWith("\"}")
        ? Optional.of(line.substring(at, at + HASH_CHARACTERS))
        : Optional.empty();
  }

  /// Returns whether a line has the hash that it states.
  static boolean isWhole(String line) {
    int cut = line.length() - HASH_CHARACTERS - 2 - HASH.length();
    return stated(line).filter(hash -> hash.equals(hash(line.substring(0, cut) + "}"))).isPresent();
  }

  /// Reads a record, without looking at its hash.
  static Optional<AuditRecord> read(String line) {
    try {
      var json = JSON.readTree(line);
      return json == null || !json.isObject() ? Optional.empty() : Optional.of(record(json));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static AuditRecord record(JsonNode json) {
    var fields = new ArrayList<String>();
    json.path("fields").forEach(field -> fields.add(field.asText()));
    var entry =
        new AuditEntry(
            new AuditEntry.Event(
                AuditEntry.Kind.valueOf(json.path("event").asText()),
                AuditEntry.Outcome.valueOf(json.path("outcome").asText()),
                json.path("reason").asText()),
            new AuditEntry.Actor(
                json.path("role").asText(),
                json.path("organisation").asText(),
                json.path("user").asText(),
                json.path("purpose").asText(),
                json.path("network").asText()),
            new AuditEntry.Data(
                json.path("subject").asText(), json.path("objects").asLong(), fields),
            new AuditEntry.Operation(
                json.path("operation").asText(),
                json.path("document").asText(),
                json.path("rules").asText()),
            new AuditEntry.Period(
                Instant.parse(json.path("start").asText()),
                Instant.parse(json.path("end").asText())));
    return new AuditRecord(
        json.path("seq").asLong(),
        entry,
        json.path("system").asText(),
        json.path("prevHash").asText(),
        json.path("hash").asText());
  }

  /// Returns SHA-256 of a text in UTF-8, in hexadecimal.
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
