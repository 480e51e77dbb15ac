package nl.jeugdgraaf.conditions;

import graphql.schema.GraphQLInputObjectType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.RuleCondition;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.document.InputReader;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Guards;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.RelationshipVariable;
import nl.jeugdgraaf.plan.Variable;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The guards of one caller: rules that are not decided yet, compiled by the compiler of filters.
///
/// A rule holds on the day that is asked, but at most today: what somebody will see in future they
/// do not see by asking for a future day. One object serves one plan.
public final class CallerGuards implements Guards {
  private final ApiSchema schema;
  private final Permissions access;

  /// Days on which rules are read, by the day that is asked.
  final Map<Parameter, Parameter> days = new HashMap<>();

  public CallerGuards(ApiSchema schema, Permissions access) {
    this.schema = schema;
    this.access = access;
  }

  @Override
  public boolean maySee(NodeType type) {
    return !access.node(type).never();
  }

  @Override
  public boolean mayRead(NodeType type, Attribute attribute) {
    return !access.attribute(type, attribute).never();
  }

  @Override
  public Optional<List<String>> subject(NodeType type) {
    return access.subject(type);
  }

  @Override
  public ProblemException refusal(Entity entity, String field) {
    return access.refusal(entity, field);
  }

  @Override
  public Predicate node(NodeVariable node, Binder binder) {
    return node.entity() instanceof NodeType type
        ? where(access.node(type), node, binder)
        : Predicate.Always.FALSE;
  }

  @Override
  public Predicate edge(RelationshipVariable edge, Binder binder) {
    return where(access.relationship(edge.entity()), edge, binder);
  }

  @Override
  public Predicate property(Variable of, Attribute attribute, Binder binder) {
    return where(access.attribute(of.entity(), attribute), of, binder);
  }

  private Predicate where(Permissions.Decision decision, Variable of, Binder binder) {
    return decision.always()
        ? Predicate.Always.TRUE
        : Predicate.or(decision.rules().stream().map(rule -> where(rule, of, binder)).toList());
  }

  /// Returns the condition of a rule.
  Predicate where(String rule, Variable of, Binder binder) {
    var name = of.entity().name() + "." + rule;
    var condition =
        Optional.ofNullable(schema.conditions().get(name))
            .orElseThrow(() -> new Bug("no rule " + name));
    var day = days.computeIfAbsent(of.day(), asked -> notLater(asked, binder));
    var variables = new HashMap<String, @Nullable Object>(access.values());
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

  private static Parameter notLater(Parameter asked, Binder binder) {
    return asked.source() instanceof ParameterSource.Today
        ? asked
        : binder.parameter(new ParameterSource.AtMostToday(asked.source()));
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
