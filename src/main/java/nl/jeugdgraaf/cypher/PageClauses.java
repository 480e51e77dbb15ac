package nl.jeugdgraaf.cypher;

import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.plan.Parameter;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/// The outermost sort, skip and limit of a query, which become the clauses of one `WITH`.
///
/// @param source what is sorted and cut
/// @param order of `ORDER BY`; empty where the rows have no order
/// @param skip of `SKIP`
/// @param limit of `LIMIT`
record PageClauses(
    Rows source, List<Rows.SortKey> order, Optional<Expression> skip, Optional<Expression> limit) {

  /// Splits rows into what is cut and how.
  ///
  /// @param limit used where the rows have none
  static PageClauses of(Rows rows, Optional<Expression> limit) {
    return switch (rows) {
      case Rows.Limit(var source, var count, var more) -> of(source, Optional.of(sum(count, more)));
      case Rows.Skip(var source, var count) -> {
        var page = of(source, limit);
        yield new PageClauses(
            page.source(), page.order(), Optional.of(ExpressionWriter.of(count)), page.limit());
      }
      case Rows.Sort(var source, var keys) ->
          new PageClauses(source, keys, Optional.empty(), limit);
      case Rows.Unit _, Rows.Argument _, Rows.Unwind _, Rows.UnwindNodes _ -> uncut(rows, limit);
      case Rows.Scan _, Rows.Lookup _, Rows.Search _, Rows.Changes _ -> uncut(rows, limit);
      case Rows.Expand _, Rows.OptionalExpand _, Rows.Filter _ -> uncut(rows, limit);
      case Rows.Paths _, Rows.PathNodes _, Rows.PathRelationships _ -> uncut(rows, limit);
      case Rows.Collect _, Rows.Batches _, Rows.Group _, Rows.Distinct _ -> uncut(rows, limit);
      case Rows.ForEach _, Rows.UnwindValues _ -> uncut(rows, limit);
    };
  }

  private static PageClauses uncut(Rows rows, Optional<Expression> limit) {
    return new PageClauses(rows, List.of(), Optional.empty(), limit);
  }

  private static Expression sum(Parameter count, int more) {
    var first = ExpressionWriter.of(count);
    return more == 0 ? first : first.add(Cypher.literalOf(more));
  }

  boolean isEmpty() {
    return order.isEmpty() && limit.isEmpty() && skip.isEmpty();
  }
}
