package nl.jeugdgraaf.schema;

/// Text in the schema definition language, one definition after the other.
public final class SdlWriter {
  private final StringBuilder text = new StringBuilder();

  public void line(String line) {
    text.append(line).append('\n');
  }

  public void blank() {
    text.append('\n');
  }

  /// Writes a definition with its description.
  public void described(String description, String definition) {
    line(quoted(description));
    line(definition);
    blank();
  }

  /// Writes a definition whose body `fields` writes.
  public void type(String header, String description, Runnable fields) {
    line(quoted(description));
    line(header + " {");
    fields.run();
    line("}");
    blank();
  }

  /// Writes a field, an input field or an enum value.
  public void field(String definition, String description) {
    line("  " + quoted(description));
    line("  " + definition);
  }

  private static String quoted(String description) {
    return '"' + description.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
