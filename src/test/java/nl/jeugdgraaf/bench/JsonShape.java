package nl.jeugdgraaf.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/// The names that a hand-written handler writes around the values of a record.
///
/// The comment on top of a statement gives them: `name` is a value, `name { ... }` an object whose
/// values come as a list, `name [ ... ]` a list of objects. With `rows` in front of the one field
/// at the root each record is a part of its list, so that a long list is written while it comes.
///
/// @param isRows whether the root field is written in parts
/// @param fields the fields at the root
record JsonShape(boolean isRows, List<Field> fields) {
  private static final TypeSystem TYPES = TypeSystem.getDefault();
  private static final Type STRING = TYPES.STRING();
  private static final Type NULL = TYPES.NULL();
  private static final Type INTEGER = TYPES.INTEGER();
  private static final Type BOOLEAN = TYPES.BOOLEAN();
  private static final Type DATE = TYPES.DATE();
  private static final Type LIST = TYPES.LIST();
  private static final List<String> OF_INTERFACES = List.of("Organisation", "RegieHolder");

  /// A field with what is below it.
  ///
  /// @param name its name, as bytes
  /// @param kind what it is
  /// @param fields what is in its objects
  record Field(SerializableString name, Kind kind, List<Field> fields) {}

  /// What a field is.
  enum Kind {
    /// A scalar, or a list of them.
    VALUE,
    /// The label that names the type, out of all labels of a node.
    TYPE,
    /// An object or null.
    OBJECT,
    /// A list of objects.
    LIST
  }

  /// Reads the comment on top of a statement.
  static JsonShape of(String statement) {
    var comment = new StringBuilder();
    statement
        .lines()
        .takeWhile(line -> line.startsWith("//"))
        .forEach(line -> comment.append(line.substring(2)).append(' '));
    var words = new Scanner(comment.toString());
    var isRows = words.hasNext("rows");
    if (isRows) {
      words.next();
    }
    return new JsonShape(isRows, fields(words));
  }

  private static List<Field> fields(Scanner words) {
    var fields = new ArrayList<Field>();
    while (words.hasNext() && !words.hasNext("[}\\]]")) {
      var name = words.next();
      var kind = name.equals("__typename") ? Kind.TYPE : Kind.VALUE;
      List<Field> inner = List.of();
      if (words.hasNext("[{\\[]")) {
        kind = words.next().equals("{") ? Kind.OBJECT : Kind.LIST;
        inner = fields(words);
        words.next();
      }
      fields.add(new Field(new SerializedString(name), kind, inner));
    }
    return fields;
  }

  /// Writes the whole answer.
  void write(JsonGenerator json, Result result) throws IOException {
    json.writeStartObject();
    json.writeFieldName("data");
    json.writeStartObject();
    if (isRows) {
      rows(json, result);
    } else {
      one(json, result);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rows(JsonGenerator json, Result result) throws IOException {
    var field = fields.getFirst();
    json.writeFieldName(field.name());
    json.writeStartArray();
    while (result.hasNext()) {
      var part = result.next().get(0);
      int size = part.size();
      for (int i = 0; i < size; i++) {
        object(json, field.fields(), part.get(i));
      }
    }
    json.writeEndArray();
  }

  private void one(JsonGenerator json, Result result) throws IOException {
    if (result.hasNext()) {
      Record row = result.next();
      for (int i = 0; i < fields.size(); i++) {
        field(json, fields.get(i), row.get(i));
      }
      result.consume();
    } else {
      json.writeFieldName(fields.getFirst().name());
      json.writeNull();
    }
  }

  private static void object(JsonGenerator json, List<Field> fields, Value values)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < fields.size(); i++) {
      field(json, fields.get(i), values.get(i));
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, Field field, Value value) throws IOException {
    json.writeFieldName(field.name());
    switch (field.kind()) {
      case VALUE -> value(json, value);
      case TYPE -> type(json, value);
      case OBJECT -> {
        if (value.isNull()) {
          json.writeNull();
        } else {
          object(json, field.fields(), value);
        }
      }
      case LIST -> {
        json.writeStartArray();
        int size = value.size();
        for (int i = 0; i < size; i++) {
          object(json, field.fields(), value.get(i));
        }
        json.writeEndArray();
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the driver has one object for each type
  private static void value(JsonGenerator json, Value value) throws IOException {
    var type = value.type();
    if (type == STRING) {
      json.writeString(value.asString());
    } else if (type == NULL) {
      json.writeNull();
    } else if (type == INTEGER) {
      json.writeNumber(value.asLong());
    } else if (type == DATE) {
      json.writeString(value.asLocalDate().toString());
    } else if (type == BOOLEAN) {
      json.writeBoolean(value.asBoolean());
    } else if (type == LIST) {
      json.writeStartArray();
      int size = value.size();
      for (int i = 0; i < size; i++) {
        value(json, value.get(i));
      }
      json.writeEndArray();
    } else {
      throw new IllegalStateException("no operation has a " + type.name());
    }
  }

  private static void type(JsonGenerator json, Value labels) throws IOException {
    for (int i = 0; i < labels.size(); i++) {
      var label = labels.get(i).asString();
      if (!OF_INTERFACES.contains(label)) {
        json.writeString(label);
        return;
      }
    }
  }
}
