package nl.jeugdgraaf.api;

import nl.jeugdgraaf.schema.SdlWriter;

/// Writes `networkAnalysis` and its types.
final class NetworkAnalysisTypes {
  /// The enum of networks; the field is there where the model has it.
  static final String KINDS = "NetworkKind";

  /// The type of the field, whose own fields are answered one by one.
  static final String ANALYSIS = "NetworkAnalysis";

  private static final String NAMED = "NamedNode";

  private final SdlWriter sdl;

  private NetworkAnalysisTypes(SdlWriter sdl) {
    this.sdl = sdl;
  }

  static void rootField(SdlWriter sdl) {
    sdl.field(
        ServiceFields.NETWORK_ANALYSIS + "(region: ID, segment: ID, asOf: Date)",
        ANALYSIS + "!",
        "Networks of providers, what they cover and what is lost without one of them, as far as the"
            + " caller may see (netwerkanalyse)");
  }

  static void write(SdlWriter sdl) {
    var types = new NetworkAnalysisTypes(sdl);
    types.analysis();
    types.network();
    types.supply();
    types.whatIf();
  }

  private void analysis() {
    sdl.type(
        "type " + ANALYSIS,
        "Analyses of one day, region and segment (netwerkanalyse)",
        () -> {
          sdl.field("on", "Date!", "The day (peildatum)");
          sdl.field(
              "network(of: %s!)".formatted(KINDS),
              "AnalysedNetwork!",
              "Who is tied to whom (netwerk)");
          sdl.field(
              "coverage",
              "[Coverage!]!",
              "Each segment in each municipality that takes part in it, in part or whole; where no"
                  + " participation is stated, in all of its region (dekking)");
          sdl.field(
              "concentration(of: %s! = CONTRACTS)".formatted(KINDS),
              "[Concentration!]!",
              "How far segments and municipalities are in the hands of a few: by products that are"
                  + " contracted, or by youths who are helped (concentratie)");
          sdl.field(
              "singlePointsOfFailure",
              "[SinglePointOfFailure!]!",
              "Providers without whom something has no provider (enige aanbieders)");
          sdl.field(
              "substitutes(provider: ID!)",
              "[Substitute!]!",
              "Who is contracted for what a provider is contracted for, most products first"
                  + " (vervangers)");
          sdl.field(
              "whatIf(provider: ID!, product: ID)",
              "WhatIf!",
              "What is lost if all contracts of a provider end, or that for one product (wat als)");
        });
    sdl.type(
        "type " + NAMED,
        "A node, by its id and name (knoop)",
        () -> {
          sdl.field("id", "ID!", "Its id, for the field node (id)");
          sdl.field("name", "String!", "Its name (naam)");
        });
  }

  private void network() {
    sdl.type(
        "type AnalysedNetwork",
        "A network with its measures (netwerk)",
        () -> {
          sdl.field("kind", KINDS + "!", "What ties it (soort)");
          sdl.field("on", "Date!", "The day, or the first day of the quarter (peildatum)");
          sdl.field("published", "Boolean!", "Whether it is of statistics (gepubliceerd)");
          sdl.field("suppressed", "Int!", "Ties of which the number is left out (onderdrukt)");
          sdl.field("communities", "Int!", "Number of communities (gemeenschappen)");
          sdl.field("components", "Int!", "Number of parts without a tie to another (delen)");
          sdl.field("actors", "[NetworkActor!]!", "Who is in it, by id (actoren)");
          sdl.field("ties", "[NetworkTie!]!", "Who is tied to whom (verbindingen)");
        });
    sdl.type(
        "type NetworkActor",
        "A provider or network, and how central it is (actor)",
        () -> {
          sdl.field("id", "ID!", "Its id (id)");
          sdl.field("name", "String!", "Its name (naam)");
          sdl.field("degree", "Int!", "Number of its ties (graad)");
          sdl.field("weightedDegree", "Int!", "Sum of their weights (gewogen graad)");
          sdl.field(
              "betweenness",
              "Float!",
              "Part of the shortest paths between others that pass it, 0 to 1 (tussenpositie)");
          sdl.field("pageRank", "Float!", "PageRank by weights, all together 1 (PageRank)");
          sdl.field("community", "Int!", "Number of its community, 1 is the largest (gemeenschap)");
          sdl.field("component", "Int!", "Number of its part, 1 is the largest (deel)");
          sdl.field(
              "cutPoint", "Boolean!", "Whether its part falls apart without it (snijpunt)");
          sdl.field("x", "Float!", "Where to draw it, 0 to 1000 (plaats)");
          sdl.field("y", "Float!", "Where to draw it, 0 to 1000 (plaats)");
        });
    sdl.type(
        "type NetworkTie",
        "A tie between two actors (verbinding)",
        () -> {
          sdl.field("first", "ID!", "Id of one (eerste)");
          sdl.field("second", "ID!", "Id of the other (tweede)");
          sdl.field(
              "weight", "Int!", "How many products, networks or youths they share (gewicht)");
        });
  }

  private void supply() {
    sdl.type(
        "type Coverage",
        "A segment in a municipality (dekking)",
        () -> {
          sdl.field("segment", NAMED + "!", "The segment (segment)");
          sdl.field("municipality", NAMED + "!", "The municipality (gemeente)");
          sdl.field(
              "stated", "Boolean!", "Whether a source says that it takes part (deelname vermeld)");
          sdl.field("productCount", "Int!", "Products of the segment (aantal producten)");
          sdl.field(
              "providerCount",
              "Int!",
              "Who is contracted for at least one of them; 0 is a gap (aantal aanbieders)");
          sdl.field("providers", "[%s!]!".formatted(NAMED), "Those (aanbieders)");
          sdl.field(
              "uncovered",
              "[%s!]!".formatted(NAMED),
              "Products for which nobody is contracted (zonder aanbieder)");
        });
    sdl.type(
        "type Concentration",
        "The index of Herfindahl and Hirschman of a segment or of a municipality (concentratie)",
        () -> {
          sdl.field("segment", NAMED, "The segment, or null (segment)");
          sdl.field("municipality", NAMED, "The municipality, or null (gemeente)");
          sdl.field("providers", "Int!", "How many share in it (aantal aanbieders)");
          sdl.field(
              "hhi",
              "Float",
              "Near 0: many small, 10,000: all of one; null where a number is left out (HHI)");
        });
    sdl.type(
        "type SinglePointOfFailure",
        "A provider for which there is no other (enige aanbieder)",
        () -> {
          sdl.field("provider", NAMED + "!", "The provider (aanbieder)");
          sdl.field(
              "products",
              "[%s!]!".formatted(NAMED),
              "Products for which it alone is contracted (producten)");
          sdl.field(
              "coverage", "[Coverage!]!", "Segments in municipalities that it alone covers (dekking)");
        });
    sdl.type(
        "type Substitute",
        "Who can take over from a provider, by contract; nothing is known of its room (vervanger)",
        () -> {
          sdl.field("provider", NAMED + "!", "Who (aanbieder)");
          sdl.field("products", "[%s!]!".formatted(NAMED), "The products (producten)");
          sdl.field("share", "Float!", "Part of the products, 0 to 1 (aandeel)");
        });
  }

  private void whatIf() {
    sdl.type(
        "type WhatIf",
        "What is lost without a provider or a contract (wat als)",
        () -> {
          sdl.field("provider", NAMED + "!", "The provider (aanbieder)");
          sdl.field(
              "lostProducts",
              "[%s!]!".formatted(NAMED),
              "Products that lose their last provider (producten)");
          sdl.field(
              "lostCoverage",
              "[Coverage!]!",
              "Segments in municipalities that lose their last provider (dekking)");
          sdl.field(
              "youths",
              "TouchedYouths",
              "Whom it helps; null where the caller may not know (jeugdigen)");
          sdl.field("substitutes", "[Substitute!]!", "Who could take over (vervangers)");
          sdl.field(
              "nextSinglePoints",
              "[SinglePointOfFailure!]!",
              "What then hangs on one provider and did not before (volgende enige aanbieders)");
        });
    sdl.type(
        "type TouchedYouths",
        "How many youths a provider helps (geraakte jeugdigen)",
        () -> {
          sdl.field("value", "Long", "The number, or null where it is left out (aantal)");
          sdl.field("suppressed", "SuppressionReason", "Why it is left out (reden)");
          sdl.field("on", "Date!", "The day, or the first day of the quarter (peildatum)");
          sdl.field(
              "published",
              "Boolean!",
              "Whether it is of statistics; else of the youths whom the caller may see"
                  + " (gepubliceerd)");
        });
  }
}
