package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Directive;
import graphql.language.NamedNode;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.DelegatingPermissions;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.VisibleSchemas;
import nl.jeugdgraaf.compile.Compiler;
import nl.jeugdgraaf.document.DocumentReader;
import nl.jeugdgraaf.limits.Limits;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema that a role sees has what it can see for one of its purposes, and nothing else.
class VisibleSchemasTest {
  private static final ApiSchema WHOLE = ApiSchema.builtIn();
  private static final Policy POLICY = new Policy(WHOLE.access(), true);
  private static final VisibleSchemas SCHEMAS = new VisibleSchemas(WHOLE);
  private static final Compiler COMPILER = new Compiler(WHOLE);
  private static final DocumentReader READER =
      new DocumentReader(WHOLE, new Limits.Document(1_000_000, 100_000, 100, 100, 100));

  /// All roles, and nobody.
  static Stream<String> roles() {
    return Stream.concat(Stream.of(""), WHOLE.access().roles().keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("roles")
  void eachFieldOfARoleCanBeAskedForOneOfItsPurposes(String role) {
    var visible = SCHEMAS.of(permissions(role));
    var questions = new FieldQuestions(visible.graphQl());
    var refused = new ArrayList<String>();
    questions
        .output(visible.graphQl())
        .forEach((field, question) -> {
          if (isRefusedForAll(role, question)) {
            refused.add(field);
          }
        });
    questions
        .input(visible.graphQl())
        .forEach((field, question) -> {
          if (isRefusedForAll(role, question)) {
            refused.add(field + " " + question);
          }
        });
    assertEquals(List.of(), refused);
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whatIsLeftOutIsForbiddenForEachPurpose(String role) {
    var visible = SCHEMAS.of(permissions(role));
    var questions = new FieldQuestions(visible.graphQl());
    var answered = new ArrayList<String>();
    var output = questions.output(WHOLE.graphQl());
    output.keySet().removeAll(questions.output(visible.graphQl()).keySet());
    output.forEach((field, question) -> {
      if (isAnsweredForOne(role, question)) {
        answered.add(field);
      }
    });
    var input = questions.input(WHOLE.graphQl());
    input.keySet().removeAll(questions.input(visible.graphQl()).keySet());
    input.keySet().removeAll(conditionsOfHiddenTypes(visible));
    input.forEach((field, question) -> {
      if (isAnsweredForOne(role, question)) {
        answered.add(field + " " + question);
      }
    });
    assertEquals(List.of(), answered);
  }

  /// GraphQL requires that a type has all fields of its interfaces.
  @ParameterizedTest
  @MethodSource("roles")
  void aTypeLeavesAnInterfaceOnlyForAFieldThatItLacks(String role) {
    var visible = SCHEMAS.of(permissions(role));
    for (var type : visible.model().interfaces().keySet()) {
      var whole =
          visible.model().nodes().keySet().stream()
              .filter(name -> implement(WHOLE, name).contains(type))
              .collect(Collectors.toSet());
      var complete =
          whole.stream()
              .filter(name -> fields(visible, name).containsAll(fields(visible, type)))
              .collect(Collectors.toSet());
      var implementing =
          whole.stream()
              .filter(name -> implement(visible, name).contains(type))
              .collect(Collectors.toSet());
      assertEquals(complete, implementing, type);
      var named = (GraphQLEnumType) type(visible, type + "Implementation");
      assertEquals(
          whole,
          named.getValues().stream()
              .map(GraphQLEnumValueDefinition::getName)
              .collect(Collectors.toSet()));
    }
  }

  private static List<String> implement(ApiSchema schema, String type) {
    return ((GraphQLObjectType) type(schema, type))
        .getInterfaces().stream().map(GraphQLNamedType::getName).toList();
  }

  private static List<String> fields(ApiSchema schema, String type) {
    return ((GraphQLFieldsContainer) type(schema, type))
        .getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList();
  }

  private static GraphQLType type(ApiSchema schema, String name) {
    return Objects.requireNonNull(schema.graphQl().getType(name));
  }

  @Test
  void plansHaveNoSourceForAMunicipalityAndLeaveTheInterfaceThatHasOne() {
    var text = SCHEMAS.of(permissions("MUNICIPALITY")).text();
    assertTrue(text.contains("\ntype Plan implements Node {"));
    assertTrue(text.contains("\ntype Trajectory implements Node & Statement {"));
    assertTrue(text.contains("  Plan: PlanWhere\n"));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whatIsPrintedIsWhatIntrospectionShows(String role) {
    var visible = SCHEMAS.of(permissions(role));
    var shown =
        GraphQL.newGraphQL(visible.graphQl())
            .build()
            .execute(IntrospectionQuery.INTROSPECTION_QUERY);
    assertEquals(List.of(), shown.getErrors());
    Map<String, Object> data = shown.getData();
    var introspected = new IntrospectionResultToSchema().createSchemaDefinition(data);
    var printed = new SchemaParser().parse(visible.text()).getTypes(TypeDefinition.class);
    assertEquals(fields(printed), fields(introspected.getDefinitionsOfType(TypeDefinition.class)));
  }

  /// The server itself sees all, so nothing is left out but by mistake.
  @Test
  void nothingIsLeftOutForWhoMaySeeAll() {
    var all = Permissions.FULL;
    var visible =
        SCHEMAS.of(
            new DelegatingPermissions(all) {
              @Override
              public List<Permissions> ofRole() {
                return List.of(this);
              }
            });
    var questions = new FieldQuestions(WHOLE.graphQl());
    var left = new FieldQuestions(visible.graphQl());
    assertEquals(questions.output(WHOLE.graphQl()), left.output(visible.graphQl()));
    assertEquals(questions.input(WHOLE.graphQl()), left.input(visible.graphQl()));
  }

  @SuppressWarnings("rawtypes") // as graphql-java returns them
  private static Map<String, List<String>> fields(List<TypeDefinition> types) {
    var fields = new TreeMap<String, List<String>>();
    for (var type : types) {
      var isIntrospection = type.getName().startsWith("__");
      if (!isIntrospection && !(type instanceof ScalarTypeDefinition)) {
        List<?> children = type.getChildren();
        fields.put(
            type.getName(),
            children.stream()
                .filter(child -> child instanceof NamedNode && !(child instanceof Directive))
                .map(child -> ((NamedNode<?>) child).getName())
                .sorted()
                .toList());
      }
    }
    return fields;
  }

  /// "It is of this type" holds of no node where the role sees no node of the type.
  private static Set<String> conditionsOfHiddenTypes(ApiSchema visible) {
    return WHOLE.model().interfaces().values().stream()
        .flatMap(type ->
            type.implementations().stream()
                .filter(name -> !visible.model().nodes().containsKey(name))
                .map(name -> type.name() + "Where." + name))
        .collect(Collectors.toSet());
  }

  private static Permissions permissions(String role) {
    return POLICY.of(new Caller(role, "", "", "", ""));
  }

  private static boolean isRefusedForAll(String role, String question) {
    return permissions(role).ofRole().stream().allMatch(each -> isRefused(each, question));
  }

  private static boolean isAnsweredForOne(String role, String question) {
    return permissions(role).ofRole().stream().anyMatch(each -> !isRefused(each, question));
  }

  private static boolean isRefused(Permissions permissions, String question) {
    var valid = READER.validate(READER.parse(question, ""));
    try {
      COMPILER.compile(valid, Map.of(), permissions);
      return false;
    } catch (ProblemException e) {
      return e.problems().stream().anyMatch(it -> Engine.REFUSALS.contains(it.code()));
    }
  }
}
