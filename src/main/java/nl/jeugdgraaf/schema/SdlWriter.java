package nl.jeugdgraaf.schema;

/// Writes a document in the schema definition language, one definition after the other.
public final class SdlWriter {
  private final StringBuilder text = new StringBuilder();

  /// Writes a comment, and a blank line after it.
  ///
  /// @param comment one line, without the `#`
  public void comment(String comment) {
    line("# " + comment);
    blank();
  }

  /// Writes a definition without a body: a scalar or a directive.
  ///
  /// @param description what it means
  /// @param definition all of it, such as `scalar Date`
  public void definition(String description, String definition) {
    line(quoted(description));
    line(definition);
    blank();
  }

  /// Writes a definition with a body.
  ///
  /// @param header what comes before the braces, such as `input YouthSort`
  /// @param description what it means
  /// @param body writes what is between the braces
  public void type(String header, String description, Runnable body) {
    line(quoted(description));
    line(header + " {");
    body.run();
    line("}");
    blank();
  }

  /// Writes a field or an input field.
  ///
  /// @param name its name, with its arguments if it has any
  /// @param type its type, with its default value if it has one
  /// @param description what it means
  public void field(String name, String type, String description) {
    line("  " + quoted(description));
    line("  " + name + ": " + type);
  }

  /// Writes a value of an enum.
  ///
  /// @param name the value
  /// @param description what it means
  public void value(String name, String description) {
    line("  " + quoted(description));
    line("  " + name);
  }

  /// {@return a field with its arguments, such as `youths(limit: Int)`}
  ///
  /// @param field its name
  /// @param arguments each with its type, see [#argument]
  public static String withArguments(String field, String... arguments) {
    return field + "(" + String.join(", ", arguments) + ")";
  }

  /// {@return an argument with its type, such as `limit: Int`}
  ///
  /// @param name its name
  /// @param type its type, with its default value if it has one
  public static String argument(String name, String type) {
    return name + ": " + type;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void blank() {
    text.append('\n');
  }

  private static String quoted(String description) {
    return '"' + description.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }

  /// {@return the document}
  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
