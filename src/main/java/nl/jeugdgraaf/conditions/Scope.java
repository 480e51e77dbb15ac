package nl.jeugdgraaf.conditions;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.document.FieldCollector.CollectedField;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputReader;
import nl.jeugdgraaf.document.OptionalVariables;
import nl.jeugdgraaf.document.Refusals;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Term;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// What holds around a field while it is compiled: the binder, the variables, the day.
///
/// @param model the graph
/// @param schema the public schema, for the types of arguments
/// @param binder gives variables of the plan
/// @param operation values of the request, and what is refused of it
/// @param day the day that is asked
public record Scope(
    Model model, GraphQLSchema schema, Binder binder, Asked operation, AskedDay day) {

  /// The operation that is compiled.
  ///
  /// @param variables values of the request
  /// @param optional which of them may have no value in another run, if any
  /// @param refusals gathers what is wrong with it
  public record Asked(
      Map<String, @Nullable Object> variables,
      Optional<OptionalVariables> optional,
      Refusals refusals) {}

  /// The day that a field asks about.
  ///
  /// @param term the day
  /// @param inIds the day that ids carry, which is null in rows that carry none; absent where today
  ///   is asked without being named, so that no id carries a day
  public record AskedDay(Term term, Optional<Term> inIds) {
    /// {@return a day that is named}
    ///
    /// @param term the day
    public static AskedDay named(Term term) {
      return new AskedDay(term, Optional.of(term));
    }
  }

  /// Returns the scope of an operation: it asks about today, until a field names another day.
  public static Scope of(Model model, GraphQLSchema schema, Binder binder, Asked operation) {
    var today = binder.parameter(new ParameterSource.Today());
    return new Scope(model, schema, binder, operation, new AskedDay(today, Optional.empty()));
  }

  /// {@return what gathers what is wrong with the operation}
  public Refusals refusals() {
    return operation.refusals();
  }

  /// Compiles a condition, which holds never if it is refused.
  ///
  /// @param at where in the arguments, such as `where.status.eq`
  Predicate condition(String at, Supplier<Predicate> compile) {
    return refusals().input(at, compile, Predicate.Always.FALSE);
  }

  /// Returns a condition that is asked only where it is given, if the plan serves requests that
  /// leave it out.
  ///
  /// @param input the object in which it stands
  /// @param name of the part
  /// @param condition what the part asks
  Predicate ifGiven(Input.Fields input, String name, Predicate condition) {
    var presence = input.optional().get(name);
    if (presence == null || presence.implied() || !isShared()) {
      return condition;
    }
    var sources = presence.sources();
    var given =
        input.fields().get(name) instanceof Input.Leaf(_, var source) && sources.contains(source)
            ? source
            : new ParameterSource.IfGiven(sources, new ParameterSource.Literal(true));
    var absent = new Predicate.IsNull(binder.parameter(given));
    return Predicate.or(List.of(absent, condition));
  }

  /// Returns whether the plan serves requests that leave out conditions.
  boolean isShared() {
    return operation.optional().filter(OptionalVariables::shared).isPresent();
  }

  /// Binds nodes that are there on the day.
  public NodeVariable node(NodeEntity entity) {
    return binder.node(entity, day.term());
  }

  /// Binds a relationship on the day, or in every period.
  public Hop hop(NodeVariable from, RelationshipField relationship, boolean everyPeriod) {
    return everyPeriod
        ? binder.hopInAllPeriods(from, relationship, day.term())
        : binder.hop(from, relationship, day.term());
  }

  /// Returns the name of the type of a node of an interface.
  public Term.TypeName typeName(NodeVariable node) {
    return new Term.TypeName(
        node, model.concrete(node.entity()).stream().map(NodeType::name).toList());
  }

  /// Returns a text without letter case and accents.
  Term.Folded folded(Term text) {
    return new Term.Folded(text, binder.parameter(new ParameterSource.Replacements()));
  }

  /// Returns what a value is sorted by: texts as people sort them, all else by itself.
  public Term collated(Term value, ValueType type) {
    return type.scalar() == Scalar.BuiltIn.STRING ? new Term.Collated(folded(value)) : value;
  }

  /// Returns whether a field asks for every period of the relationship that it follows.
  public static boolean everyPeriod(Map<String, Input> arguments) {
    return arguments.get(Argument.HISTORY) instanceof Input.Leaf(var value, _)
        && value.equals(true);
  }

  /// Returns the scope of a field and all below it: on the day that its arguments name, if they do.
  public Scope on(Map<String, Input> arguments) {
    return arguments.get(Argument.AS_OF) instanceof Input.Leaf(_, var source)
        ? on(AskedDay.named(binder.parameter(source)))
        : this;
  }

  /// Returns the same scope on another day.
  public Scope on(AskedDay other) {
    return new Scope(model, schema, binder, operation, other);
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
    var given =
        new InputReader(operation.variables(), operation.optional())
            .arguments(definition.getArguments(), field.first().getArguments());
    refusals().given(given);
    return given;
  }
}
