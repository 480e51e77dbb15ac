package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The only way to a variable, a property or a parameter of a plan.
///
/// Attaches to each variable what the caller may see and on which day, so that no path to data can
/// forget it. One binder serves one plan; names follow the order of the questions, so that equal
/// operations get equal plans.
public final class Binder {
  private static final Guards UNGUARDED = (_, _, _) -> Predicate.Always.TRUE;

  private final Model model;
  private final Permissions permissions;
  private final Guards guards;
  private final Given given;

  /// Whether the caller asks for what is bound; false where a rule does.
  private final boolean records;

  /// Creates a binder for one plan of a caller.
  ///
  /// @param model the graph
  /// @param permissions what the caller may see
  /// @param guards turns the rules of these permissions into predicates
  public Binder(Model model, Permissions permissions, Guards guards) {
    this(model, permissions, guards, new Given(), true);
  }

  /// Creates a binder for a plan that reads the whole graph.
  ///
  /// @param model the graph
  public Binder(Model model) {
    this(model, Permissions.FULL, UNGUARDED);
  }

  private Binder(
      Model model, Permissions permissions, Guards guards, Given given, boolean records) {
    this.model = model;
    this.permissions = permissions;
    this.guards = guards;
    this.given = given;
    this.records = records;
  }

  /// What a plan was given so far.
  private static final class Given {
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<List<String>, Property> properties = new HashMap<>();
    private final Set<String> read = new TreeSet<>();
    private int nodes;
    private int edges;
    private int names;
  }

  /// {@return a binder of the same plan for the conditions of rules, which look at the whole graph}
  public Binder unguarded() {
    return new Binder(model, Permissions.FULL, UNGUARDED, given, false);
  }

  /// Binds a variable to nodes.
  ///
  /// @param entity a node type or interface
  /// @param day that is asked
  /// @return the variable with its guard
  /// @throws ProblemException if the caller may never see any of them
  public NodeVariable node(NodeEntity entity, Parameter day) {
    return bind("n" + given.nodes++, entity, day);
  }

  private NodeVariable bind(String variable, NodeEntity entity, Parameter day) {
    if (records) {
      given.read.add(entity.name());
    }
    var node =
        new NodeVariable(
            variable,
            pattern(entity),
            day,
            bound ->
                switch (entity) {
                  case InterfaceType type -> ofEach(bound, type);
                  case NodeType type -> guard(permissions.node(type), bound);
                });
    if (node.guard().equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(entity, "");
    }
    return node;
  }

  /// Returns what must hold of a node of an interface: the guard of the type that it has. Types
  /// that may never be seen are not among its labels.
  private Predicate ofEach(NodeVariable node, InterfaceType type) {
    var parts = new ArrayList<Predicate>();
    for (var each : model.concrete(type)) {
      var typed = as(node, each);
      var guard = guard(permissions.node(each), typed);
      if (!guard.equals(Predicate.Always.FALSE)) {
        parts.add(Predicate.or(List.of(Predicate.not(new Predicate.HasLabel(typed)), guard)));
      }
    }
    return parts.isEmpty() ? Predicate.Always.FALSE : Predicate.and(parts);
  }

  /// Looks at a node as one of a type. The variable keeps the guard that it was bound with.
  ///
  /// @param node a bound node
  /// @param type a node type that it can have
  /// @return the same variable
  public NodeVariable as(NodeVariable node, NodeType type) {
    return node.entity().equals(type)
        ? node
        : new NodeVariable(node.name(), pattern(type), node.day(), _ -> Predicate.Always.TRUE);
  }

  /// Binds variables to a relationship and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day on which it must hold if it is temporal
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hop(NodeVariable from, RelationshipField relationship, Parameter day) {
    return hop(
        from,
        relationship,
        day,
        bound ->
            relationship.properties().temporal()
                ? Predicate.and(List.of(new Predicate.ValidOn(bound, day), allowed(bound)))
                : allowed(bound));
  }

  /// Binds variables to a relationship in all its periods, and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day that is asked
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hopInAllPeriods(NodeVariable from, RelationshipField relationship, Parameter day) {
    return hop(from, relationship, day, this::allowed);
  }

  private Predicate allowed(RelationshipVariable edge) {
    var guard = guard(permissions.relationship(edge.entity()), edge);
    if (guard.equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(edge.entity(), "");
    }
    return guard;
  }

  private Hop hop(
      NodeVariable from,
      RelationshipField relationship,
      Parameter day,
      Function<RelationshipVariable, Predicate> guard) {
    var kind =
        new RelationshipVariable.RelationshipPattern(
            relationship.type(), relationship.properties());
    var edge =
        new RelationshipVariable("r" + given.edges++, kind, day, visibleOn(from, day, guard));
    return new Hop(
        from,
        relationship.direction(),
        edge,
        node(model.entity(relationship.target().entity()), day));
  }

  /// A field can be asked on another day than the node that has it; then the node must be there for
  /// the caller on that day too.
  private Function<RelationshipVariable, Predicate> visibleOn(
      NodeVariable from, Parameter day, Function<RelationshipVariable, Predicate> guard) {
    if (day.equals(from.day())) {
      return guard;
    }
    var then = bind(from.name(), from.entity(), day).guard();
    return bound -> Predicate.and(List.of(guard.apply(bound), then));
  }

  /// Binds variables to one step of a path: a relationship of one of several types, and the node
  /// that it leads to.
  ///
  /// @param steps the relationships, one for each type
  /// @param day on which it must hold if it is temporal
  /// @return the step; rules hold for each type that it can have
  public Rows.PathStep step(List<RelationshipField> steps, Parameter day) {
    var types = steps.stream().map(RelationshipField::type).toList();
    var edge =
        new RelationshipVariable(
            "r" + given.edges++,
            new RelationshipVariable.RelationshipPattern(
                String.join("|", types), PathEntities.EDGE),
            day,
            bound -> {
              var parts = new ArrayList<Predicate>(List.of(new Predicate.ValidOn(bound, day)));
              for (var step : steps) {
                var typed =
                    new RelationshipVariable(
                        bound.name(),
                        new RelationshipVariable.RelationshipPattern(
                            step.type(), step.properties()),
                        day,
                        it -> guard(permissions.relationship(it.entity()), it));
                parts.add(
                    Predicate.or(
                        List.of(
                            Predicate.not(new Predicate.HasRelationshipType(typed)),
                            typed.guard())));
              }
              return Predicate.and(parts);
            });
    return new Rows.PathStep(edge, types, labelled(pathNode(day)));
  }

  /// The pattern of a step has no labels, so types that may never be seen are kept out of it by its
  /// guard.
  private NodeVariable labelled(NodeVariable node) {
    return model.nodes().values().stream().allMatch(this::maySee)
        ? node
        : new NodeVariable(
            node.name(),
            pattern(node.entity()),
            node.day(),
            bound -> Predicate.and(List.of(new Predicate.HasLabel(bound), node.guard())));
  }

  /// Binds a variable to nodes of any type that a path can lead over; rules hold for each type.
  ///
  /// @param day that is asked
  /// @return the variable with its guard
  public NodeVariable pathNode(Parameter day) {
    return node(PathEntities.node(model), day);
  }

  /// Binds a variable to the relationships of a path, whose rules already held.
  ///
  /// @param day that is asked
  /// @return the variable
  public RelationshipVariable pathEdge(Parameter day) {
    return new RelationshipVariable(
        "r" + given.edges++,
        new RelationshipVariable.RelationshipPattern("", PathEntities.EDGE),
        day,
        _ -> Predicate.Always.TRUE);
  }

  /// {@return a name that no other value of the plan has}
  public Term.Named name() {
    return new Term.Named("v" + given.names++);
  }

  /// Names the days that a computed field counts.
  ///
  /// @param of whose field
  /// @param computed which one
  /// @return the days between its two stored days
  /// @throws ProblemException if the caller may never read one of these
  public Term days(NodeVariable of, ComputedField computed) {
    return new Term.Days(day(of, computed.from()), day(of, computed.to()));
  }

  private Property day(NodeVariable of, String name) {
    var attribute = of.entity().attributes().get(name);
    if (attribute == null) {
      throw new Bug("no day " + of.entity().name() + "." + name);
    }
    return property(of, attribute);
  }

  /// Names a property, to show, filter, sort or count by.
  ///
  /// @param of whose property
  /// @param attribute which one, of the entity or of a type that implements it
  /// @return the property
  /// @throws ProblemException if the caller may never read it
  public Property property(Variable of, Attribute attribute) {
    var key = List.of(of.name(), of.entity().name(), attribute.property());
    var known = given.properties.get(key);
    if (known != null) {
      return known;
    }
    var property = new Property(of, attribute, readable(of, attribute));
    if (property.guard().equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(of.entity(), attribute.name());
    }
    if (records) {
      given.read.add(of.entity().name() + "." + attribute.name());
      given.properties.put(key, property);
    }
    return property;
  }

  /// {@return what the caller may see, as far as that is known without reading}
  public Permissions permissions() {
    return permissions;
  }

  private boolean maySee(NodeType type) {
    return !permissions.node(type).never();
  }

  private Predicate guard(Permissions.Decision decision, Variable variable) {
    return decision.always()
        ? Predicate.Always.TRUE
        : Predicate.or(
            decision.rules().stream().map(rule -> guards.guard(rule, variable, this)).toList());
  }

  private Predicate readable(Variable of, Attribute attribute) {
    return switch (of) {
      case RelationshipVariable edge when edge.entity().equals(PathEntities.EDGE) ->
          Predicate.Always.TRUE;
      case RelationshipVariable edge ->
          guard(permissions.attribute(edge.entity(), attribute), edge);
      case NodeVariable node ->
          node.entity() instanceof InterfaceType type
              ? readableOfEach(node, type, attribute)
              : guard(permissions.attribute(node.entity(), attribute), node);
    };
  }

  /// Returns what must hold of a node of an interface: the guard of the type that it has, of those
  /// that may be seen and store the property.
  private Predicate readableOfEach(NodeVariable node, InterfaceType type, Attribute attribute) {
    var parts = new ArrayList<Predicate>();
    var open = true;
    for (var each : model.concrete(type)) {
      var own = stored(each, attribute);
      if (own != null && maySee(each)) {
        var typed = as(node, each);
        var guard = guard(permissions.attribute(each, own), typed);
        open &= guard.equals(Predicate.Always.TRUE);
        parts.add(Predicate.and(List.of(new Predicate.HasLabel(typed), guard)));
      }
    }
    return open ? Predicate.Always.TRUE : Predicate.or(parts);
  }

  private static @Nullable Attribute stored(Entity entity, Attribute attribute) {
    return entity.attributes().values().stream()
        .filter(own -> own.property().equals(attribute.property()))
        .findFirst()
        .orElse(null);
  }

  /// Names a value.
  ///
  /// @param source where it comes from
  /// @return the parameter, a new one for each place
  public Parameter parameter(ParameterSource source) {
    var parameter = new Parameter("p" + given.parameters.size(), source);
    given.parameters.add(parameter);
    return parameter;
  }

  /// {@return all parameters so far, in the order of their names}
  public List<Parameter> parameters() {
    return List.copyOf(given.parameters);
  }

  /// {@return what the caller asked of the graph so far: types and `Type.attribute`, in order}
  public List<String> reads() {
    return List.copyOf(given.read);
  }

  private NodeVariable.NodePattern pattern(NodeEntity entity) {
    return new NodeVariable.NodePattern(
        entity,
        switch (entity) {
          case NodeType node -> List.of(node.name());
          case InterfaceType type -> {
            var all = model.concrete(type);
            var seen = all.stream().filter(this::maySee).toList();
            yield seen.size() == all.size()
                    && all.stream().allMatch(node -> node.labels().contains(type.name()))
                ? List.of(type.name())
                : (seen.isEmpty() ? all : seen).stream().map(NodeType::name).toList();
          }
        });
  }
}
