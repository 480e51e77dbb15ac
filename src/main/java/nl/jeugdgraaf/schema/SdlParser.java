package nl.jeugdgraaf.schema;

import graphql.language.Definition;
import graphql.language.SDLDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Parses schema files, and keeps the file and line of each definition.
public final class SdlParser {
  private SdlParser() {}

  /// Returns the definitions in schema files. Anything else becomes a problem, and so does an
  /// argument of a directive that the files define otherwise.
  ///
  /// @param files the files
  /// @param problems collects what is wrong
  public static List<SDLDefinition<?>> parse(List<SchemaFile> files, SchemaProblems problems) {
    var reader = MultiSourceReader.newMultiSourceReader();
    files.forEach(file -> reader.string(file.text() + "\n", file.name()));
    try (var sources = reader.trackData(true).build()) {
      var environment =
          ParserEnvironment.newParserEnvironment()
              .document(sources)
              .parserOptions(ParserOptions.getDefaultSdlParserOptions())
              .build();
      List<SDLDefinition<?>> definitions = new ArrayList<>();
      for (Definition<?> definition : new Parser().parseDocument(environment).getDefinitions()) {
        if (definition instanceof SDLDefinition<?> sdl) {
          definitions.add(sdl);
        } else {
          problems.add(
              definition, "file", "contains an operation; only type definitions belong here");
        }
      }
      DirectiveForms.check(definitions, problems);
      return definitions;
    } catch (InvalidSyntaxException e) {
      problems.add(e.getLocation(), "file", "is not valid GraphQL: " + e.getMessage());
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
