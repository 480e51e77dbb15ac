package nl.jeugdgraaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// An operation in a page of Markdown, with the answer that is printed below it.
///
/// The operation is a block of `graphql`. A block of `json variables` may follow with its
/// variables. The next block, of `json`, is the answer.
///
/// @param operation text of the operation
/// @param variables an object, empty where the page gives none
/// @param answer the whole response
record DocumentedExample(String operation, JsonNode variables, JsonNode answer) {
  private static final String START = "```graphql\n";
  private static final Pattern EXAMPLE =
      Pattern.compile(
          START + "(.*?)```\\s*(?:```json variables\n(.*?)```\\s*)?```json\n(.*?)```",
          Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// {@return all operations of a page, in their order}
  ///
  /// @param page the file
  /// @throws IllegalArgumentException if an operation has no answer
  static List<DocumentedExample> of(Path page) throws IOException {
    var text = Files.readString(page);
    var examples = new ArrayList<DocumentedExample>();
    for (var found : EXAMPLE.matcher(text).results().toList()) {
      examples.add(of(found));
    }
    int operations = text.split(START, -1).length - 1;
    if (operations != examples.size()) {
      throw new IllegalArgumentException(
          page + " has " + operations + " operations and " + examples.size() + " answers");
    }
    return examples;
  }

  private static DocumentedExample of(MatchResult found) throws JsonProcessingException {
    var variables = found.group(2);
    return new DocumentedExample(
        found.group(1),
        variables == null ? JSON.createObjectNode() : JSON.readTree(variables),
        JSON.readTree(found.group(3)));
  }

  /// The operation on one line, as the name of a test.
  @Override
  public String toString() {
    return operation.replaceAll("\\s+", " ").strip();
  }
}
