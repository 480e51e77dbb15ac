package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Computed;
import nl.jeugdgraaf.model.EdgeType;
import nl.jeugdgraaf.model.InterfaceType;
import nl.jeugdgraaf.model.Members;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Relationship;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// The only way to a variable, a property or a parameter of a plan.
///
/// Attaches to each variable what the caller may see and on which day, so that no path to data can
/// forget it. One binder serves one plan; names follow the order of the questions, so that equal
/// operations get equal plans.
public final class Binder {
  /// What all relationships of a path can have in common.
  private static final EdgeType PATH_EDGE = pathEdgeType();

  private final Model model;
  private final Access access;
  private final List<Parameter> parameters = new ArrayList<>();
  private int nodes;
  private int edges;
  private int names;

  /// Creates a binder for one plan.
  ///
  /// @param model the graph
  /// @param access what the caller may see
  public Binder(Model model, Access access) {
    this.model = model;
    this.access = access;
  }

  /// Binds a variable to nodes.
  ///
  /// @param entity a node type or interface
  /// @return the variable with its guard
  public BoundNode node(NodeEntity entity) {
    return new BoundNode("n" + nodes++, entity, labels(entity), access::node);
  }

  /// Binds variables to a relationship and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day on which it must hold if it is temporal
  /// @return the relationship and both ends, with their guards
  public Hop hop(BoundNode from, Relationship relationship, Parameter day) {
    return hop(
        from,
        relationship,
        bound ->
            relationship.edge().temporal()
                ? Where.all(List.of(new Where.ValidOn(bound, day), access.edge(bound)))
                : access.edge(bound));
  }

  /// Binds variables to a relationship in all its periods, and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @return the relationship and both ends, with their guards
  public Hop hopInAllPeriods(BoundNode from, Relationship relationship) {
    return hop(from, relationship, access::edge);
  }

  private Hop hop(BoundNode from, Relationship relationship, Function<BoundEdge, Where> guard) {
    var edge = new BoundEdge("r" + edges++, relationship.type(), relationship.edge(), guard);
    return new Hop(
        from, relationship.direction(), edge, node(model.entity(relationship.target().entity())));
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
            "r" + edges++,
            String.join("|", types),
            PATH_EDGE,
            bound -> {
              var parts = new ArrayList<Where>(List.of(new Where.ValidOn(bound, day)));
              for (var step : steps) {
                var typed = new BoundEdge(bound.variable(), step.type(), step.edge(), access::edge);
                parts.add(
                    Where.any(List.of(Where.none(new Where.OfEdgeType(typed)), typed.guard())));
              }
              return Where.all(parts);
            });
    return new Rows.PathStep(edge, types, anyNode());
  }

  /// Binds a variable to nodes of any type; rules hold for each type.
  ///
  /// @return the variable with its guard
  public BoundNode anyNode() {
    var any =
        new InterfaceType(
            "Node",
            "nodes",
            List.copyOf(model.nodes().keySet()),
            Members.of(new LinkedHashMap<>(), new LinkedHashMap<>()),
            "");
    var name = "n" + nodes++;
    return new BoundNode(
        name,
        any,
        labels(any),
        bound -> {
          var parts = new ArrayList<Where>();
          for (var type : model.nodes().values()) {
            var typed = new BoundNode(name, type, labels(type), access::node);
            parts.add(Where.any(List.of(Where.none(new Where.Labelled(typed)), typed.guard())));
          }
          return Where.all(parts);
        });
  }

  /// Binds a variable to the relationships of a path, whose rules already held.
  ///
  /// @return the variable
  public BoundEdge pathEdge() {
    return new BoundEdge("r" + edges++, "", PATH_EDGE, _ -> Where.Always.TRUE);
  }

  /// Names a value of a plan.
  ///
  /// @return a name that no other value of the plan has
  public Term.Named name() {
    return new Term.Named("v" + names++);
  }

  /// Names the days that a computed field counts.
  ///
  /// @param of whose field
  /// @param type its type, where the variable stands for an interface
  /// @param computed which one
  /// @return the days between its two stored days
  /// @throws ProblemException if the caller may not read one of these
  public Term days(BoundNode of, NodeEntity type, Computed computed) {
    return new Term.Days(day(of, type, computed.from()), day(of, type, computed.to()));
  }

  private Property day(BoundNode of, NodeEntity type, String name) {
    var attribute = type.attributes().get(name);
    if (attribute == null) {
      throw new Bug("no day " + type.name() + "." + name);
    }
    return property(of, attribute);
  }

  /// Names a property, for whatever it is used.
  ///
  /// @param of whose property
  /// @param attribute which one, of the entity or of a type that implements it
  /// @return the property
  /// @throws ProblemException if the caller may not read it
  public Property property(Bound of, Attribute attribute) {
    if (!access.mayRead(of.entity(), attribute)) {
      throw new ProblemException(
          Code.GRAPHQL_VALIDATION_FAILED,
          "Field '%s' of type '%s' is not defined."
              .formatted(attribute.name(), of.entity().name()));
    }
    return new Property(of, attribute);
  }

  /// Names a value.
  ///
  /// @param source where it comes from
  /// @return the parameter, a new one for each place
  public Parameter parameter(Source source) {
    var parameter = new Parameter("p" + parameters.size(), source);
    parameters.add(parameter);
    return parameter;
  }

  /// Returns all parameters so far.
  ///
  /// @return the parameters, in order of their names
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  private static EdgeType pathEdgeType() {
    var days = new LinkedHashMap<String, Attribute>();
    for (var name : List.of(EdgeType.VALID_FROM, EdgeType.VALID_TO)) {
      days.put(
          name,
          new Attribute(
              name,
              name,
              new ValueType(Scalar.BuiltIn.DATE, false, false),
              Attribute.Use.PLAIN,
              ""));
    }
    return new EdgeType("PathRelationship", true, days, "");
  }

  private List<String> labels(NodeEntity entity) {
    return switch (entity) {
      case NodeType node -> List.of(node.name());
      case InterfaceType type -> {
        var types = model.concrete(type);
        yield types.stream().allMatch(node -> node.labels().contains(type.name()))
            ? List.of(type.name())
            : types.stream().map(NodeType::name).toList();
      }
    };
  }
}
