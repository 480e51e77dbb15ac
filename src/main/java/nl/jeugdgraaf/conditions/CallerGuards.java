package nl.jeugdgraaf.conditions;

import graphql.schema.GraphQLInputObjectType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.RuleCondition;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputReader;
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
/// A rule holds on the day that is asked, but at most today: what somebody will see in future they
/// do not see by asking for a future day.
public final class CallerGuards implements Guards {
  private final ApiSchema schema;
  private final Permissions permissions;
  private final UnaryOperator<ParameterSource> ruleDay;

  /// Days on which rules are read, by the day that is asked.
  private final Map<Parameter, Parameter> ruleDays = new HashMap<>();

  /// Creates the guards of a caller.
  ///
  /// @param schema the graph and the rules
  /// @param permissions gives the values that rules ask of the caller
  public CallerGuards(ApiSchema schema, Permissions permissions) {
    this(schema, permissions, CallerGuards::atMostToday);
  }

  /// Creates guards that read rules on days of their own.
  ///
  /// @param schema the graph and the rules
  /// @param permissions gives the values that rules ask of the caller
  /// @param ruleDay gives the day on which a rule is read, out of the day that is asked
  public CallerGuards(
      ApiSchema schema, Permissions permissions, UnaryOperator<ParameterSource> ruleDay) {
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
    var day = ruleDays.computeIfAbsent(of.day(), asked -> ruleDay(asked, binder));
    var variables = new HashMap<String, @Nullable Object>(permissions.values());
    variables.put(RuleCondition.DAY, day);
    if (!(schema.graphQl().getType(of.entity().name() + "Where")
        instanceof GraphQLInputObjectType type)) {
      throw new Bug("no conditions on " + of.entity().name());
    }
    var input = new InputReader(variables).object(condition.where(), type);
    var where =
        new WhereCompiler(
            new Scope(schema.model(), schema.graphQl(), binder.unguarded(), Map.of(), day));
    var onDay = onDay(input, day);
    return switch (of) {
      case NodeVariable node -> where.node(node, onDay);
      case RelationshipVariable edge -> where.edge(edge, onDay);
    };
  }

  private Parameter ruleDay(Parameter asked, Binder binder) {
    var source = ruleDay.apply(asked.source());
    return source.equals(asked.source()) ? asked : binder.parameter(source);
  }

  private static ParameterSource atMostToday(ParameterSource asked) {
    return asked instanceof ParameterSource.Today ? asked : new ParameterSource.AtMostToday(asked);
  }

  /// Puts the day in its places.
  private static Input onDay(Input input, Parameter day) {
    return switch (input) {
      case Input.Leaf(var value, ParameterSource.OperationVariable(var name, _))
          when name.equals(RuleCondition.DAY) ->
          new Input.Leaf(value, day.source());
      case Input.Items(var items, var source) ->
          new Input.Items(items.stream().map(item -> onDay(item, day)).toList(), source);
      case Input.Fields(var fields) -> {
        var changed = new LinkedHashMap<String, Input>();
        fields.forEach((name, inner) -> changed.put(name, onDay(inner, day)));
        yield new Input.Fields(changed);
      }
      case Input.Leaf _, Input.Null _ -> input;
    };
  }
}
