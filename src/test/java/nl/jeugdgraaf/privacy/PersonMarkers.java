package nl.jeugdgraaf.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.GlobalId;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.seed.SeedReader;
import nl.jeugdgraaf.seed.SeedTable;

/// What tells a youth of the seed: texts, birth dates and keys of the type that the access rules
/// call the subject of personal data.
///
/// A date tells a youth only if nothing else has it: those in other columns of the seed and in the
/// tests are left out. A text or key that something else has is left out too, such as the key of
/// the worked case.
final class PersonMarkers {
  private static final Path SEED = Path.of("seed");
  private static final Path TESTS = Path.of("src", "test");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("d-M-uuuu");
  private static final int PREFIX = 4;

  /// Kind of each marker, by its first characters and then by itself.
  private final Map<String, Map<String, String>> kinds = new HashMap<>();

  PersonMarkers(Map<String, String> kindByText) {
    kindByText.forEach((text, kind) -> {
      if (text.length() >= PREFIX) {
        kinds.computeIfAbsent(text.substring(0, PREFIX), _ -> new HashMap<>()).put(text, kind);
      }
    });
  }

  /// Reads the markers of the seed.
  static PersonMarkers ofSeed() {
    var schema = ApiSchema.builtIn();
    var subjects =
        schema.model().nodes().values().stream()
            .filter(type ->
                schema
                    .access()
                    .of(type.name())
                    .subject()
                    .filter(it -> it.path().isEmpty())
                    .isPresent())
            .toList();
    var tables = SeedReader.read(SEED);
    var found = new HashMap<String, String>();
    subjects.forEach(type -> found.putAll(of(type, tables)));
    found.keySet().removeAll(elsewhere(subjects, tables));
    return new PersonMarkers(found);
  }

  private static Map<String, String> of(NodeType type, List<SeedTable> tables) {
    var found = new HashMap<String, String>();
    for (var table : tables) {
      if (table.name().equals(type.name())) {
        for (int i = 0; i < table.columns().size(); i++) {
          var column = Optional.ofNullable(type.attributes().get(table.columns().get(i)));
          int at = i;
          column
              .filter(PersonMarkers::tells)
              .ifPresent(
                  it -> table.rows().forEach(row -> add(found, type, it, row.cells().get(at))));
        }
      }
    }
    return found;
  }

  /// Returns whether the values of a column belong to one youth.
  private static boolean tells(Attribute column) {
    var scalar = column.type().scalar();
    return !column.name().equals("source")
        && (scalar == Scalar.BuiltIn.ID
            || scalar == Scalar.BuiltIn.STRING
            || scalar == Scalar.BuiltIn.DATE);
  }

  private static void add(Map<String, String> found, NodeType type, Attribute column, String cell) {
    if (cell.isBlank()) {
      return;
    }
    var kind = type.name() + "." + column.name();
    found.put(cell, kind);
    if (column.type().scalar() == Scalar.BuiltIn.DATE) {
      found.put(LocalDate.parse(cell).format(DUTCH), kind);
    }
    if (column.key()) {
      found.put(new GlobalId(type.name(), cell, Optional.empty()).text(), type.name() + ".id");
    }
  }

  /// Returns the cells of the rest of the seed, and the dates there and in the tests.
  private static Set<String> elsewhere(List<NodeType> subjects, List<SeedTable> tables) {
    var names = subjects.stream().map(NodeType::name).collect(Collectors.toSet());
    var found = new HashSet<String>();
    for (var table : tables) {
      // The relationships of a youth hold its key, which still tells it.
      if (!names.contains(table.name())) {
        var isNode = table.name().indexOf('.') < 0;
        for (var row : table.rows()) {
          row.cells().stream()
              .filter(cell -> isNode || DATE.matcher(cell).matches())
              .forEach(found::add);
        }
      }
    }
    try (var files = Files.walk(TESTS)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        DATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(match -> found.add(match.group()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.addAll(
        found.stream()
            .filter(text -> DATE.matcher(text).matches())
            .flatMap(text -> dutch(text).stream())
            .toList());
    return found;
  }

  private static Optional<String> dutch(String date) {
    try {
      return Optional.of(LocalDate.parse(date).format(DUTCH));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// {@return how many there are of each kind}
  Map<String, Long> counts() {
    return kinds.values().stream()
        .flatMap(texts -> texts.values().stream())
        .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
  }

  /// {@return the kinds of markers in a line, such as `Youth.name`}
  ///
  /// @param line the line
  List<String> in(String line) {
    var found = new ArrayList<String>();
    for (int at = 0; at + PREFIX <= line.length(); at++) {
      for (var marker : kinds.getOrDefault(line.substring(at, at + PREFIX), Map.of()).entrySet()) {
        if (line.startsWith(marker.getKey(), at)
            && isBoundary(line, at - 1)
            && isBoundary(line, at + marker.getKey().length())) {
          found.add(marker.getValue());
        }
      }
    }
    return found;
  }

  private static boolean isBoundary(String line, int at) {
    return at < 0 || at >= line.length() || !Character.isLetterOrDigit(line.charAt(at));
  }
}
