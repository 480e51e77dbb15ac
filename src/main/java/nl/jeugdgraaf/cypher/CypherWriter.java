package nl.jeugdgraaf.cypher;

import static org.neo4j.cypherdsl.core.Cypher.listOf;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;

import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.plan.Project;
import nl.jeugdgraaf.plan.Project.Column;
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
              .withDialect(Dialect.NEO4J_5_26)
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
      roots.add(
          new RowsWriter()
              .read(project.rows())
              .returning(literalOf(i).as(FIELD), row(project.columns()).as(ROW))
              .build());
    }
    return RENDERER.render(roots.size() == 1 ? roots.getFirst() : Cypher.unionAll(roots));
  }

  private static Expression row(List<Column> columns) {
    return listOf(columns.stream().map(CypherWriter::column).toList());
  }

  private static Expression column(Column column) {
    return switch (column) {
      case Column.Value(var property) -> Conditions.property(property);
      case Column.Labels(var node) -> Cypher.labels(Cypher.name(node.variable()));
      case Column.Many(var project) -> Cypher.collect(nested(project, false));
      case Column.One(var project) -> Cypher.head(Cypher.collect(nested(project, true)));
      case Column.Count(var rows) ->
          Cypher.count(new RowsWriter().read(rows).returning(literalOf(1)).build());
    };
  }

  private static org.neo4j.cypherdsl.core.Statement nested(Project project, boolean one) {
    var writer = one ? RowsWriter.ofOne() : new RowsWriter();
    return writer.read(project.rows()).returning(row(project.columns())).build();
  }
}
