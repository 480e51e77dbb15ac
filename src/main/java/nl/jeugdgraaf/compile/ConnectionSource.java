package nl.jeugdgraaf.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.api.ApiField;
import nl.jeugdgraaf.api.ApiNames;
import nl.jeugdgraaf.api.ApiNames.Argument;
import nl.jeugdgraaf.api.ConnectionType;
import nl.jeugdgraaf.conditions.Ordering;
import nl.jeugdgraaf.conditions.Scope;
import nl.jeugdgraaf.conditions.WhereCompiler;
import nl.jeugdgraaf.document.Input;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.ParameterSource;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.jspecify.annotations.Nullable;

/// Where the rows of a connection come from. Each part of a connection binds rows of its own.
sealed interface ConnectionSource {
  /// Returns the public type that has the field.
  String parent();

  /// Returns the connection type, without what a search adds.
  ConnectionType type(Model model);

  /// Returns what the names of its own public types start with.
  default String typeName(Model model) {
    return type(model).name();
  }

  /// Binds and filters the rows.
  ConnectionRows reach(Scope scope, Map<String, Input> arguments);

  /// Returns the order of the rows.
  List<Rows.SortKey> order(Scope scope, ConnectionRows reached, @Nullable Input sort);

  /// Returns the source itself, where this one is what was once found of it.
  default ConnectionSource unread() {
    return this;
  }

  /// A source at the root of an operation.
  sealed interface RootSource extends ConnectionSource {
    /// Returns the type of the nodes.
    NodeEntity entity();

    @Override
    default String parent() {
      return ApiNames.QUERY;
    }

    @Override
    default ConnectionType type(Model model) {
      return ConnectionType.ofRoot(entity());
    }
  }

  /// All nodes of an entity.
  record AllNodes(NodeEntity entity) implements RootSource {
    @Override
    public ConnectionRows reach(Scope scope, Map<String, Input> arguments) {
      var node = scope.node(entity);
      var where = new WhereCompiler(scope).node(node, arguments.get(Argument.WHERE));
      return new ConnectionRows(
          new Rows.Filter(new Rows.Scan(node), where), node, Optional.empty(), Optional.empty());
    }

    @Override
    public List<Rows.SortKey> order(Scope scope, ConnectionRows reached, @Nullable Input sort) {
      return new Ordering(scope).nodes(reached.node(), sort);
    }
  }

  /// Nodes that are found once, for all that is read of them.
  ///
  /// @param origin where they come from
  /// @param reached what was found
  /// @param nodes name of the list of what was found
  record ReadOnce(ConnectionSource origin, ConnectionRows reached, Term.Named nodes)
      implements ConnectionSource {
    /// Returns the one row of all nodes.
    Rows gathered() {
      return new Rows.Collect(reached.rows(), found());
    }

    @Override
    public ConnectionSource unread() {
      return origin;
    }

    private Rows.CollectedNodes found() {
      return new Rows.CollectedNodes(reached.node(), reached.score(), nodes);
    }

    @Override
    public String parent() {
      return origin.parent();
    }

    @Override
    public ConnectionType type(Model model) {
      return origin.type(model);
    }

    @Override
    public String typeName(Model model) {
      return origin.typeName(model);
    }

    @Override
    public ConnectionRows reach(Scope scope, Map<String, Input> arguments) {
      return new ConnectionRows(
          new Rows.UnwindNodes(found(), Optional.empty()),
          reached.node(),
          Optional.empty(),
          reached.score());
    }

    @Override
    public List<Rows.SortKey> order(Scope scope, ConnectionRows found, @Nullable Input sort) {
      return origin.order(scope, found, sort);
    }
  }

  /// The relationships of a node.
  ///
  /// @param from the node
  /// @param parent name of its type
  /// @param relationship which ones
  /// @param everyPeriod whether all periods are asked
  record RelatedNodes(
      NodeVariable from, String parent, RelationshipField relationship, boolean everyPeriod)
      implements ConnectionSource {
    @Override
    public ConnectionType type(Model model) {
      return ConnectionType.of(model, relationship);
    }

    @Override
    public ConnectionRows reach(Scope scope, Map<String, Input> arguments) {
      var input = arguments.get(Argument.WHERE);
      var hop = scope.hop(from, relationship, everyPeriod || WhereCompiler.asksPeriod(input));
      var where = new WhereCompiler(scope).connection(hop, input);
      var rows = new Rows.Expand(new Rows.Argument(from), hop);
      return new ConnectionRows(
          new Rows.Filter(rows, where), hop.to(), hop.single(), Optional.empty());
    }

    @Override
    public List<Rows.SortKey> order(Scope scope, ConnectionRows reached, @Nullable Input sort) {
      return new Ordering(scope).edges(reached.relationship(), reached.node(), sort);
    }
  }

  /// The nodes that match a phrase.
  record SearchResults(NodeEntity entity) implements RootSource {
    @Override
    public String typeName(Model model) {
      return ApiNames.search(entity.name());
    }

    @Override
    public ConnectionRows reach(Scope scope, Map<String, Input> arguments) {
      if (!(arguments.get(Argument.PHRASE) instanceof Input.Leaf phrase)) {
        throw ApiField.unknown("a search without a phrase");
      }
      var node = scope.node(entity);
      var score = scope.binder().name();
      var words = scope.binder().parameter(new ParameterSource.SearchQuery(phrase.source()));
      var where = new WhereCompiler(scope).node(node, arguments.get(Argument.WHERE));
      return new ConnectionRows(
          new Rows.Filter(new Rows.Search(node, words, score), where),
          node,
          Optional.empty(),
          Optional.of(score));
    }

    @Override
    public List<Rows.SortKey> order(Scope scope, ConnectionRows reached, @Nullable Input sort) {
      var order = new ArrayList<Rows.SortKey>();
      reached.score().ifPresent(score -> order.add(new Rows.SortKey(score, true)));
      order.addAll(new Ordering(scope).keys(reached.node()));
      return order;
    }
  }
}
