package nl.jeugdgraaf.property.draw;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws what stands behind the name of a field: arguments and directives.
///
/// @param draw chance
/// @param input values
/// @param menu what may be drawn
/// @param day what all fields at the root that can be asked on a day are asked on, if on the same
record RandomArguments(RandomSource draw, RandomInput input, Drawable menu, Optional<Object> day) {
  private static final GraphQLInputType BOOLEAN = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);

  /// Returns the arguments of a field, in brackets, or nothing.
  String arguments(GraphQLNamedType parent, GraphQLFieldDefinition field) {
    var texts = new ArrayList<String>();
    if (field.getName().equals("changes")) {
      var days = input.span(field.getArgument("from").getType());
      texts.add("from: " + Literal.text(days.getFirst()));
      texts.add("to: " + Literal.text(days.getLast()));
      return brackets(texts);
    }
    if (parent.getName().endsWith("Changes")) {
      return "";
    }
    for (GraphQLArgument argument : field.getArguments()) {
      var oneSide = argument.getName().equals("last") && texts.stream().anyMatch(this::isFirst);
      var value =
          oneSide
              ? null
              : isDayOfAll(parent, argument)
                  ? day.orElseThrow()
                  : input.argument(argument.getName(), argument.getType());
      if (value != null) {
        texts.add(argument.getName() + ": " + Literal.text(value));
      }
    }
    return brackets(texts);
  }

  private boolean isDayOfAll(GraphQLNamedType parent, GraphQLArgument argument) {
    return day.isPresent() && parent.getName().equals("Query") && argument.getName().equals("asOf");
  }

  private boolean isFirst(String argument) {
    return argument.startsWith("first: ");
  }

  /// Returns the arguments of `groups`, in brackets, or nothing.
  ///
  /// @param field the field
  /// @param paths of the values that are selected in a group
  String groupArguments(GraphQLFieldDefinition field, List<String> paths) {
    var texts = new ArrayList<String>();
    for (GraphQLArgument argument : field.getArguments()) {
      var name = argument.getName();
      var value =
          switch (name) {
            case "sort" -> groupSort(argument, paths);
            case "first", "offset" ->
                menu.offers(ExcludedFeatures.GROUP_PAGES)
                    ? input.argument(name, argument.getType())
                    : null;
            default -> input.argument(name, argument.getType());
          };
      if (value != null) {
        texts.add(name + ": " + Literal.text(value));
      }
    }
    return brackets(texts);
  }

  private Object groupSort(GraphQLArgument argument, List<String> paths) {
    return !paths.isEmpty() && menu.offers(ExcludedFeatures.GROUP_SORTS) && draw.chance(45)
        ? input.groupSort(argument.getType(), paths)
        : null;
  }

  private static String brackets(List<String> texts) {
    return texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")";
  }

  /// Returns `@skip` or `@include`, in so many of a hundred cases.
  String condition(int percent) {
    if (!draw.chance(percent) || !menu.offers(ExcludedFeatures.CONDITIONS)) {
      return "";
    }
    var kept = draw.chance(80);
    return draw.chance(50)
        ? " @include(if: " + Literal.text(input.truth(BOOLEAN, kept)) + ")"
        : " @skip(if: " + Literal.text(input.truth(BOOLEAN, !kept)) + ")";
  }
}
