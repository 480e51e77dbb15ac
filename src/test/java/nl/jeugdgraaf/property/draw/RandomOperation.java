package nl.jeugdgraaf.property.draw;

import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.Graph;

/// Draws a valid operation over the public schema, whose conditions fit a graph.
public final class RandomOperation {
  private static final Set<ExcludedFeatures> TIMES =
      Set.of(
          ExcludedFeatures.DAYS_OF_FIELDS,
          ExcludedFeatures.HISTORY,
          ExcludedFeatures.PERIODS,
          ExcludedFeatures.ACTIVE_ON,
          ExcludedFeatures.CHANGES);

  private final GraphQLSchema schema;
  private final RandomSource draw;
  private final RandomVariables variables;
  private final Drawable menu;
  private final RandomInput input;

  private RandomOperation(
      Source source, long seed, Set<ExcludedFeatures> without, Optional<LocalDate> dayOfIds) {
    this.schema = source.schema();
    this.draw = new RandomSource(seed);
    this.variables = new RandomVariables(draw);
    this.menu = new Drawable(source.present(), ExcludedFeatures.and(without));
    var scalars = new RandomScalars(draw, source.graph(), dayOfIds);
    this.input = new RandomInput(draw, scalars, menu, variables);
  }

  /// What operations are drawn from.
  ///
  /// @param schema the public schema
  /// @param graph where keys come from
  /// @param present what is mostly asked for
  public record Source(GraphQLSchema schema, Graph graph, GraphContents present) {
    /// Returns a whole graph.
    public static Source of(GraphQLSchema schema, Model model, Graph graph) {
      return new Source(schema, graph, GraphContents.in(model, graph));
    }

    private Source fromRootsOf(Model model, Set<String> entities) {
      return new Source(schema, graph, present.fromRootsOf(model, entities));
    }
  }

  /// Returns the operation of a seed. Every other one starts at nodes of which something depends on
  /// the day.
  ///
  /// @param schema the public schema
  /// @param model the shape of the graph
  /// @param graph where its keys come from
  /// @param seed gives the same operation for the same graph
  public static Operation of(GraphQLSchema schema, Model model, Graph graph, long seed) {
    var whole = Source.of(schema, model, graph);
    var source = seed % 2 == 0 ? whole : whole.fromRootsOf(model, DecidingDays.decidedTypes(model));
    var random = new RandomOperation(source, seed, Set.of(), Optional.empty());
    var day =
        random.draw.chance(50) ? Optional.of(random.input.day(random.dayType())) : Optional.empty();
    return random.operation(day);
  }

  /// Returns an operation that asks everything on one day, and nothing that looks at others.
  ///
  /// @param day the day
  /// @param without what is left out besides
  public static Operation onDay(
      Source source, long seed, LocalDate day, Set<ExcludedFeatures> without) {
    var all = new HashSet<>(TIMES);
    all.addAll(without);
    return new RandomOperation(source, seed, all, Optional.of(day)).operation(Optional.of(day));
  }

  /// Returns an operation on one day, or today; in one of two, fields can have days of their own.
  ///
  /// @param day the day, if it is not to be today
  public static Operation from(Source source, long seed, Optional<LocalDate> day) {
    var without =
        seed % 2 == 0 ? Set.<ExcludedFeatures>of() : Set.of(ExcludedFeatures.DAYS_OF_FIELDS);
    return new RandomOperation(source, seed, without, Optional.empty())
        .operation(day.map(Object.class::cast));
  }

  private GraphQLInputType dayType() {
    return schema.getTypeAs("Date");
  }

  private Operation operation(Optional<Object> day) {
    var call = new RandomArguments(draw, input, menu, day);
    var selection = new RandomSelection(schema, draw, call);
    var set = selection.root();
    var fragments = selection.fragments();
    var values = variables.values(set + fragments);
    var definitions = variables.definitions(set + fragments);
    if (definitions.isEmpty() && draw.chance(50)) {
      return new Operation(set + fragments, "", values);
    }
    var document = "query Drawn" + definitions + " " + set + fragments;
    return draw.chance(5)
        ? new Operation(document + "\nquery Other { __typename }", "Drawn", values)
        : new Operation(document, "", values);
  }
}
