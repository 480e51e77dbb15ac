package nl.jeugdgraaf.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.validation.OperationValidationRule;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Text to an operation that fits the schema and keeps within the limits. May be used by several
/// threads.
public final class DocumentReader {
  /// Fields that validation may look at, fragments expanded: bounds its own work.
  private static final int FIELDS_MAX = 10_000;

  /// The usual question of a tool for the whole schema is 13 deep.
  private static final int INTROSPECTION_DEPTH_MAX = 20;

  private static final int PROBLEMS_MAX = 50;

  private final ApiSchema schema;
  private final Limits.Document limits;
  private final ParserOptions parserOptions;
  private final QueryComplexityLimits complexity;

  /// Creates a reader.
  ///
  /// @param schema what documents must fit
  /// @param limits how large they may be
  public DocumentReader(ApiSchema schema, Limits.Document limits) {
    this.schema = schema;
    this.limits = limits;
    this.parserOptions =
        ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .maxCharacters(limits.charactersMax())
            // The parser counts the end of the document too.
            .maxTokens(limits.tokensMax() + 1)
            .maxWhitespaceTokens(limits.charactersMax())
            .maxRuleDepth(200)
            .build();
    this.complexity =
        QueryComplexityLimits.newLimits()
            .maxDepth(Math.max(limits.depthMax(), INTROSPECTION_DEPTH_MAX))
            .maxFieldsCount(FIELDS_MAX)
            .build();
  }

  /// Parses a document and finds the operation to run.
  ///
  /// @param text the document
  /// @param operationName its name, empty for the only one
  /// @return the document and the operation, not yet checked against the schema
  /// @throws ProblemException if it is not valid GraphQL, too large, or has no such operation
  public ParsedOperation parse(String text, String operationName) {
    var document = parse(text);
    requireNoNul(document);
    var operations = document.getDefinitionsOfType(OperationDefinition.class);
    var fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(
                Collectors.toMap(
                    FragmentDefinition::getName, fragment -> fragment, (one, _) -> one));
    return new ParsedOperation(text, document, operation(operations, operationName), fragments);
  }

  private Document parse(String text) {
    try {
      return new Parser()
          .parseDocument(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(parserOptions)
                  .build());
    } catch (ParseCancelledException | ParseCancelledTooManyCharsException _) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The document is too large. Use at most %d characters and %d tokens."
              .formatted(limits.charactersMax(), limits.tokensMax()));
    } catch (ParseCancelledTooDeepException _) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          "The document is nested too deep. Put fewer braces and brackets inside each other; of"
              + " fields"
              + " at most %d.".formatted(limits.depthMax()));
    } catch (InvalidSyntaxException e) {
      var message = "The document is not valid GraphQL. Correct the syntax.";
      throw new ProblemException(
          e.getLocation() == null
              ? Problem.of(Code.GRAPHQL_PARSE_FAILED, message)
              : Problem.at(Code.GRAPHQL_PARSE_FAILED, message, location(e.getLocation())));
    }
  }

  /// The body of a request is refused for that character too.
  private static void requireNoNul(Document document) {
    new NodeTraverser()
        .preOrder(
            new NodeVisitorStub() {
              @Override
              @SuppressWarnings("rawtypes") // as graphql-java declares it
              public TraversalControl visitStringValue(
                  StringValue text, TraverserContext<Node> context) {
                if (Objects.requireNonNull(text.getValue()).indexOf('\0') >= 0) {
                  throw new ProblemException(
                      Problem.at(
                          Code.BAD_USER_INPUT,
                          "A text has the character NUL. Leave it out.",
                          location(text)));
                }
                return TraversalControl.CONTINUE;
              }
            },
            document);
  }

  private static OperationDefinition operation(
      List<OperationDefinition> operations, String operationName) {
    if (!operationName.isEmpty()) {
      return operations.stream()
          .filter(operation -> operationName.equals(operation.getName()))
          .findFirst()
          .orElseThrow(() ->
              new ProblemException(
                  Code.OPERATION_NOT_FOUND,
                  "The document has no operation with the name in operationName. Use one of its"
                      + " names."));
    }
    if (operations.size() == 1) {
      return operations.getFirst();
    }
    throw operations.isEmpty()
        ? new ProblemException(Code.OPERATION_NOT_FOUND, "The document has no operation. Add one.")
        : new ProblemException(severalOperations(operations));
  }

  /// Asks for a name in the request only if it could choose one.
  private static Problem severalOperations(List<OperationDefinition> operations) {
    var names = new HashSet<String>();
    return operations.stream()
        .filter(operation -> operation.getName() == null || !names.add(operation.getName()))
        .findFirst()
        .map(operation ->
            Problem.at(
                Code.GRAPHQL_VALIDATION_FAILED,
                "The document has several operations. Give each a name of its own, and name one of"
                    + " them in operationName.",
                location(operation)))
        .orElseGet(() ->
            Problem.of(
                Code.OPERATION_NOT_FOUND,
                "The document has several operations. Name one of them in operationName."));
  }

  /// Checks a parsed operation against the schema and the limits.
  ///
  /// @param parsed the operation and its document
  /// @return the operation, valid
  /// @throws ProblemException with the first few problems
  public ValidOperation validate(ParsedOperation parsed) {
    var places = new ValidationProblems(schema.graphQl(), parsed.document());
    // What is wrong in the same way at several places is told once.
    var problems = new LinkedHashMap<List<Object>, Problem>();
    Stream.concat(
            UnknownDirectives.of(parsed.document()),
            validationErrors(parsed).stream().map(places::of))
        .forEach(problem ->
            problems.merge(
                List.of(problem.code(), problem.message(), problem.place().path()),
                problem,
                Refusals::both));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.values().stream().limit(PROBLEMS_MAX).toList());
    }
    new DocumentLimits(limits, parsed.fragments()).check(parsed.operation());
    return new ValidOperation(parsed);
  }

  private List<ValidationError> validationErrors(ParsedOperation parsed) {
    // What is asked of the schema has bounds of its own.
    return new Validator()
        .validateDocument(
            schema.graphQl(),
            parsed.document(),
            rule -> rule != OperationValidationRule.GOOD_FAITH_INTROSPECTION,
            Locale.ENGLISH,
            complexity);
  }

  static Problem.Location location(Node<?> node) {
    return location(Objects.requireNonNull(node.getSourceLocation()));
  }

  static Problem.Location location(SourceLocation location) {
    return new Problem.Location(location.getLine(), location.getColumn());
  }

  static Stream<Problem.Location> locations(GraphQLError error) {
    return error.getLocations() == null
        ? Stream.of()
        : error.getLocations().stream().map(DocumentReader::location);
  }
}
