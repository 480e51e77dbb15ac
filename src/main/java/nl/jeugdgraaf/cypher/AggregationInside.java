package nl.jeugdgraaf.cypher;

import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Property;
import nl.jeugdgraaf.plan.Rows;
import nl.jeugdgraaf.plan.Term;

/// Whether a value is made by a nested query with an aggregating function in it, however deep.
///
/// The database refuses such a value in `ORDER BY`, so it must get a name before.
final class AggregationInside {
  private AggregationInside() {}

  static boolean of(Term term) {
    return switch (term) {
      case Term.Count(var rows) -> of(rows);
      case Term.First(var rows, var inner) -> of(rows) || of(inner);
      case Term.Missing(var inner) -> of(inner);
      case Term.Collated(var folded) -> of(folded.text());
      case Term.Folded folded -> of(folded.text());
      case Term.Guarded(var guard, var inner) -> of(guard) || of(inner);
      case Property property -> of(property.guard());
      default -> false;
    };
  }

  private static boolean of(Rows rows) {
    return switch (rows) {
          case Rows.Group _, Rows.Collect _ -> true;
          case Rows.Distinct(_, _, var via) -> via.isPresent();
          case Rows.Filter(_, var predicate) -> of(predicate);
          case Rows.Expand(_, var hop) -> of(hop);
          case Rows.OptionalExpand(_, var hop) -> of(hop);
          default -> false;
        }
        || rows.children().stream().anyMatch(AggregationInside::of);
  }

  private static boolean of(Hop hop) {
    return of(PredicateWriter.guard(hop))
        || hop.chain().filter(chain -> of(PredicateWriter.guardOf(chain))).isPresent();
  }

  private static boolean of(Predicate predicate) {
    return switch (predicate) {
          case Predicate.Exists(var rows) -> of(rows);
          case Predicate.SemiJoin(var hop, _, _) -> of(hop);
          case Predicate.Compare(var term, _, var value) -> of(term) || of(value);
          case Predicate.IsNull(var term) -> of(term);
          default -> false;
        }
        || predicate.children().stream().anyMatch(AggregationInside::of);
  }
}
