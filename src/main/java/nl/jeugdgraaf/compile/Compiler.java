package nl.jeugdgraaf.compile;

import graphql.language.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jeugdgraaf.compile.FieldCollector.Merged;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.plan.Access;
import nl.jeugdgraaf.plan.Binder;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Shape;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.ApiSchema;
import nl.jeugdgraaf.schema.PublicSchema;
import org.jspecify.annotations.Nullable;

/// A checked operation to its plan and the shape of its response. May be used by several threads.
public final class Compiler {
  private static final String QUERY = "Query";

  private final ApiSchema schema;

  /// Creates a compiler.
  ///
  /// @param schema the public schema
  public Compiler(ApiSchema schema) {
    this.schema = schema;
  }

  /// Compiles an operation.
  ///
  /// @param checked an operation that fits the schema
  /// @param variables values in the form that the schema gives them
  /// @param access what the caller may see
  /// @return the plan, and how its rows become a response
  /// @throws ProblemException if an argument cannot be used
  public Compiled compile(Checked checked, Map<String, @Nullable Object> variables, Access access) {
    var operation = checked.operation();
    var binder = new Binder(schema.model(), access);
    var scope = Scope.of(schema.model(), schema.graphQl(), binder, variables, operation);
    var collector = new FieldCollector(checked.fragments(), variables);
    var roots = new Roots(scope, new SelectionCompiler(collector));
    collector.collect(List.of(operation.getSelectionSet()), QUERY::equals).forEach(roots::add);
    return new Compiled(
        new Plan(roots.projects), roots.response, binder.parameters(), roots.introspection);
  }

  /// The root fields while they are compiled.
  private static final class Roots {
    private final Scope scope;
    private final SelectionCompiler selections;
    private final List<Project> projects = new ArrayList<>();
    private final List<Shape.Root> response = new ArrayList<>();
    private final List<Field> introspection = new ArrayList<>();

    Roots(Scope scope, SelectionCompiler selections) {
      this.scope = scope;
      this.selections = selections;
    }

    void add(Merged field) {
      if (field.name().equals(SelectionCompiler.TYPE_NAME)) {
        response.add(new Shape.Root.Constant(field.key(), QUERY));
      } else if (field.name().startsWith("__")) {
        response.add(new Shape.Root.Introspection(field.key()));
        introspection.addAll(field.fields());
      } else {
        read(field);
      }
    }

    private void read(Merged field) {
      for (var entity : scope.model().entities()) {
        if (entity.plural().equals(field.name())) {
          list(entity, field);
          return;
        }
        if (entity instanceof NodeType node && PublicSchema.singular(node).equals(field.name())) {
          lookup(node, field);
          return;
        }
      }
      throw new Bug("validation let Query." + field.name() + " pass");
    }

    private void list(NodeEntity entity, Merged field) {
      var inner = scope.of(field);
      var arguments = inner.arguments(QUERY, field);
      var node = inner.binder().node(entity);
      var where = new WhereCompiler(inner).node(node, arguments.get("where"));
      var found = new Rows.Filter(new Rows.Scan(node), where);
      var row = new NodeRow(node, new Columns(), inner);
      var rows = new Paging(inner).nodes(found, node, arguments);
      var selection = selections.node(row, field.selections());
      response.add(new Shape.Root.Rows(field.key(), projects.size(), selection));
      projects.add(new Project(rows, row.columns().list()));
    }

    private void lookup(NodeType type, Merged field) {
      var inner = scope.of(field);
      if (!(inner.arguments(QUERY, field).get("by") instanceof Input.Fields by)
          || by.fields().size() != 1
          || !(by.fields().firstEntry().getValue() instanceof Input.Leaf value)) {
        throw new ProblemException(
            Code.BAD_USER_INPUT,
            field.name()
                + "(by:) needs exactly one key, and no null; keys are "
                + String.join(", ", type.keys().stream().map(Attribute::name).toList())
                + ".");
      }
      var key = type.attributes().get(by.fields().firstEntry().getKey());
      if (key == null) {
        throw new Bug("validation let an unknown key of " + type.name() + " pass");
      }
      var node = inner.binder().node(type);
      var rows =
          new Rows.Lookup(
              node, inner.binder().property(node, key), inner.binder().parameter(value.source()));
      var row = new NodeRow(node, new Columns(), inner);
      var selection = selections.node(row, field.selections());
      response.add(new Shape.Root.Row(field.key(), projects.size(), selection));
      projects.add(new Project(rows, row.columns().list()));
    }
  }
}
