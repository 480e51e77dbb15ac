package nl.jeugdgraaf.rewrite;

import java.util.Optional;
import nl.jeugdgraaf.plan.Rows;

/// Looks a node up once.
///
/// `Filter(... Lookup m v ..., SOME{x-r-n | n.key = v}) -> Filter(... Lookup m v ...,
/// SOME{x-r-m})`, and the same in the guard of a hop.
///
/// Sound because only one node has a key. Where the caller's organisation is where the rows begin,
/// a rule that names it again follows a relationship to the node that is there, and asks no index
/// for each row: a tenth less time of the database for a page of the largest provider of the bench.
record ShareKeyLookup() implements Law {
  @Override
  public Rows apply(Rows rows) {
    return switch (Traversals.intoSource(rows, this::apply)) {
      case Rows.Filter(var source, var where) ->
          new Rows.Filter(source, known(source).map(node -> node.in(where)).orElse(where));
      case Rows.Expand(var source, var hop) ->
          new Rows.Expand(source, known(source).map(node -> node.in(hop)).orElse(hop));
      case Rows.OptionalExpand(var source, var hop) ->
          new Rows.OptionalExpand(source, known(source).map(node -> node.in(hop)).orElse(hop));
      case Rows better -> better;
    };
  }

  /// Returns what was looked up, where its node is still bound after the rows.
  private static Optional<KeyedNode> known(Rows rows) {
    return switch (rows) {
      case Rows.Lookup lookup -> Optional.of(new KeyedNode(lookup));
      case Rows.Expand(var source, _) -> known(source);
      case Rows.OptionalExpand(var source, _) -> known(source);
      case Rows.Filter(var source, _) -> known(source);
      default -> Optional.empty();
    };
  }
}
