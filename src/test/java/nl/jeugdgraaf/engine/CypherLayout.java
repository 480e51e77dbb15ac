package nl.jeugdgraaf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Lays a statement out for people.
///
/// The engine sends a statement as one line. Here some of its spaces become line breaks: before
/// clauses, inside the braces of a subquery, and, where a line is too long, after commas and before
/// words such as `AND` and `THEN`. Nothing else changes, so [#joined(String)] gives back the
/// statement.
final class CypherLayout {
  private static final int WIDTH = 100;
  private static final Set<String> CLAUSES =
      Set.of("MATCH", "OPTIONAL", "CALL", "UNWIND", "WITH", "WHERE", "RETURN", "UNION");
  private static final Set<String> PAGING = Set.of("ORDER", "SKIP", "LIMIT");
  private static final Set<String> BEFORE_SECOND_WORD = Set.of("OPTIONAL", "STARTS", "ENDS");
  private static final Set<String> INSIDE = Set.of("WHERE", "WHEN", "THEN", "ELSE");
  private static final Set<String> OPERATORS = Set.of("AND", "OR");

  private final StringBuilder out = new StringBuilder();

  private CypherLayout() {}

  /// {@return a statement over several lines}
  ///
  /// @param statement in one line
  static String of(String statement) {
    var layout = new CypherLayout();
    layout.clauses(Parser.words(statement), 0);
    return layout.out.toString();
  }

  /// {@return the statement in one line, as it is sent}
  ///
  /// @param lines the statement over several lines
  static String joined(String lines) {
    return lines.replaceAll("\n *", " ");
  }

  private void clauses(List<Word> words, int indent) {
    var clauses = split(words, CypherLayout::startsClause);
    for (int i = 0; i < clauses.size(); i++) {
      newLine(i > 0, indent);
      line(clauses.get(i), indent + 2);
    }
  }

  /// Returns whether a clause starts between two words; `STARTS WITH` is an operator.
  private static boolean startsClause(Word before, Word word) {
    var isClause = word.isOneOf(CLAUSES) || word.isOneOf(PAGING);
    return before.isText("ALL") || (isClause && !before.isOneOf(BEFORE_SECOND_WORD));
  }

  /// Writes words, broken at the loosest place where they are too long for a line.
  private void line(List<Word> words, int indent) {
    if (fits(flat(words))) {
      out.append(flat(words));
      return;
    }
    var parts = parts(words);
    if (parts.size() > 1 && parts.stream().allMatch(part -> part.size() == 1)) {
      filled(words, indent);
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      newLine(i > 0, indent);
      if (parts.size() == 1) {
        opened(words, indent);
      } else {
        line(parts.get(i), indent + 2);
      }
    }
  }

  /// Writes a list of single words, as many on a line as fit.
  private void filled(List<Word> words, int indent) {
    for (int i = 0; i < words.size(); i++) {
      var breaks = i > 0 && !fits(" " + words.get(i).flat());
      newLine(breaks, indent);
      out.append(i > 0 && !breaks ? " " : "");
      opened(words.subList(i, i + 1), indent);
    }
  }

  private static List<List<Word>> parts(List<Word> words) {
    var parts = split(words, (before, _) -> before.endsWithComma());
    if (parts.size() == 1) {
      parts = split(words, (_, word) -> word.isOneOf(INSIDE));
    }
    return parts.size() == 1 ? split(words, (_, word) -> word.isOneOf(OPERATORS)) : parts;
  }

  /// Writes words that cannot be parted, and breaks inside the brackets that do not fit.
  private void opened(List<Word> words, int indent) {
    for (int i = 0; i < words.size(); i++) {
      out.append(i > 0 ? " " : "");
      for (var atom : words.get(i).atoms()) {
        if (atom instanceof Group group && !fits(group.flat())) {
          group(group, indent);
        } else {
          out.append(atom.flat());
        }
      }
    }
  }

  private void group(Group group, int indent) {
    if (group.open().equals("{ ")) {
      out.append('{');
      newLine(true, indent);
      clauses(group.words(), indent);
      newLine(true, indent - 2);
      out.append('}');
    } else {
      out.append(group.open());
      line(group.words(), indent);
      out.append(group.close());
    }
  }

  private boolean fits(String text) {
    return out.length() - out.lastIndexOf("\n") - 1 + text.length() <= WIDTH;
  }

  private void newLine(boolean breaks, int indent) {
    if (breaks) {
      out.append('\n').repeat(' ', indent);
    }
  }

  private static String flat(List<Word> words) {
    return words.stream().map(Word::flat).collect(Collectors.joining(" "));
  }

  /// Splits words between two for which the condition holds.
  private static List<List<Word>> split(List<Word> words, BiPredicate<Word, Word> between) {
    var parts = new ArrayList<List<Word>>();
    int from = 0;
    for (int i = 1; i < words.size(); i++) {
      if (between.test(words.get(i - 1), words.get(i))) {
        parts.add(words.subList(from, i));
        from = i;
      }
    }
    parts.add(words.subList(from, words.size()));
    return parts;
  }

  /// What lies between two spaces that are in no brackets.
  private record Word(List<Atom> atoms) {
    String flat() {
      return atoms.stream().map(Atom::flat).collect(Collectors.joining());
    }

    boolean isText(String text) {
      return flat().equals(text);
    }

    boolean isOneOf(Set<String> texts) {
      return texts.contains(flat());
    }

    boolean endsWithComma() {
      return flat().endsWith(",");
    }
  }

  private sealed interface Atom {
    String flat();
  }

  /// Text without brackets; only a quoted one holds spaces.
  private record Text(String flat) implements Atom {}

  /// Brackets, or a `CASE`, and what is in it.
  private record Group(String open, List<Word> words, String close) implements Atom {
    @Override
    public String flat() {
      return open + CypherLayout.flat(words) + close;
    }
  }

  /// Reads words up to a closing bracket.
  private static final class Parser {
    private final String text;
    private int at;

    private Parser(String text) {
      this.text = text;
    }

    static List<Word> words(String text) {
      return new Parser(text).words();
    }

    private List<Word> words() {
      var words = new ArrayList<Word>();
      words.add(word());
      while (at < text.length() && text.charAt(at) == ' ' && !text.startsWith(" }", at)) {
        if (text.startsWith(" END", at) && !isLetter(at + 4)) {
          return words;
        }
        at++;
        words.add(word());
      }
      return words;
    }

    private boolean isLetter(int index) {
      return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private Word word() {
      var atoms = new ArrayList<Atom>();
      while (at < text.length() && " )]}".indexOf(text.charAt(at)) < 0) {
        if (text.startsWith("CASE ", at) && atoms.isEmpty()) {
          atoms.add(group("CASE ", " END"));
        } else {
          switch (text.charAt(at)) {
            case '(' -> atoms.add(group("(", ")"));
            case '[' -> atoms.add(group("[", "]"));
            case '{' -> atoms.add(text.startsWith("{ ", at) ? group("{ ", " }") : group("{", "}"));
            default -> atoms.add(plain());
          }
        }
      }
      return new Word(atoms);
    }

    private Group group(String open, String close) {
      at += open.length();
      var words = words();
      if (!text.startsWith(close, at)) {
        throw new AssertionError("expected " + close + " at " + at + " of " + text);
      }
      at += close.length();
      return new Group(open, words, close);
    }

    private Text plain() {
      int from = at;
      do {
        char first = text.charAt(at++);
        if (first == '\'' || first == '`') {
          at = text.indexOf(first, at) + 1;
        }
      } while (at < text.length() && " ([{}])".indexOf(text.charAt(at)) < 0);
      return new Text(text.substring(from, at));
    }
  }
}
