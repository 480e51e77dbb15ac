package nl.jeugdgraaf.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.audit.AuditEvent.Act;
import nl.jeugdgraaf.audit.AuditEvent.Action;
import nl.jeugdgraaf.audit.AuditEvent.Actor;
import nl.jeugdgraaf.audit.AuditEvent.Data;
import nl.jeugdgraaf.audit.AuditEvent.Operation;
import nl.jeugdgraaf.audit.AuditEvent.Origin;
import nl.jeugdgraaf.audit.AuditEvent.Outcome;
import nl.jeugdgraaf.audit.AuditRecord.Place;
import nl.jeugdgraaf.audit.AuditRecord.Source;

/// Records as JSON: keys in one order, no space, so that one record has one text.
final class RecordJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private RecordJson() {}

  /// Writes what stands in a line between its place in the chain and its hash.
  ///
  /// @throws IllegalArgumentException if it is longer than a line may be
  static byte[] body(AuditEntry entry, Source source, AuditKeys keys) {
    var bytes = new ByteArrayOutputStream();
    try (var json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("keyId", keys.id());
      write(json, source);
      json.writeStringField("subject", keys.pseudonym(entry.subject()));
      write(json, entry.event());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > ChainLink.LINE_BYTES_MAX / 2) {
      throw new IllegalArgumentException(
          "an entry has %d bytes, may have %d"
              .formatted(bytes.size(), ChainLink.LINE_BYTES_MAX / 2));
    }
    return Arrays.copyOfRange(bytes.toByteArray(), 1, bytes.size() - 1);
  }

  private static void write(JsonGenerator json, Source source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("system", source.system());
    json.writeStringField("version", source.version());
    json.writeStringField("instance", source.instance());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AuditEvent event) throws IOException {
    write(json, event.act());
    write(json, event.actor());
    json.writeObjectFieldStart("data");
    write(json, "types", event.data().types());
    write(json, "fields", event.data().fields());
    json.writeNumberField("count", event.data().count());
    json.writeEndObject();
    json.writeObjectFieldStart("operation");
    json.writeStringField("name", event.operation().name());
    json.writeStringField("documentHash", event.operation().documentHash());
    json.writeStringField("trace", event.operation().trace());
    json.writeEndObject();
    json.writeStringField("rule", event.rule());
  }

  private static void write(JsonGenerator json, Act act) throws IOException {
    json.writeStringField("action", act.action().name());
    json.writeStringField("outcome", act.outcome().name());
    json.writeStringField("reason", act.reason());
    json.writeStringField("start", Moments.text(act.start()));
    json.writeStringField("end", Moments.text(act.end()));
  }

  private static void write(JsonGenerator json, Actor actor) throws IOException {
    json.writeObjectFieldStart("actor");
    json.writeStringField("role", actor.role());
    json.writeStringField("organisation", actor.organisation());
    json.writeStringField("user", actor.user());
    json.writeStringField("purpose", actor.purpose());
    json.writeStringField("transport", actor.origin().transport());
    json.writeStringField("address", actor.origin().address());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /// Reads a line.
  ///
  /// @param line without its end
  /// @return the record, or empty if the line is none
  static Optional<AuditRecord> parse(byte[] line) {
    try {
      return Optional.of(record(MAPPER.readTree(line)));
    } catch (IOException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static AuditRecord record(JsonNode json) {
    var source = json.path("source");
    return new AuditRecord(
        new Place(
            json.path("seq").asLong(),
            text(json, "prevHash"),
            text(json, "hash"),
            text(json, "keyId")),
        new Source(text(source, "system"), text(source, "version"), text(source, "instance")),
        text(json, "subject"),
        event(json));
  }

  private static AuditEvent event(JsonNode json) {
    var data = json.path("data");
    var operation = json.path("operation");
    return new AuditEvent(
        act(json),
        actor(json.path("actor")),
        new Data(texts(data, "types"), texts(data, "fields"), data.path("count").asLong()),
        new Operation(
            text(operation, "name"), text(operation, "documentHash"), text(operation, "trace")),
        text(json, "rule"));
  }

  private static Act act(JsonNode json) {
    return new Act(
        Action.valueOf(text(json, "action")),
        Outcome.valueOf(text(json, "outcome")),
        text(json, "reason"),
        Instant.parse(text(json, "start")),
        Instant.parse(text(json, "end")));
  }

  private static Actor actor(JsonNode json) {
    return new Actor(
        text(json, "role"),
        text(json, "organisation"),
        text(json, "user"),
        text(json, "purpose"),
        new Origin(text(json, "transport"), text(json, "address")));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText();
  }

  private static List<String> texts(JsonNode json, String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
