package nl.jeugdgraaf.document;

import graphql.language.Directive;
import graphql.language.Node;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;

/// Directives that graphql-java adds to every schema, and that this server does not have.
final class UnknownDirectives {
  private UnknownDirectives() {}

  /// {@return a problem for each use}
  static Stream<Problem> of(Node<?> node) {
    var inside = node.getChildren().stream().flatMap(UnknownDirectives::of);
    return node instanceof Directive directive
            && ApiNames.NO_DIRECTIVES.contains(directive.getName())
        ? Stream.concat(
            Stream.of(
                Problem.at(
                    Code.GRAPHQL_VALIDATION_FAILED,
                    "Unknown directive '" + directive.getName() + "'",
                    DocumentReader.location(directive))),
            inside)
        : inside;
  }
}
