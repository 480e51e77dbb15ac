package nl.jeugdgraaf.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import nl.jeugdgraaf.files.ResourcePath;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The rules that data can break: one file and one value of the enum `FindingRule` for each.
public final class FindingRules {
  /// Name of the node type of findings.
  public static final String TYPE = "Finding";

  private static final String ENUM = "FindingRule";
  private static final String SUFFIX = ".cypher";

  private FindingRules() {}

  /// Reads the rules that were built into the server.
  ///
  /// @param model the graph
  /// @return the rules in the order of the enum; none if the graph has no findings
  /// @throws ProblemException `STARTUP_FAILED` if a file and the enum do not agree
  public static List<FindingRule> builtIn(Model model) {
    var files = ResourcePath.read("/schema/findings", FindingRules::files).orElseGet(TreeMap::new);
    return of(model, files);
  }

  /// Returns the rules of some files.
  ///
  /// @param model the graph
  /// @param files what is in each file, by the name of the rule
  /// @return the rules in the order of the enum; none if the graph has no findings
  /// @throws ProblemException `STARTUP_FAILED` if a file and the enum do not agree
  public static List<FindingRule> of(Model model, SequencedMap<String, String> files) {
    if (!model.nodes().containsKey(TYPE)) {
      return List.of();
    }
    var list = model.enumerations().get(ENUM);
    var names =
        list == null
            ? List.<String>of()
            : list.values().stream().map(Scalar.Enumeration.Value::name).toList();
    for (var file : files.keySet()) {
      if (!names.contains(file)) {
        throw refused(
            "schema/findings/%s.cypher has no value in the enum %s; add it to schema/findings.graphqls"
                .formatted(file, ENUM));
      }
    }
    var rules = new ArrayList<FindingRule>();
    for (var name : names) {
      var file = files.get(name);
      if (file == null) {
        throw refused(
            "%s.%s has no file; add schema/findings/%s.cypher".formatted(ENUM, name, name));
      }
      rules.add(FindingRule.read(name, file));
    }
    return List.copyOf(rules);
  }

  /// {@return whether a type is that of findings, which no file of the seed can hold}
  ///
  /// @param type name of a node type or interface
  public static boolean isFinding(String type) {
    return type.equals(TYPE);
  }

  private static SequencedMap<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (var path : paths) {
        var name = path.getFileName().toString();
        files.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(path));
      }
    }
    return files;
  }

  private static ProblemException refused(String message) {
    return new ProblemException(Code.STARTUP_FAILED, message + ".");
  }
}
