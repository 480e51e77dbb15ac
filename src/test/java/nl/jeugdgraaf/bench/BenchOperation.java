package nl.jeugdgraaf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What a client sends, and what somebody would write by hand to answer it.
///
/// @param name of its two files in `src/test/resources/bench`
/// @param asker who asks, without the organisation
/// @param organisation Cypher that finds the organisation that asks as `found`; empty without one
/// @param variables Cypher that finds the variables as `found`, given `$organisation`; empty
///   without any
/// @param isSecondPage whether it has a variable `after`, which is the end of its own first page
record BenchOperation(
    String name, Asker asker, String organisation, String variables, boolean isSecondPage) {
  /// Whom tokens name.
  ///
  /// @param role empty for nobody
  /// @param organisation what the role acts for
  /// @param purpose what it asks for
  record Asker(String role, String organisation, String purpose) {
    /// Has no token.
    static final Asker NOBODY = new Asker("", "", "");

    Asker of(String organisation) {
      return new Asker(role, organisation, purpose);
    }
  }

  private static final Asker PROVIDER = new Asker("PROVIDER", "", "CARE");
  private static final Asker STEWARD = new Asker("STEWARD", "", "QUALITY");
  private static final Asker LOCAL_TEAM = new Asker("LOCAL_TEAM", "", "REGIE");
  private static final Asker ASSIGNING = new Asker("MUNICIPALITY", "", "ASSIGNMENT");
  private static final Asker STEERING = new Asker("MUNICIPALITY", "", "REGIE");

  private static final String MUNICIPALITY = "(o:Municipality)<-[:LIVES_IN]-()";
  private static final String TEAM = "(o:Referrer)-[:HOLDS_REGIE]->()";
  private static final String DELIVERING = "(o:Provider)-[:DELIVERS]->()";

  private static final String VALID =
      "(r.validFrom IS NULL OR r.validFrom <= date()) AND (r.validTo IS NULL OR r.validTo >"
          + " date())";

  /// All of them: what dashboards, analysts and integration clients send.
  static final List<BenchOperation> ALL =
      List.of(
          open("provider-by-agb", inTheMiddle("(o:Provider)-[:PARTY_TO]->()", "agb")),
          open("products-with-segments", ""),
          open("contracted-providers", inTheMiddle("(o:Product)<-[:CONTRACTED_FOR]-()", "key")),
          of("caseload", PROVIDER, DELIVERING, ""),
          of(
              "youth-by-key",
              STEERING,
              MUNICIPALITY,
              """
              MATCH (:Municipality {code: $organisation})<-[r:LIVES_IN]-(y:Youth)
              WHERE %s
              WITH y, COUNT { (y)<-[:FOR]-()<-[:PART_OF]-(:Delivery) } AS ties
              ORDER BY ties DESC, y.key LIMIT 1
              RETURN {key: y.key} AS found
              """
                  .formatted(VALID)),
          of(
              "trajectory-regie",
              LOCAL_TEAM,
              TEAM,
              """
              MATCH (:Referrer {key: $organisation})-[r:HOLDS_REGIE]->(t:Trajectory)
              WHERE %s
              WITH t, COUNT { (t)<-[:HOLDS_REGIE]-() } AS ties
              ORDER BY ties DESC, t.key LIMIT 1
              RETURN {key: t.key} AS found
              """
                  .formatted(VALID)),
          of("youths-of-municipality", ASSIGNING, MUNICIPALITY, ""),
          of("deliveries-per-product", PROVIDER, DELIVERING, ""),
          open("provider-search", "RETURN {phrase: 'aanbieder 1'} AS found"),
          new BenchOperation("deliveries-page", PROVIDER, largest(DELIVERING), "", true),
          open("networks-with-partners", ""),
          new BenchOperation("deliveries-export", STEWARD, "", "", false),
          new BenchOperation(
              "youths-per-segment", STEWARD, "", inTheMiddle(MUNICIPALITY, "municipality"), false),
          open("totals-per-region", ""));

  private static BenchOperation open(String name, String variables) {
    return new BenchOperation(name, Asker.NOBODY, "", variables, false);
  }

  private static BenchOperation of(String name, Asker asker, String ties, String variables) {
    return new BenchOperation(name, asker, inTheMiddle(ties), variables, false);
  }

  /// Returns Cypher for the key of the node `o` in the middle, by number of ties.
  private static String inTheMiddle(String ties) {
    return "MATCH "
        + ties
        + " WITH coalesce(o.agb, o.key, o.code) AS whose, count(*) AS ties"
        + " ORDER BY ties, whose WITH collect(whose) AS keys"
        + " RETURN keys[size(keys) / 2] AS found";
  }

  private static String largest(String ties) {
    return inTheMiddle(ties).replace("size(keys) / 2", "-1");
  }

  private static String inTheMiddle(String ties, String variable) {
    return inTheMiddle(ties)
        .replace("keys[size(keys) / 2]", "{" + variable + ": keys[size(keys) / 2]}");
  }

  /// Returns the GraphQL document.
  String query() {
    return text(".graphql");
  }

  /// Returns the statement written by hand.
  String statement() {
    return text(".cypher");
  }

  private String text(String ending) {
    var path = "/bench/" + name + ending;
    try (InputStream file = BenchOperation.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
