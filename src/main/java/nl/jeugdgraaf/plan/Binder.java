package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Computed;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The only way to a variable, a property or a parameter of a plan.
///
/// Attaches to each variable what the caller may see and on which day, so that no path to data can
/// forget it. One binder serves one plan; names follow the order of the questions, so that equal
/// operations get equal plans.
public final class Binder {
  private final Model model;
  private final Guards guards;
  private final Given given;

  /// Creates a binder for one plan.
  ///
  /// @param model the graph
  /// @param guards what the caller may see
  public Binder(Model model, Guards guards) {
    this(model, guards, new Given());
  }

  private Binder(Model model, Guards guards, Given given) {
    this.model = model;
    this.guards = guards;
    this.given = given;
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

  /// Returns a binder of the same plan for the conditions of rules, which look at the whole graph.
  ///
  /// @return the binder
  public Binder unguarded() {
    return new Binder(model, Guards.NONE, given);
  }

  /// Binds a variable to nodes.
  ///
  /// @param entity a node type or interface
  /// @param day that is asked
  /// @return the variable with its guard
  /// @throws ProblemException if the caller may never see any of them
  public BoundNode node(NodeEntity entity, Parameter day) {
    return bind("n" + given.nodes++, entity, day);
  }

  private BoundNode bind(String variable, NodeEntity entity, Parameter day) {
    if (!(guards instanceof Guards.Unguarded)) {
      given.read.add(entity.name());
    }
    var node =
        new BoundNode(
            variable,
            kind(entity),
            day,
            bound ->
                entity instanceof InterfaceType type
                    ? ofEach(bound, type)
                    : guards.node(bound, this));
    if (node.guard().equals(Where.Always.FALSE)) {
      throw guards.refusal(entity, "");
    }
    return node;
  }

  /// Returns what must hold of a node of an interface: the guard of whatever type it is. Types that
  /// may never be seen are not among its labels.
  private Where ofEach(BoundNode node, InterfaceType type) {
    var parts = new ArrayList<Where>();
    var shown = 0;
    for (var each : model.concrete(type)) {
      var typed = as(node, each);
      var guard = guards.node(typed, this);
      shown += guard.equals(Where.Always.FALSE) ? 0 : 1;
      if (!guard.equals(Where.Always.FALSE)) {
        parts.add(Where.any(List.of(Where.none(new Where.Labelled(typed)), guard)));
      }
    }
    return shown == 0 ? Where.Always.FALSE : Where.all(parts);
  }

  /// Returns a variable for nodes that are found by one part of their own guard, so that this part
  /// holds and the others are left to ask.
  ///
  /// @param node a bound node
  /// @param part a part of its guard
  /// @return the same variable
  public static BoundNode foundBy(BoundNode node, Where part) {
    var left = new ArrayList<>(node.guard().conjuncts());
    if (!left.remove(part)) {
      throw new Bug("no part of the guard of " + node);
    }
    return new BoundNode(node, Where.all(left));
  }

  /// Returns a hop to the same nodes, with a guard that holds for the same of them.
  static Hop restated(Hop hop, Where guard) {
    return new Hop(hop.from(), hop.direction(), hop.edge(), new BoundNode(hop.to(), guard));
  }

  /// Names the nodes for which a variable stands on the way to others.
  static Rows.Way way(BoundNode node) {
    return new Rows.Way(node, new Term.Named(node.variable() + "s"));
  }

  /// Looks at a node as one of a type. The variable keeps the guard that it was bound with.
  ///
  /// @param node a bound node
  /// @param type a node type that it can have
  /// @return the same variable
  public BoundNode as(BoundNode node, NodeType type) {
    return node.entity().equals(type)
        ? node
        : new BoundNode(node.variable(), kind(type), node.day(), _ -> Where.Always.TRUE);
  }

  /// Binds variables to a relationship and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day on which it must hold if it is temporal
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hop(BoundNode from, Relationship relationship, Parameter day) {
    return hop(
        from,
        relationship,
        day,
        bound ->
            relationship.edge().temporal()
                ? Where.all(List.of(new Where.ValidOn(bound, day), allowed(bound)))
                : allowed(bound));
  }

  /// Binds variables to a relationship in all its periods, and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day that is asked
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hopInAllPeriods(BoundNode from, Relationship relationship, Parameter day) {
    return hop(from, relationship, day, this::allowed);
  }

  private Where allowed(BoundEdge edge) {
    var guard = guards.edge(edge, this);
    if (guard.equals(Where.Always.FALSE)) {
      throw guards.refusal(edge.entity(), "");
    }
    return guard;
  }

  private Hop hop(
      BoundNode from, Relationship relationship, Parameter day, Function<BoundEdge, Where> guard) {
    var kind = new BoundEdge.Kind(relationship.type(), relationship.edge());
    var edge = new BoundEdge("r" + given.edges++, kind, day, visibleOn(from, day, guard));
    var hop =
        new Hop(
            from,
            relationship.direction(),
            edge,
            node(model.entity(relationship.target().entity()), day));
    return day.equals(from.day())
        ? new Hop(from, hop.direction(), edge, new BoundNode(hop.to(), Implied.left(hop)))
        : hop;
  }

  /// A field can be asked on another day than the node that has it; then the node must be there for
  /// the caller on that day too.
  private Function<BoundEdge, Where> visibleOn(
      BoundNode from, Parameter day, Function<BoundEdge, Where> guard) {
    if (day.equals(from.day())) {
      return guard;
    }
    var then = bind(from.variable(), from.entity(), day).guard();
    return bound -> Where.all(List.of(guard.apply(bound), then));
  }

  /// Binds variables to one step of a path: a relationship of one of several types, and whatever
  /// node it leads to.
  ///
  /// @param steps the relationships, one for each type
  /// @param day on which it must hold if it is temporal
  /// @return the step; rules hold for each type that it can have
  public Rows.PathStep step(List<Relationship> steps, Parameter day) {
    var types = steps.stream().map(Relationship::type).toList();
    var edge =
        new BoundEdge(
            "r" + given.edges++,
            new BoundEdge.Kind(String.join("|", types), PathParts.EDGE),
            day,
            bound -> {
              var parts = new ArrayList<Where>(List.of(new Where.ValidOn(bound, day)));
              for (var step : steps) {
                var typed =
                    new BoundEdge(
                        bound.variable(),
                        new BoundEdge.Kind(step.type(), step.edge()),
                        day,
                        it -> guards.edge(it, this));
                parts.add(
                    Where.any(List.of(Where.none(new Where.OfEdgeType(typed)), typed.guard())));
              }
              return Where.all(parts);
            });
    return new Rows.PathStep(edge, types, labelled(pathNode(day)));
  }

  /// The pattern of a step has no labels, so types that may never be seen are kept out of it by its
  /// guard.
  private BoundNode labelled(BoundNode node) {
    return model.nodes().values().stream().allMatch(guards::maySee)
        ? node
        : new BoundNode(
            node.variable(),
            kind(node.entity()),
            node.day(),
            bound -> Where.all(List.of(new Where.Labelled(bound), node.guard())));
  }

  /// Binds a variable to nodes of any type that a path can lead over; rules hold for each type.
  ///
  /// @param day that is asked
  /// @return the variable with its guard
  public BoundNode pathNode(Parameter day) {
    return node(PathParts.node(model), day);
  }

  /// Binds a variable to the relationships of a path, whose rules already held.
  ///
  /// @param day that is asked
  /// @return the variable
  public BoundEdge pathEdge(Parameter day) {
    return new BoundEdge(
        "r" + given.edges++, new BoundEdge.Kind("", PathParts.EDGE), day, _ -> Where.Always.TRUE);
  }

  /// Names a value of a plan.
  ///
  /// @return a name that no other value of the plan has
  public Term.Named name() {
    return new Term.Named("v" + given.names++);
  }

  /// Names the days that a computed field counts.
  ///
  /// @param of whose field
  /// @param computed which one
  /// @return the days between its two stored days
  /// @throws ProblemException if the caller may never read one of these
  public Term days(BoundNode of, Computed computed) {
    return new Term.Days(day(of, computed.from()), day(of, computed.to()));
  }

  private Property day(BoundNode of, String name) {
    var attribute = of.entity().attributes().get(name);
    if (attribute == null) {
      throw new Bug("no day " + of.entity().name() + "." + name);
    }
    return property(of, attribute);
  }

  /// Names a property, for whatever it is used.
  ///
  /// @param of whose property
  /// @param attribute which one, of the entity or of a type that implements it
  /// @return the property
  /// @throws ProblemException if the caller may never read it
  public Property property(Bound of, Attribute attribute) {
    var key = List.of(of.variable(), of.entity().name(), attribute.property());
    var known = given.properties.get(key);
    if (known != null) {
      return known;
    }
    var property = new Property(of, attribute, readable(of, attribute));
    if (property.guard().equals(Where.Always.FALSE)) {
      throw guards.refusal(of.entity(), attribute.name());
    }
    if (!(guards instanceof Guards.Unguarded)) {
      given.read.add(of.entity().name() + "." + attribute.name());
      given.properties.put(key, property);
    }
    return property;
  }

  /// Returns what the caller may see, as far as that is known without reading.
  ///
  /// @return the guards of this plan
  public Guards guards() {
    return guards;
  }

  private Where readable(Bound of, Attribute attribute) {
    return switch (of) {
      case BoundEdge edge when edge.entity().equals(PathParts.EDGE) -> Where.Always.TRUE;
      case BoundEdge edge -> guards.property(edge, attribute, this);
      case BoundNode node ->
          node.entity() instanceof InterfaceType type
              ? readableOfEach(node, type, attribute)
              : guards.property(node, attribute, this);
    };
  }

  /// Returns what must hold of a node of an interface: the guard of whatever type it is, of those
  /// that may be seen and store the property.
  private Where readableOfEach(BoundNode node, InterfaceType type, Attribute attribute) {
    var parts = new ArrayList<Where>();
    var open = true;
    for (var each : model.concrete(type)) {
      var own = stored(each, attribute);
      if (own != null && guards.maySee(each)) {
        var typed = as(node, each);
        var guard = guards.property(typed, own, this);
        open &= guard.equals(Where.Always.TRUE);
        parts.add(Where.all(List.of(new Where.Labelled(typed), guard)));
      }
    }
    return open ? Where.Always.TRUE : Where.any(parts);
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
  public Parameter parameter(Source source) {
    var parameter = new Parameter("p" + given.parameters.size(), source);
    given.parameters.add(parameter);
    return parameter;
  }

  /// Returns all parameters so far.
  ///
  /// @return the parameters, in order of their names
  public List<Parameter> parameters() {
    return List.copyOf(given.parameters);
  }

  /// Returns what the caller asked of the graph so far, for whatever use: types, and
  /// `Type.attribute`.
  ///
  /// @return the coordinates in order
  public List<String> read() {
    return List.copyOf(given.read);
  }

  private BoundNode.Kind kind(NodeEntity entity) {
    return new BoundNode.Kind(
        entity,
        switch (entity) {
          case NodeType node -> List.of(node.name());
          case InterfaceType type -> {
            var all = model.concrete(type);
            var seen = all.stream().filter(guards::maySee).toList();
            yield seen.size() == all.size()
                    && all.stream().allMatch(node -> node.labels().contains(type.name()))
                ? List.of(type.name())
                : (seen.isEmpty() ? all : seen).stream().map(NodeType::name).toList();
          }
        });
  }
}
