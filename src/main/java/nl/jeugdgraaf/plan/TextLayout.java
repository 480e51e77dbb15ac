package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Text with the places where it may be broken. What fits on its line is written on one line; what
/// does not is broken from the outside in.
sealed interface TextLayout {
  /// Lines are broken so that they are not much longer.
  int WIDTH = 100;

  /// Spaces before each part of a broken list, more than before its brackets.
  int INDENT = 2;

  /// Text that is never broken.
  ///
  /// @param text the text
  record Word(String text) implements TextLayout {
    @Override
    public String toString() {
      return text;
    }
  }

  /// One text after the other.
  ///
  /// @param parts in their order
  record Sequence(List<TextLayout> parts) implements TextLayout {
    @Override
    public String toString() {
      return parts.stream().map(TextLayout::toString).collect(Collectors.joining());
    }
  }

  /// A bracketed list, a line for each part where it is broken.
  ///
  /// @param open before the first part
  /// @param parts in their order
  /// @param separator between parts; a comma ends its line, a word begins it
  /// @param close after the last part
  record Block(String open, List<TextLayout> parts, String separator, String close)
      implements TextLayout {
    @Override
    public String toString() {
      return parts.stream()
          .map(TextLayout::toString)
          .collect(Collectors.joining(separator, open, close));
    }
  }

  /// Returns texts and layouts, one after the other.
  static TextLayout of(Object... parts) {
    var all = new ArrayList<TextLayout>();
    for (var part : parts) {
      all.add(part instanceof TextLayout layout ? layout : new Word(part.toString()));
    }
    return new Sequence(all);
  }

  /// Appends lines, the first of which starts at the end of `out`.
  ///
  /// @param out where to write
  /// @param indent spaces before the first line
  default void write(StringBuilder out, int indent) {
    switch (this) {
      case Word(var text) -> out.append(text);
      case Sequence(var parts) -> parts.forEach(part -> part.write(out, indent));
      case Block block when column(out) + block.toString().length() <= WIDTH -> out.append(block);
      case Block(var open, var parts, var separator, var close) -> {
        out.append(open.stripTrailing());
        for (int i = 0; i < parts.size(); i++) {
          var between = i == 0 ? "" : separator.strip();
          var isWord = !between.isEmpty() && !between.equals(",");
          out.append(isWord ? "" : between).append('\n').repeat(' ', indent + INDENT);
          out.append(isWord ? between + " " : "");
          parts.get(i).write(out, indent + INDENT);
        }
        if (!close.isEmpty()) {
          out.append('\n').repeat(' ', indent).append(close);
        }
      }
    }
  }

  private static int column(StringBuilder out) {
    return out.length() - out.lastIndexOf("\n") - 1;
  }
}
