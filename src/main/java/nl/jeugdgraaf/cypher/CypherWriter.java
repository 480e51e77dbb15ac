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
import org.neo4j.cypherdsl.core.AliasedExpression;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/// Writes a [Plan] as the text of one Cypher statement. Stateless: equal plans give equal text.
///
/// Each record has two values: `field`, the position of the root field, and `row`, the list of its
/// column values. First comes the record of the youths behind conditions, whose position is the
/// number of root fields; then records come in the order of the root fields, so that a response can
/// be streamed as they arrive. A row of one of several queries ends with the position of its query.
/// The text is one line, and never holds a value from a caller: those are parameters.
public final class CypherWriter {
  /// Name of the record value that holds the position of the root field.
  public static final String FIELD = "field";

  /// Name of the record value that holds the column values.
  public static final String ROW = "row";

  private static final Renderer RENDERER =
      Renderer.getRenderer(
          Configuration.newConfig()
              .withDialect(Dialect.NEO4J_5_CYPHER_5)
              .withPrettyPrint(false)
              .alwaysEscapeNames(false)
              .build());

  private CypherWriter() {}

  /// {@return the Cypher of a plan}
  ///
  /// @param plan at least one root
  public static String write(Plan plan) {
    var roots = new ArrayList<Statement>();
    plan.subjects().ifPresent(query -> roots.add(root(plan.roots().size(), query)));
    for (int i = 0; i < plan.roots().size(); i++) {
      roots.add(root(i, plan.roots().get(i)));
    }
    return RENDERER.render(withSets(plan.sets(), unionAll(roots)));
  }

  /// Each set is a list, found before the queries that use it.
  private static Statement withSets(List<Plan.NodeSet> sets, Statement queries) {
    if (sets.isEmpty()) {
      return queries;
    }
    var known = new ArrayList<IdentifiableElement>();
    var before = Cypher.with(list(sets.getFirst()));
    for (int i = 1; i < sets.size(); i++) {
      known.add(Cypher.name(sets.get(i - 1).name().name()));
      var all = new ArrayList<>(known);
      all.add(list(sets.get(i)));
      before = before.with(all);
    }
    return before
        .call(queries, Cypher.asterisk())
        .returning(Cypher.name(FIELD), Cypher.name(ROW))
        .build();
  }

  private static AliasedExpression list(Plan.NodeSet set) {
    var found = new RowsWriter().read(set.rows()).returning(Cypher.name(set.node().name())).build();
    return Cypher.collect(found).as(set.name().name());
  }

  private static Statement root(int position, Projection root) {
    var field = literalOf(position).as(FIELD);
    var row = row(root.columns()).as(ROW);
    return root.rows() instanceof Rows.Unit
        ? Cypher.returning(field, row).build()
        : new RowsWriter().read(root.rows()).returning(field, row).build();
  }

  private static Statement unionAll(List<Statement> parts) {
    return parts.size() == 1 ? parts.getFirst() : Cypher.unionAll(parts);
  }

  private static Expression row(List<Column> columns) {
    return listOf(values(columns));
  }

  private static List<Expression> values(List<Column> columns) {
    return columns.stream().map(CypherWriter::column).toList();
  }

  private static Expression column(Column column) {
    return switch (column) {
      case Column.Value(var term) -> ExpressionWriter.of(term);
      case Column.Labels(var node) -> Cypher.labels(Cypher.name(node.name()));
      case Column.NestedRows(var nested) -> Cypher.collect(query(nested, new RowsWriter()));
      case Column.NestedRow(var nested) ->
          onlyCount(nested).orElseGet(() -> Cypher.head(Cypher.collect(firstRow(nested))));
      case Column.FirstOf(var nested) ->
          nested.isEmpty() ? Cypher.literalNull() : Cypher.head(Cypher.collect(union(nested)));
    };
  }

  private static Statement union(List<Projection> projections) {
    var parts = new ArrayList<Statement>();
    for (var projection : projections) {
      var values = new ArrayList<>(values(projection.columns()));
      values.add(literalOf(parts.size()));
      parts.add(new RowsWriter().read(projection.rows()).returning(listOf(values).as(ROW)).build());
    }
    return unionAll(parts);
  }

  /// Returns the row of a query that is nothing but one count. The database can take such a count
  /// from its statistics instead of reading what it counts.
  private static Optional<Expression> onlyCount(Projection projection) {
    if (!(projection.rows() instanceof Rows.Group group)
        || !group.keys().isEmpty()
        || group.aggregates().size() != 1
        || projection.columns().size() != 1) {
      return Optional.empty();
    }
    return counted(group).map(rows -> listOf(ExpressionWriter.of(new Term.Count(rows))));
  }

  /// Returns the rows that the only aggregate of a group counts, where it counts rows.
  private static Optional<Rows> counted(Rows.Group group) {
    var member = group.member();
    return switch (group.aggregates().getFirst().aggregation()) {
      case Aggregation.CountNodes _ when member.relationship().isPresent() ->
          Optional.of(new Rows.Distinct(group.source(), member.node()));
      case Aggregation.CountNodes _, Aggregation.CountRelationships _ ->
          Optional.of(group.source());
      case Aggregation.CountValues _, Aggregation.CountReached _ -> Optional.empty();
      case Aggregation.CountRelated _, Aggregation.OfValues _ -> Optional.empty();
      case Aggregation.CollectNodes _ -> Optional.empty();
    };
  }

  /// Returns a query cut to its first row, where it can have several.
  private static Statement firstRow(Projection projection) {
    var hasOneRow = projection.rows() instanceof Rows.Group group && group.keys().isEmpty();
    return query(projection, hasOneRow ? new RowsWriter() : RowsWriter.ofFirstRow());
  }

  private static Statement query(Projection projection, RowsWriter writer) {
    var row = row(projection.columns());
    return projection.rows() instanceof Rows.Unit
        ? Cypher.returning(row).build()
        : writer.read(projection.rows()).returning(row).build();
  }
}
