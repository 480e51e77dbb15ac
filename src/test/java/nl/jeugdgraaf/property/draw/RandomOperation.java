package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.Graph;

/// Draws a valid operation over the public schema, whose conditions fit a graph.
public final class RandomOperation {
  private static final Set<ExcludedFeatures> TIMES =
      Set.of(
          ExcludedFeatures.DAYS_IN_CONNECTIONS,
          ExcludedFeatures.DAYS_ON_FIELDS,
          ExcludedFeatures.HISTORY,
          ExcludedFeatures.PERIODS,
          ExcludedFeatures.CHANGES);

  private static final Set<ExcludedFeatures> FIELD_DAYS =
      Set.of(ExcludedFeatures.DAYS_IN_CONNECTIONS, ExcludedFeatures.DAYS_ON_FIELDS);

  private final GraphQLSchema schema;
  private final RandomSource draw;
  private final RandomVariables variables;
  private final Drawable menu;
  private final RandomInput input;

  private RandomOperation(
      GraphQLSchema schema, Model model, Graph graph, long seed, Set<ExcludedFeatures> without) {
    this(new Source(schema, graph, GraphContents.in(model, graph)), seed, without);
  }

  private RandomOperation(Source source, long seed, Set<ExcludedFeatures> without) {
    this.schema = source.schema();
    this.draw = new RandomSource(seed);
    this.variables = new RandomVariables(draw);
    this.menu = new Drawable(source.present(), ExcludedFeatures.and(without));
    this.input = new RandomInput(draw, new RandomScalars(draw, source.graph()), menu, variables);
  }

  /// What operations are drawn from.
  ///
  /// @param schema the public schema
  /// @param graph where keys come from
  /// @param present what is mostly asked for
  public record Source(GraphQLSchema schema, Graph graph, GraphContents present) {}

  /// Returns the operation of a seed.
  ///
  /// @param schema the public schema
  /// @param model the shape of the graph
  /// @param graph where its keys come from
  /// @param seed gives the same operation for the same graph
  public static Operation of(GraphQLSchema schema, Model model, Graph graph, long seed) {
    var random = new RandomOperation(schema, model, graph, seed, Set.of());
    var day =
        random.draw.chance(50) ? Optional.of(random.input.day(random.dayType())) : Optional.empty();
    return random.operation(day);
  }

  /// Returns an operation that asks everything on one day, and nothing that looks at others.
  ///
  /// @param day the day
  public static Operation onDay(
      GraphQLSchema schema, Model model, Graph graph, long seed, LocalDate day) {
    return new RandomOperation(schema, model, graph, seed, TIMES).operation(Optional.of(day));
  }

  /// Returns an operation on one day, or today; in one of two, fields can have days of their own.
  ///
  /// @param day the day, if it is not to be today
  public static Operation from(Source source, long seed, Optional<LocalDate> day) {
    var without = seed % 2 == 0 ? Set.<ExcludedFeatures>of() : FIELD_DAYS;
    return new RandomOperation(source, seed, without).operation(day.map(Object.class::cast));
  }

  private GraphQLInputType dayType() {
    return schema.getDirective("asOf").getArgument("date").getType();
  }

  private Operation operation(Optional<Object> day) {
    var asOf = day.map(date -> " @asOf(date: " + Literal.text(date) + ")").orElse("");
    var call = new RandomArguments(schema, draw, input, menu);
    var selection = new RandomSelection(schema, draw, call);
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
