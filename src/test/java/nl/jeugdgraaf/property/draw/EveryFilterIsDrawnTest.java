package nl.jeugdgraaf.property.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.property.reference.Reference;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// What is never drawn is never compared.
class EveryFilterIsDrawnTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
  private static final int ROUNDS_MAX = 200;

  private final Model model = SchemaReader.read(SchemaFile.builtIn());
  private final Reference reference = new Reference(model, ApiSchema.of(model).text());

  @Test
  void everyOperatorOfEveryFilterIsDrawn() {
    var conditions = conditions();
    var missing = new TreeSet<String>();
    for (var type : reachable(new ArrayList<>(conditions.values()))) {
      if (isOperator(type)) {
        type.getFields().forEach(field -> missing.add(name(type) + "." + field.getName()));
      }
    }
    for (long seed = 1; seed <= ROUNDS_MAX && !missing.isEmpty(); seed++) {
      var draw = new RandomSource(seed);
      var graph = RandomGraph.of(model, seed, TODAY);
      var menu = new Drawable(GraphContents.in(model, graph), Set.of());
      for (var type : conditions.values()) {
        var variables = new RandomVariables(draw);
        var input = new RandomInput(draw, new RandomScalars(draw, graph), menu, variables);
        strike(missing, type, input.literal(type));
      }
    }
    assertEquals(Set.of(), missing);
  }

  /// The quantifiers of all relationships are one.
  private static String name(GraphQLNamedType type) {
    return type.getName().replaceFirst("^[A-Z].*(ConnectionFilter|RelationshipFilter)$", "$1");
  }

  /// Filters of values, quantifiers and totals; which attributes they are about is left to chance.
  private static boolean isOperator(GraphQLNamedType type) {
    return type.getName().endsWith("Filter")
        || type.getName().equals("PeriodInput")
        || type.getName().equals("ConnectionCountWhere");
  }

  /// Returns the types of all conditions that fields take, by name.
  private Map<String, GraphQLInputType> conditions() {
    var conditions = new LinkedHashMap<String, GraphQLInputType>();
    for (var type : reference.schema().getAllTypesAsList()) {
      if (type instanceof GraphQLFieldsContainer container) {
        for (var field : container.getFieldDefinitions()) {
          for (var name : List.of("where", "having")) {
            var argument = field.getArgument(name);
            if (argument != null) {
              conditions.put(((GraphQLNamedType) argument.getType()).getName(), argument.getType());
            }
          }
        }
      }
    }
    return conditions;
  }

  private static Set<GraphQLInputObjectType> reachable(List<GraphQLInputType> from) {
    var reached = new LinkedHashSet<GraphQLInputObjectType>();
    for (int at = 0; at < from.size(); at++) {
      if (from.get(at) instanceof GraphQLInputObjectType object && reached.add(object)) {
        object.getFields().forEach(field -> from.add(unwrapped(field)));
      }
    }
    return reached;
  }

  private static GraphQLInputType unwrapped(GraphQLInputObjectField field) {
    return (GraphQLInputType) GraphQLTypeUtil.unwrapAll(field.getType());
  }

  private static void strike(Set<String> missing, GraphQLInputType type, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        var object = (GraphQLInputObjectType) type;
        map.forEach((field, part) -> {
          missing.remove(name(object) + "." + field);
          strike(missing, unwrapped(object.getField((String) field)), part);
        });
      }
      case List<?> list -> list.forEach(part -> strike(missing, type, part));
      case null, default -> {}
    }
  }
}
