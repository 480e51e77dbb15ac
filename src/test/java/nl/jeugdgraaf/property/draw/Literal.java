package nl.jeugdgraaf.property.draw;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Values of an operation, as GraphQL writes them in a document and JSON in variables.
public final class Literal {
  private Literal() {}

  /// A value of a code list.
  record Name(String name) {}

  /// A variable.
  record Variable(String name) {}

  /// Returns the value as a document writes it.
  public static String text(Object value) {
    return switch (value) {
      case null -> "null";
      case Name(var name) -> name;
      case Variable(var name) -> "$" + name;
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(Literal::text).collect(Collectors.joining(", ", "[", "]"));
      case String text -> quoted(text);
      case LocalDate day -> quoted(day.toString());
      case OffsetDateTime moment -> quoted(moment.toString());
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(each < ' ' ? "\\u%04X".formatted((int) each) : each);
      }
    }
    return quoted.append('"').toString();
  }

  /// Returns the value as the variables of a request hold it.
  static Object json(Object value) {
    return switch (value) {
      case null -> null;
      case Name(var name) -> name;
      case Map<?, ?> map -> {
        var json = new LinkedHashMap<String, Object>();
        map.forEach((key, part) -> json.put((String) key, json(part)));
        yield json;
      }
      case List<?> list -> {
        var json = new ArrayList<Object>();
        list.forEach(part -> json.add(json(part)));
        yield json;
      }
      case LocalDate day -> day.toString();
      case OffsetDateTime moment -> moment.toString();
      default -> value;
    };
  }
}
