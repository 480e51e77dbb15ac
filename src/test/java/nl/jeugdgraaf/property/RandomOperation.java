package nl.jeugdgraaf.property;

import graphql.schema.GraphQLSchema;
import nl.jeugdgraaf.model.Model;

/// Draws a valid operation over the public schema, whose conditions fit a graph.
final class RandomOperation {
  private RandomOperation() {}

  /// Returns the operation of a seed.
  ///
  /// @param schema the public schema
  /// @param model the shape of the graph
  /// @param graph where its keys come from
  /// @param seed gives the same operation for the same graph
  static Operation of(GraphQLSchema schema, Model model, Graph graph, long seed) {
    var draw = new Draw(seed);
    var variables = new RandomVariables(draw);
    var present = Present.in(model, graph);
    var input = new RandomInput(draw, graph, present, variables);
    var selection = new RandomSelection(schema, draw, input, present);
    var day = schema.getDirective("asOf").getArgument("date").getType();
    var asOf = draw.chance(50) ? " @asOf(date: " + Literal.text(input.day(day)) + ")" : "";
    var set = selection.root();
    var fragments = selection.fragments();
    var values = variables.values(asOf + set + fragments);
    var definitions = variables.definitions(asOf + set + fragments);
    if (asOf.isEmpty() && definitions.isEmpty() && draw.chance(50)) {
      return new Operation(set + fragments, "", values);
    }
    var document = "query Drawn" + definitions + asOf + " " + set + fragments;
    return draw.chance(5)
        ? new Operation(document + "\nquery Other { __typename }", "Drawn", values)
        : new Operation(document, "", values);
  }
}
