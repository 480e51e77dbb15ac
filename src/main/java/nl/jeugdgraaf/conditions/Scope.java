package nl.jeugdgraaf.conditions;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.jeugdgraaf.api.ApiNames.DirectiveName;
import nl.jeugdgraaf.document.DocumentReader;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputReader;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What holds around a field while it is compiled: the binder, the variables, the day.
///
/// @param model the graph
/// @param schema the public schema, for the types of arguments
/// @param binder gives variables of the plan
/// @param variables values of the request
/// @param day the day on which temporal relationships must hold
public record Scope(
    Model model,
    GraphQLSchema schema,
    Binder binder,
    Map<String, @Nullable Object> variables,
    Parameter day) {

  /// Returns the scope of an operation: on its `@asOf`, or today.
  public static Scope of(
      Model model,
      GraphQLSchema schema,
      Binder binder,
      Map<String, @Nullable Object> variables,
      DirectivesContainer<?> operation) {
    var inputs = new InputReader(variables);
    ParameterSource source =
        operation.getDirectives(DirectiveName.AS_OF).isEmpty()
            ? new ParameterSource.Today()
            : day(schema, inputs, operation.getDirectives(DirectiveName.AS_OF).getFirst());
    return new Scope(model, schema, binder, variables, binder.parameter(source));
  }

  /// Binds a relationship on the day, or in every period.
  public Hop hop(NodeVariable from, RelationshipField relationship, boolean everyPeriod) {
    return everyPeriod
        ? binder.hopInAllPeriods(from, relationship, day)
        : binder.hop(from, relationship, day);
  }

  /// Returns the name of the type of a node of an interface.
  public Term.TypeName typeName(NodeVariable node) {
    return new Term.TypeName(
        node, model.concrete(node.entity()).stream().map(NodeType::name).toList());
  }

  /// Returns whether a field asks for every period of the relationship that it follows.
  ///
  /// @throws ProblemException if the relationship has no periods, or fields of one response key
  ///   differ
  public boolean everyPeriod(CollectedField field, RelationshipField relationship) {
    var asked =
        field.fields().stream()
            .map(one -> one.hasDirective(DirectiveName.HISTORY))
            .distinct()
            .toList();
    if (asked.size() > 1) {
      throw refused(
          field, "Fields '%s' would be merged, but only some have @history. Give one an alias.");
    }
    if (asked.getFirst() && !relationship.properties().temporal()) {
      throw refused(
          field,
          "@history is not allowed on '%s': its relationships have no periods. Leave it out.");
    }
    return asked.getFirst();
  }

  /// Refuses `@history` on a field that follows no relationship.
  public static void refuseHistory(CollectedField field) {
    if (field.fields().stream().anyMatch(one -> one.hasDirective(DirectiveName.HISTORY))) {
      throw refused(
          field,
          "@history is not allowed on '%s'. Use it on a list or connection of a relationship.");
    }
  }

  public static ProblemException refused(CollectedField field, String message) {
    return new ProblemException(
        Problem.at(
            Code.GRAPHQL_VALIDATION_FAILED,
            message.formatted(field.key()),
            DocumentReader.location(field.first())));
  }

  /// Returns the scope of a field and all below it: on its `@asOf`, if it has one.
  ///
  /// @throws ProblemException if fields of one response key name different days
  public Scope of(CollectedField field) {
    var days = field.fields().stream().map(one -> one.getDirectives(DirectiveName.AS_OF)).toList();
    if (days.stream().map(Scope::text).distinct().count() > 1) {
      throw refused(
          field, "Fields '%s' would be merged, but their @asOf differs. Give one an alias.");
    }
    if (days.getFirst().isEmpty()) {
      return this;
    }
    var source = day(schema, new InputReader(variables), days.getFirst().getFirst());
    return new Scope(model, schema, binder, variables, binder.parameter(source));
  }

  private static String text(List<Directive> directives) {
    return directives.isEmpty() ? "" : AstPrinter.printAst(directives.getFirst());
  }

  private static ParameterSource day(
      GraphQLSchema schema, InputReader inputs, Directive directive) {
    var declared = Objects.requireNonNull(schema.getDirective(DirectiveName.AS_OF));
    var date =
        inputs
            .arguments(declared.getArguments(), directive.getArguments())
            .get(DirectiveName.AS_OF_DATE);
    if (date instanceof Input.Leaf leaf) {
      return leaf.source();
    }
    throw new ProblemException(
        Code.BAD_USER_INPUT, "@asOf(date:) is null. Give a day, or leave the directive out.");
  }

  /// Returns the arguments of a field that are given.
  ///
  /// @param parent name of the public type that has the field
  /// @param field the field
  public Map<String, Input> arguments(String parent, CollectedField field) {
    var definition =
        switch (schema.getType(parent)) {
          case GraphQLFieldsContainer type -> type.getFieldDefinition(field.name());
          case null, default -> throw new Bug("no public type " + parent);
        };
    return new InputReader(variables)
        .arguments(definition.getArguments(), field.first().getArguments());
  }
}
