package nl.jeugdgraaf.findings;

import java.util.LinkedHashMap;
import java.util.Optional;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// One rule that data can break: a file of `schema/findings`.
///
/// A file begins with comment lines `// text:`, `// quotation:` and `// place:`, of which the
/// quotation may be missing; a comment line indented by three spaces continues the one before. What
/// follows is one Cypher statement. Each row of it is a period, `since` and `until`, in which the
/// nodes in its other columns break the rule, but for the periods in the column `covered`, if it
/// has one. A column of nodes has the name of a field of `Finding`.
///
/// @param name value of the enum `FindingRule`
/// @param text what is wrong, in our own words
/// @param quotation the rule in the words of its source, where it has one
/// @param place where the rule is laid down
/// @param statement what finds the breaches
public record FindingRule(
    String name, String text, Optional<String> quotation, String place, String statement) {
  private static final String COMMENT = "// ";
  private static final String CONTINUED = "//   ";

  /// Reads a rule.
  ///
  /// @param name value of the enum
  /// @param file what is in the file
  /// @return the rule
  /// @throws ProblemException `STARTUP_FAILED` if the file has no text, place or statement
  public static FindingRule read(String name, String file) {
    var header = new LinkedHashMap<String, String>();
    var statement = new StringBuilder();
    var field = "";
    for (var line : file.lines().toList()) {
      var colon = line.indexOf(':');
      if (line.startsWith(CONTINUED)) {
        header.merge(field, line.substring(CONTINUED.length()), (start, end) -> start + " " + end);
      } else if (line.startsWith(COMMENT) && colon > 0) {
        field = line.substring(COMMENT.length(), colon);
        header.put(field, line.substring(colon + 1).strip());
      } else {
        statement.append(line).append('\n');
      }
    }
    var text = header.getOrDefault("text", "");
    var place = header.getOrDefault("place", "");
    if (text.isEmpty() || place.isEmpty() || statement.toString().isBlank()) {
      throw new ProblemException(
          Code.STARTUP_FAILED,
          "schema/findings/%s.cypher needs // text:, // place: and a statement.".formatted(name));
    }
    var quotation = Optional.ofNullable(header.get("quotation"));
    return new FindingRule(name, text, quotation, place, statement.toString());
  }
}
