package nl.jeugdgraaf.seed.derived;

import nl.jeugdgraaf.bolt.QueryRunner;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;

/// Derives the segments of deliveries for which no source states one.
///
/// They are those in which the product is placed on the first day of the delivery, or, where that
/// is unknown, on the day of its decision. Without a day there are none. A derived relationship has
/// the source and the confidence of the placement, and goes when it no longer follows.
public final class DerivedSegments {
  /// Whether `placement` holds on the `day`.
  private static final String HOLDS =
      """
      day IS NOT NULL
          AND (placement.validFrom IS NULL OR placement.validFrom <= day)
          AND (placement.validTo IS NULL OR placement.validTo > day)\
      """;

  /// Whether a source states a segment of `delivery`.
  private static final String IS_STATED =
      """
      EXISTS {
          (delivery)-[stated:IN_SEGMENT]->(:Segment)
          WHERE coalesce(stated.status, '') <> 'DERIVED'
        }\
      """;

  private static final String ADD =
      """
      MATCH (delivery:Delivery)
      CALL (delivery) {
        MATCH (delivery)-[:OF_PRODUCT]->(:Product)-[placement:MAPS_TO]->(segment:Segment)
        WITH placement, segment, coalesce(delivery.startedOn, delivery.decidedOn) AS day
        WHERE %s
          AND NOT EXISTS { (delivery)-[:IN_SEGMENT]->(segment) }
          AND NOT %s
        MERGE (delivery)-[derived:IN_SEGMENT]->(segment)
        SET derived.status = 'DERIVED',
          derived.loads = [],
          derived.source = placement.source,
          derived.confidence = placement.confidence
        RETURN count(*) AS added
      }%s
      RETURN sum(added) AS added
      """
          .formatted(HOLDS, IS_STATED, "%s");

  private static final String REMOVE =
      """
      MATCH (delivery:Delivery)
      CALL (delivery) {
        MATCH (delivery)-[stale:IN_SEGMENT {status: 'DERIVED'}]->(segment:Segment)
        WITH stale, segment, coalesce(delivery.startedOn, delivery.decidedOn) AS day
        WHERE %s
          OR NOT EXISTS {
            (delivery)-[:OF_PRODUCT]->(:Product)-[placement:MAPS_TO]->(segment)
            WHERE %s
              AND coalesce(placement.source, '') = coalesce(stale.source, '')
              AND coalesce(placement.confidence, '') = coalesce(stale.confidence, '')
          }
        DELETE stale
        RETURN count(*) AS removed
      }%s
      RETURN sum(removed) AS removed
      """
          .formatted(IS_STATED, HOLDS, "%s");

  private static final String COUNT =
      "MATCH (:Delivery)-[derived:IN_SEGMENT {status: 'DERIVED'}]->() RETURN count(derived) AS"
          + " derived";

  private DerivedSegments() {}

  /// {@return whether deliveries of a model have segments that can be derived}
  ///
  /// @param model the graph
  public static boolean concern(Model model) {
    var type = model.nodes().get("Delivery");
    return type != null
        && type.relationships().containsKey("segments")
        && type.relationships().containsKey("product");
  }

  /// Adds what follows and removes what no longer does.
  ///
  /// @param bolt the database
  /// @return how many there are
  /// @throws nl.jeugdgraaf.problem.ProblemException if the database does not answer or refuses
  public static DerivedCounts derive(QueryRunner bolt) {
    var removed = count(bolt, REMOVE.formatted(bolt.batches()));
    var added = count(bolt, ADD.formatted(bolt.batches()));
    return new DerivedCounts(count(bolt, COUNT), added, removed);
  }

  private static long count(QueryRunner bolt, String text) {
    return bolt.command(Statement.of(text)).getFirst().get(0).asLong();
  }
}
