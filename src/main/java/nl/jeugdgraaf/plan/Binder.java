package nl.jeugdgraaf.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.problem.ProblemException;

/// The only way to a variable, a property or a parameter of a plan.
///
/// Attaches to each variable what the caller may see and on which day, so that no path to data can
/// forget it. One binder serves one plan; names follow the order of the questions, so that equal
/// operations get equal plans.
public final class Binder {
  private static final Guards UNGUARDED = (_, _, _) -> Predicate.Always.TRUE;

  private final Model model;
  private final Permissions permissions;
  private final AccessGuards access;
  private final Bindings given;

  private final Reader reader;

  /// Creates a binder for one plan of a caller.
  ///
  /// @param model the graph
  /// @param permissions what the caller may see
  /// @param guards turns the rules of these permissions into predicates
  public Binder(Model model, Permissions permissions, Guards guards) {
    this(model, permissions, guards, new Bindings(), Reader.CALLER);
  }

  /// Creates a binder for a plan that reads the whole graph.
  ///
  /// @param model the graph
  public Binder(Model model) {
    this(model, Permissions.FULL, UNGUARDED);
  }

  private Binder(
      Model model, Permissions permissions, Guards guards, Bindings given, Reader reader) {
    this.model = model;
    this.permissions = permissions;
    this.access = new AccessGuards(model, permissions, guards, this);
    this.given = given;
    this.reader = reader;
  }

  /// {@return a binder of the same plan for the conditions of rules, which look at the whole graph}
  public Binder ofRules() {
    return new Binder(model, Permissions.FULL, UNGUARDED, given, Reader.RULE);
  }

  /// {@return a binder of the same plan that finds whose data is shown, in the whole graph}
  public Binder ofAudit() {
    return new Binder(model, Permissions.FULL, UNGUARDED, given, Reader.AUDIT);
  }

  /// Binds a variable to nodes.
  ///
  /// @param entity a node type or interface
  /// @param day that is asked
  /// @return the variable with its guard
  /// @throws ProblemException if the caller may never see any of them
  public NodeVariable node(NodeEntity entity, Term day) {
    return bind(entity, day, false);
  }

  private NodeVariable bind(NodeEntity entity, Term day, boolean connected) {
    if (reader == Reader.CALLER) {
      given.read.add(entity.name());
    }
    var name = "n" + given.nodes++;
    if (connected) {
      given.connected.add(name);
    }
    var node =
        new NodeVariable(
            name,
            access.pattern(entity),
            day,
            bound -> access.ofEach(bound, type -> seen(as(bound, type), type, connected)));
    if (node.guard().equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(entity, "");
    }
    return node;
  }

  /// Returns what must hold of a node of a type: that it is there on its day, and a rule.
  private Predicate seen(NodeVariable node, NodeType type, boolean connected) {
    return Predicate.and(List.of(isThere(node, type), access.node(node, type, connected)));
  }

  private Predicate isThere(NodeVariable node, NodeType type) {
    return reader == Reader.AUDIT ? Predicate.Always.TRUE : DayGuards.isThere(node, type);
  }

  /// Looks at a node as one of a type. The variable keeps the guard that it was bound with.
  ///
  /// @param node a bound node
  /// @param type a node type that it can have
  /// @return the same variable
  public NodeVariable as(NodeVariable node, NodeType type) {
    return node.entity().equals(type) ? node : on(node, type, node.day());
  }

  /// Returns what of a node type decides the guards of relationships from its nodes. Where it is
  /// the same of two types, so are these guards.
  ///
  /// @param from the type
  /// @param anotherDay whether they are asked on another day than the nodes
  /// @return values to compare
  public List<Object> decidesGuardsFrom(NodeType from, boolean anotherDay) {
    return anotherDay ? List.of(from) : access.decidesGuardsFrom(from);
  }

  /// Binds variables to a relationship and the node that it leads to, or to a chain of them.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day on which it must hold if it is temporal
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hop(NodeVariable from, RelationshipField relationship, Term day) {
    return relationship.isChain()
        ? chain(from, relationship, day)
        : oneHop(from, relationship, day);
  }

  private Hop oneHop(NodeVariable from, RelationshipField relationship, Term day) {
    return hop(
        from,
        relationship,
        day,
        (edge, to) ->
            relationship.properties().temporal()
                ? holds(edge, relationship, List.of(from, to))
                : Predicate.Always.TRUE);
  }

  /// Binds variables to a relationship in all its periods, and the node that it leads to.
  ///
  /// @param from where it starts
  /// @param relationship which one
  /// @param day that is asked
  /// @return the relationship and both ends, with their guards
  /// @throws ProblemException if the caller may never see it
  public Hop hopInAllPeriods(NodeVariable from, RelationshipField relationship, Term day) {
    return relationship.isChain()
        ? chain(from, relationship, day)
        : hop(from, relationship, day, (_, _) -> Predicate.Always.TRUE);
  }

  /// Every node on the way is bound as one to which a relationship leads, so that a chain ends
  /// before a node that the caller may not see. The first node of a step is one on the way, or the
  /// one where the chain starts: of that it is asked whether it is there on the day.
  private Hop chain(NodeVariable from, RelationshipField relationship, Term day) {
    var type = model.node(relationship.target().entity());
    var start =
        new NodeVariable(
            "n" + given.nodes++,
            access.pattern(type),
            day,
            bound -> day.equals(from.day()) ? Predicate.Always.TRUE : isThere(bound, type));
    if (given.connected.contains(from.name()) && !access.mayBeOwn(type)) {
      given.connected.add(start.name());
    }
    var step = oneHop(start, relationship, day);
    var to =
        new NodeVariable(
            "n" + given.nodes++, access.pattern(type), day, _ -> Predicate.Always.TRUE);
    if (given.connected.contains(step.to().name())) {
      given.connected.add(to.name());
    }
    var chain = new Hop.Chain(step, relationship.target().steps());
    return new Hop(from, relationship.direction(), step.relationship(), to, Optional.of(chain));
  }

  /// What must hold of a relationship that leads to a node.
  private interface EdgeCondition {
    Predicate of(RelationshipVariable edge, NodeVariable to);
  }

  private Hop hop(
      NodeVariable from, RelationshipField relationship, Term day, EdgeCondition condition) {
    var kind =
        new RelationshipVariable.RelationshipPattern(
            relationship.type(), relationship.properties());
    var name = "r" + given.edges++;
    var target = model.entity(relationship.target().entity());
    var fromOwn = access.mayBeOwn(from.entity());
    var to = bind(target, day, !fromOwn);
    var edge =
        new RelationshipVariable(
            name,
            kind,
            day,
            bound ->
                Predicate.and(
                    List.of(
                        condition.of(bound, to),
                        seen(bound),
                        isThereToo(from, day),
                        isConnected(from, to),
                        isConnected(to, from))));
    return new Hop(from, relationship.direction(), edge, to);
  }

  private Predicate seen(RelationshipVariable edge) {
    var guard = access.relationship(edge);
    if (guard.equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(edge.entity(), "");
    }
    return guard;
  }

  private Predicate isConnected(NodeVariable node, NodeVariable other) {
    return given.connected.contains(node.name())
        ? Predicate.Always.TRUE
        : access.isConnected(node, other);
  }

  /// A field can be asked on another day than the node that has it; then the node must be there on
  /// that day too.
  private Predicate isThereToo(NodeVariable from, Term day) {
    return day.equals(from.day())
        ? Predicate.Always.TRUE
        : access.ofEach(from, type -> isThere(on(from, type, day), type));
  }

  /// Returns what a rule asks of a node on the day of the rule, on which the node must be there
  /// too.
  ///
  /// @param node a bound node of one type
  /// @param day of the rule
  /// @param condition what the rule asks of the node as it is on that day
  public Predicate onDayOfRule(
      NodeVariable node, Term day, Function<NodeVariable, Predicate> condition) {
    if (day.equals(node.day()) || !(node.entity() instanceof NodeType type)) {
      return condition.apply(node);
    }
    var then = on(node, type, day);
    return Predicate.and(List.of(isThere(then, type), condition.apply(then)));
  }

  private NodeVariable on(NodeVariable node, NodeType type, Term day) {
    return new NodeVariable(node.name(), access.pattern(type), day, _ -> Predicate.Always.TRUE);
  }

  /// A relationship holds on the day, or, if its own node has ended, was the last one.
  private Predicate holds(
      RelationshipVariable edge, RelationshipField relationship, List<NodeVariable> ends) {
    var valid = new Predicate.ValidOn(edge, edge.day());
    var last =
        reader == Reader.CALLER
            ? model.lastField(relationship.type())
            : Optional.<Model.LastField>empty();
    for (var node : ends) {
      if (last.isPresent() && node.entity().equals(last.get().owner())) {
        var other = hopInAllPeriods(node, last.get().field(), edge.day());
        return Predicate.or(List.of(valid, DayGuards.isLast(edge, node, last.get(), other)));
      }
    }
    return valid;
  }

  /// Binds variables to one step of a path: a relationship of one of several types, and the node
  /// that it leads to.
  ///
  /// @param steps the relationships, one for each type
  /// @param day on which it must hold if it is temporal
  /// @return the step; rules hold for each type that it can have
  public Rows.PathStep step(List<RelationshipField> steps, Term day) {
    var types = steps.stream().map(RelationshipField::type).toList();
    var edge =
        new RelationshipVariable(
            "r" + given.edges++,
            new RelationshipVariable.RelationshipPattern(
                String.join("|", types), PathEntities.EDGE),
            day,
            bound -> access.step(bound, steps));
    return new Rows.PathStep(edge, types, access.labelled(pathNode(day)));
  }

  /// Binds a variable to nodes of any type that a path can lead over; rules hold for each type.
  ///
  /// @param day that is asked
  /// @return the variable with its guard
  public NodeVariable pathNode(Term day) {
    return node(PathEntities.node(model), day);
  }

  /// Binds a variable to the relationships of a path, whose rules already held.
  ///
  /// @param day that is asked
  /// @return the variable
  public RelationshipVariable pathEdge(Term day) {
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

  /// Names the value of a computed field.
  ///
  /// @param of whose field
  /// @param computed which one
  /// @return the value on the day of the node
  /// @throws ProblemException if the caller may never read what it is computed from
  public Term computed(NodeVariable of, ComputedField computed) {
    // A rule reads the same variable without guards, so it shares no value with the caller.
    return reader == Reader.CALLER
        ? given.computed.computeIfAbsent(
            List.of(of.name(), of.entity().name(), computed.name()), _ -> term(of, computed))
        : term(of, computed);
  }

  private Term term(NodeVariable of, ComputedField computed) {
    return new ComputedTerms(this, access).of(of, computed);
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
    var guard =
        Predicate.and(List.of(DayGuards.isKnown(of, attribute), access.property(of, attribute)));
    var property = new Property(of, attribute, guard);
    if (property.guard().equals(Predicate.Always.FALSE)) {
      throw permissions.refusal(of.entity(), attribute.name());
    }
    if (reader == Reader.CALLER) {
      given.read.add(of.entity().name() + "." + attribute.name());
      given.properties.put(key, property);
    }
    return property;
  }

  /// {@return what the caller may see, as far as that is known without reading}
  public Permissions permissions() {
    return permissions;
  }

  /// Names a value.
  ///
  /// @param source where it comes from
  /// @return the parameter, a new one for each place, but only one for what is the same everywhere
  public Parameter parameter(ParameterSource source) {
    return reader == Reader.RULE ? given.shared(source) : given.parameter(source);
  }

  /// Binds conditions of which one must hold, and that ask the same with other values.
  ///
  /// @param parts binds each of them; at least two
  /// @return the condition that one of them holds
  public Predicate alternatives(List<Supplier<Predicate>> parts) {
    return reader == Reader.CALLER
        ? given.alternatives(name(), parts)
        : Predicate.or(parts.stream().map(Supplier::get).toList());
  }

  /// {@return all parameters so far, in the order of their names}
  public List<Parameter> parameters() {
    return List.copyOf(given.parameters);
  }

  /// {@return those that also stand in rows of values, of conditions that ask the same}
  public Set<Parameter> inRows() {
    return Set.copyOf(given.inRows);
  }

  /// {@return what the caller asked of the graph so far: types and `Type.attribute`, in order}
  public List<String> reads() {
    return List.copyOf(given.read);
  }
}
