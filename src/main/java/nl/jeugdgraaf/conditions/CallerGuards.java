package nl.jeugdgraaf.conditions;

import graphql.schema.GraphQLInputObjectType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.RuleCondition;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputReader;
import nl.jeugdgraaf.document.Refusals;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;
import org.jspecify.annotations.Nullable;

/// The rules of access as guards for one plan: the `where` of a rule, compiled by the compiler of
/// filters, so that rules and filters cannot disagree.
///
/// Rules hold today, whatever day is asked: who may see a youth today may ask how it was, and a
/// relation that ended opens nothing, on no day.
public final class CallerGuards implements Guards {
  private final ApiSchema schema;
  private final Permissions permissions;
  private final ParameterSource ruleDay;
  private @Nullable Parameter day;

  /// Creates the guards of a caller.
  ///
  /// @param schema the graph and the rules
  /// @param permissions gives the values that rules ask of the caller
  public CallerGuards(ApiSchema schema, Permissions permissions) {
    this(schema, permissions, new ParameterSource.Today());
  }

  /// Creates guards that read rules on another day, to tell what they said then.
  ///
  /// @param schema the graph and the rules
  /// @param permissions gives the values that rules ask of the caller
  /// @param ruleDay the day on which rules are read
  public CallerGuards(ApiSchema schema, Permissions permissions, ParameterSource ruleDay) {
    this.schema = schema;
    this.permissions = permissions;
    this.ruleDay = ruleDay;
  }

  @Override
  public Predicate guard(String rule, Variable of, Binder binder) {
    var name = of.entity().name() + "." + rule;
    var condition =
        Optional.ofNullable(schema.conditions().get(name))
            .orElseThrow(() -> new Bug("no rule " + name));
    var variables = new HashMap<String, @Nullable Object>(permissions.values());
    variables.put(RuleCondition.TODAY, ruleDay);
    if (!(schema.graphQl().getType(of.entity().name() + "Where")
        instanceof GraphQLInputObjectType type)) {
      throw new Bug("no conditions on " + of.entity().name());
    }
    var input = onDay(new InputReader(variables).object(condition.where(), type));
    var scope =
        new Scope(
            schema.model(),
            schema.graphQl(),
            binder.ofRules(),
            new Scope.Asked(Map.of(), Optional.empty(), Refusals.none()),
            new Scope.AskedDay(day(binder), Optional.empty()));
    return switch (of) {
      case NodeVariable node ->
          binder.onDayOfRule(
              node, scope.day().term(), then -> new WhereCompiler(scope).node(then, input));
      case RelationshipVariable edge -> new WhereCompiler(scope).edge(edge, input);
    };
  }

  private Parameter day(Binder binder) {
    if (day == null) {
      day = binder.parameter(ruleDay);
    }
    return day;
  }

  /// Puts the day in its places.
  private Input onDay(Input input) {
    return switch (input) {
      case Input.Leaf(var value, ParameterSource.OperationVariable(var name, _))
          when name.equals(RuleCondition.TODAY) ->
          new Input.Leaf(value, ruleDay);
      case Input.Items(var items, var source) ->
          new Input.Items(items.stream().map(this::onDay).toList(), source);
      case Input.Fields(var fields, _) -> {
        var changed = new LinkedHashMap<String, Input>();
        fields.forEach((name, inner) -> changed.put(name, onDay(inner)));
        yield new Input.Fields(changed);
      }
      case Input.Leaf _, Input.Null _ -> input;
    };
  }
}
