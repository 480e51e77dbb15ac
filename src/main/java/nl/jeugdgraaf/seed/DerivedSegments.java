package nl.jeugdgraaf.seed;

import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import nl.jeugdgraaf.model.Model;

/// Derives the segments of deliveries for which no source states one.
///
/// They are those in which the product is placed on the first day of the delivery, or, where that
/// is unknown, on the day of its decision. Without a day there are none. A derived relationship has
/// the source and the confidence of the placement, and goes when it no longer follows.
final class DerivedSegments {
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
          derived.source = placement.source,
          derived.confidence = placement.confidence
        RETURN count(*) AS added
      } IN TRANSACTIONS OF 10000 ROWS
      RETURN sum(added) AS added
      """
          .formatted(HOLDS, IS_STATED);

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
      } IN TRANSACTIONS OF 10000 ROWS
      RETURN sum(removed) AS removed
      """
          .formatted(IS_STATED, HOLDS);

  private static final String COUNT =
      "MATCH (:Delivery)-[derived:IN_SEGMENT {status: 'DERIVED'}]->() RETURN count(derived) AS"
          + " derived";

  private DerivedSegments() {}

  /// Returns whether deliveries of a model have segments that can be derived.
  static boolean concern(Model model) {
    var type = model.nodes().get("Delivery");
    return type != null
        && type.relationships().containsKey("segments")
        && type.relationships().containsKey("product");
  }

  static void derive(Bolt bolt, ReportBuilder report) {
    var removed = bolt.command(Statement.of(REMOVE)).getFirst().get("removed").asLong();
    report.relationships(removed, removed);
    var added = bolt.command(Statement.of(ADD)).getFirst().get("added").asLong();
    report.relationships(
        bolt.command(Statement.of(COUNT)).getFirst().get("derived").asLong(), added);
  }
}
