package nl.jeugdgraaf.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.jeugdgraaf.audit.AuditEntry.Actor;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Operation;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.audit.AuditRecord.Seal;
import nl.jeugdgraaf.audit.AuditRecord.Source;

/// Records as JSON: keys in a fixed order and no white space, so that a record has only one text.
final class RecordJson {
  /// Remembers no names of fields, since pseudonyms are among them.
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build());

  /// Keeps a line short, at some 6 kB.
  private static final int SUBJECTS_MAX = 200;

  /// Leaves room in a line for its place and its hash.
  private static final int BODY_BYTES_MAX = ChainLink.LINE_BYTES_MAX / 2;

  private RecordJson() {}

  /// Writes the part of each line between its place in the chain and its hash. An entry with many
  /// subjects becomes several lines. What consecutive entries of one operation have in common is
  /// written once for all of them.
  ///
  /// @throws IllegalArgumentException if an entry is longer than a line may be
  static List<byte[]> bodies(List<AuditEntry> entries, Source source, AuditKeys keys) {
    var bodies = new ArrayList<byte[]>(entries.size());
    var pseudonyms = keys.pseudonyms();
    Frame frame = null;
    for (var entry : entries) {
      if (frame == null || !frame.isOf(entry)) {
        frame = Frame.of(entry, source, keys);
      }
      var told = told(entry.data(), pseudonyms);
      int from = 0;
      do {
        int to = Math.min(from + SUBJECTS_MAX, told.size());
        bodies.add(frame.body(told.subList(from, to), from == 0 ? entry.data().others() : 0));
        from = to;
      } while (from < told.size());
    }
    return bodies;
  }

  /// Ordered by pseudonym, since the order of the answer tells about its conditions.
  private static List<String> told(Data data, UnaryOperator<String> pseudonyms) {
    var told = new ArrayList<String>(data.subjects().size());
    data.subjects()
        .forEach(
            (subject, objects) -> told.add("\"" + pseudonyms.apply(subject) + "\":" + objects));
    told.sort(null);
    return told;
  }

  /// The text before and after the data of subjects.
  private static final class Frame {
    private final AuditEntry example;
    private final byte[] before;
    private final byte[] after;

    private Frame(AuditEntry example, byte[] before, byte[] after) {
      this.example = example;
      this.before = before;
      this.after = after;
    }

    static Frame of(AuditEntry entry, Source source, AuditKeys keys) {
      var before =
          object(json -> {
            json.writeStringField("keyId", keys.id());
            json.writeStringField("system", source.system());
            json.writeStringField("instance", source.instance());
            json.writeStringField("kind", entry.event().kind().name());
            json.writeStringField("outcome", entry.event().outcome().name());
            json.writeStringField("reason", entry.event().reason());
            json.writeStringField("start", Moments.text(entry.period().start()));
            json.writeStringField("end", Moments.text(entry.period().end()));
            write(json, entry.actor());
          });
      return new Frame(entry, before, object(json -> write(json, entry.operation())));
    }

    boolean isOf(AuditEntry entry) {
      return entry.event().equals(example.event())
          && entry.actor().equals(example.actor())
          && entry.operation().equals(example.operation())
          && entry.period().equals(example.period());
    }

    byte[] body(List<String> told, long others) {
      var own =
          (",\"subjects\":{" + String.join(",", told) + "},\"others\":" + others + ",")
              .getBytes(StandardCharsets.US_ASCII);
      int length = before.length + own.length + after.length;
      if (length > BODY_BYTES_MAX) {
        throw new IllegalArgumentException(
            "an entry has %d bytes, must have at most %d".formatted(length, BODY_BYTES_MAX));
      }
      return ByteBuffer.allocate(length).put(before).put(own).put(after).array();
    }
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /// Returns the fields of an object without its braces.
  private static byte[] object(Fields fields) {
    var bytes = new ByteArrayOutputStream();
    try (var json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOfRange(bytes.toByteArray(), 1, bytes.size() - 1);
  }

  private static void write(JsonGenerator json, Actor actor) throws IOException {
    json.writeStringField("role", actor.role());
    json.writeStringField("organisation", actor.organisation());
    json.writeStringField("user", actor.user());
    json.writeStringField("purpose", actor.purpose());
    json.writeStringField("address", actor.address());
  }

  private static void write(JsonGenerator json, Operation operation) throws IOException {
    json.writeArrayFieldStart("fields");
    for (var field : operation.fields()) {
      json.writeString(field);
    }
    json.writeEndArray();
    json.writeStringField("operation", operation.name());
    json.writeStringField("document", operation.documentHash());
    json.writeStringField("rules", operation.rules());
  }

  /// Reads a line.
  ///
  /// @param line a line without its line end
  /// @return the record; empty if the line is not a record
  static Optional<AuditRecord> parse(byte[] line) {
    try {
      return Optional.of(record(MAPPER.readTree(line)));
    } catch (IOException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whom a record is about.
  ///
  /// @param start when its operation began, in milliseconds since 1970
  /// @param pseudonyms the youths about whom it revealed something
  record Subjects(long start, List<String> pseudonyms) {}

  /// Reads of a line whom the record is about, which is all that the index needs.
  ///
  /// @param line a line without its line end
  /// @return the subjects; empty if the line is not a record
  static Optional<Subjects> subjects(byte[] line) {
    try (var json = MAPPER.createParser(line)) {
      long start = 0;
      var pseudonyms = new ArrayList<String>();
      json.nextToken();
      for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals("start")) {
          start = Instant.parse(json.getText()).toEpochMilli();
        } else if (name.equals("subjects")) {
          for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            pseudonyms.add(key);
            json.nextToken();
          }
        } else {
          json.skipChildren();
        }
      }
      return Optional.of(new Subjects(start, pseudonyms));
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static AuditRecord record(JsonNode json) {
    return new AuditRecord(
        json.path("seq").asLong(),
        entry(json),
        new Source(text(json, "system"), text(json, "instance")),
        new Seal(text(json, "prevHash"), text(json, "hash"), text(json, "keyId")));
  }

  private static AuditEntry entry(JsonNode json) {
    return new AuditEntry(
        new Event(
            Kind.valueOf(text(json, "kind")),
            Outcome.valueOf(text(json, "outcome")),
            text(json, "reason")),
        actor(json),
        new Data(subjects(json), json.path("others").asLong()),
        new Operation(
            text(json, "operation"), text(json, "document"), text(json, "rules"), fields(json)),
        new Period(Instant.parse(text(json, "start")), Instant.parse(text(json, "end"))));
  }

  private static Actor actor(JsonNode json) {
    return new Actor(
        text(json, "role"),
        text(json, "organisation"),
        text(json, "user"),
        text(json, "purpose"),
        text(json, "address"));
  }

  private static Map<String, Long> subjects(JsonNode json) {
    return json.path("subjects").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().asLong()));
  }

  private static List<String> fields(JsonNode json) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText();
  }
}
