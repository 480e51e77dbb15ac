package nl.jeugdgraaf.cypher;

import static org.neo4j.cypherdsl.core.Cypher.listOf;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.Aggregation;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Projection;
import nl.jeugdgraaf.plan.Projection.Column;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/// Writes a [Plan] as the text of one Cypher statement. Stateless: equal plans give equal text.
///
/// Each record has two values: `field`, the position of the root field, and `row`, the list of its
/// column values. Records come in the order of the root fields, so that they can be written as they
/// arrive. No value of a caller is in the text: values are parameters.
public final class CypherWriter {
  /// Name of the record value that tells the root field.
  public static final String FIELD = "field";

  /// Name of the record value that holds the column values.
  public static final String ROW = "row";

  private static final Renderer RENDERER =
      Renderer.getRenderer(
          Configuration.newConfig()
              .withDialect(Dialect.NEO4J_5_CYPHER_5)
              .withPrettyPrint(true)
              .alwaysEscapeNames(false)
              .build());

  private CypherWriter() {}

  /// Writes a plan.
  ///
  /// @param plan at least one root
  /// @return the text
  public static String write(Plan plan) {
    var roots = new ArrayList<org.neo4j.cypherdsl.core.Statement>();
    for (int i = 0; i < plan.roots().size(); i++) {
      var project = plan.roots().get(i);
      var field = literalOf(i).as(FIELD);
      var row = row(project.columns()).as(ROW);
      roots.add(
          project.rows() instanceof Rows.Unit
              ? Cypher.returning(field, row).build()
              : new RowsWriter().read(project.rows()).returning(field, row).build());
    }
    return RENDERER.render(roots.size() == 1 ? roots.getFirst() : Cypher.unionAll(roots));
  }

  private static Expression row(List<Column> columns) {
    return listOf(columns.stream().map(CypherWriter::column).toList());
  }

  private static Expression column(Column column) {
    return switch (column) {
      case Column.Value(var term) -> ExpressionWriter.of(term);
      case Column.Labels(var node) -> Cypher.labels(Cypher.name(node.name()));
      case Column.NestedRows(var project) -> Cypher.collect(nested(project, false));
      case Column.NestedRow(var project) ->
          alone(project).orElseGet(() -> Cypher.head(Cypher.collect(nested(project, true))));
      case Column.FirstOf(var projects) ->
          projects.isEmpty() ? Cypher.literalNull() : Cypher.head(Cypher.collect(any(projects)));
    };
  }

  private static org.neo4j.cypherdsl.core.Statement any(List<Projection> projects) {
    var parts = new ArrayList<org.neo4j.cypherdsl.core.Statement>();
    for (var project : projects) {
      parts.add(
          new RowsWriter().read(project.rows()).returning(row(project.columns()).as(ROW)).build());
    }
    return parts.size() == 1 ? parts.getFirst() : Cypher.unionAll(parts);
  }

  /// Returns a row of nothing but one count, which the database may know without reading.
  private static Optional<Expression> alone(Projection project) {
    if (!(project.rows() instanceof Rows.Group group)
        || !group.keys().isEmpty()
        || group.aggregates().size() != 1
        || project.columns().size() != 1) {
      return Optional.empty();
    }
    var edge = group.member().relationship();
    var node = group.member().node();
    var counted =
        switch (group.aggregates().getFirst().aggregation()) {
          case Aggregation.CountNodes _ when edge.isPresent() ->
              Optional.<Rows>of(new Rows.Distinct(group.source(), node));
          case Aggregation.CountNodes _, Aggregation.CountRelationships _ ->
              Optional.of(group.source());
          default -> Optional.<Rows>empty();
        };
    return counted.map(rows -> listOf(ExpressionWriter.of(new Term.Count(rows))));
  }

  private static org.neo4j.cypherdsl.core.Statement nested(Projection project, boolean one) {
    var several = !(project.rows() instanceof Rows.Group group && group.keys().isEmpty());
    var writer = one && several ? RowsWriter.ofOne() : new RowsWriter();
    return project.rows() instanceof Rows.Unit
        ? Cypher.returning(row(project.columns())).build()
        : writer.read(project.rows()).returning(row(project.columns())).build();
  }
}
