package nl.jeugdgraaf.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.jeugdgraaf.EmptiesDatabase;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.bolt.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What breaks a rule of deliveries, products or networks is found, and its mended twin is not.
@EmptiesDatabase
class DeliveryFindingsTest {
  private static final String TRAJECTORIES =
      """
      Trajectory
      key,kind,signalledOn,startedOn,endedOn
      T,HSJ,2025-01-01,2025-02-01,2025-06-01
      R,REGULAR,2025-01-01,2025-02-01,2025-06-01
      """;

  private static final String PRODUCTS =
      """
      Product
      key,code,names
      G/45A51,45A51,Gezinsbegeleiding basis
      G/43A38,43A38,Verblijfstraject zwaar
      """;

  private static final String MODULES =
      "Module\nkey,number,start\nG/6.1,6.1,LATER\nG/6.2,6.2,LATER\nG/6.5,6.5,LATER";

  private static Bolt bolt;

  @BeforeAll
  static void open() {
    bolt = SeedDatabase.empty();
  }

  @BeforeEach
  void clear() {
    bolt.write(Statement.of("MATCH (n) DETACH DELETE n"));
  }

  private static List<String> found(String rule, String... more) {
    return FindingsCase.of(bolt, rule, List.of(TRAJECTORIES, PRODUCTS, MODULES), more);
  }

  @Test
  void aStayNeedsAnAnalysisAndHelpForTheFamily() {
    assertEquals(
        List.of("T STAY 2025-02-10/2025-04-01"),
        found(
            "STAY_WITHOUT_ANALYSIS_AND_INTERVENTION",
            """
            Delivery
            key,decidedOn,startedOn,endedOn
            STAY,,2025-02-10,2025-05-01
            LATER,,2025-04-01,2025-05-01
            FAMILY,2025-03-01,2025-03-10,
            """,
            "Delivery.trajectory\nfrom,to\nSTAY,T\nLATER,T\nFAMILY,T",
            "Delivery.module\nfrom,to\nSTAY,G/6.2\nLATER,G/6.2\nFAMILY,G/6.1",
            "Analysis\nkey,completedOn\nA,2025-04-01",
            "Analysis.trajectory\nfrom,to\nA,T"));
  }

  @Test
  void aProductOfHsjBelongsInHsj() {
    assertEquals(
        List.of("R BAD 2025-02-10/"),
        found(
            "HSJ_PRODUCT_OUTSIDE_HSJ",
            "Delivery\nkey,startedOn\nBAD,2025-02-10\nGOOD,2025-02-10\nBASIC,2025-02-10",
            "Delivery.trajectory\nfrom,to\nBAD,R\nGOOD,T\nBASIC,R",
            "Delivery.product\nfrom,to\nBAD,G/43A38\nGOOD,G/43A38\nBASIC,G/45A51",
            "Cluster\nkey,code\nG/V,V\nG/B,B",
            "Cluster.module\nfrom,to\nG/V,G/6.2\nG/B,G/6.5",
            "Product.clusters\nfrom,to\nG/43A38,G/V\nG/45A51,G/B"));
  }

  @Test
  void aDeliveryHasAContractOnItsFirstDay() {
    assertEquals(
        List.of(
            "T BEFORE 2025-02-10/2025-03-01",
            "T ENDED 2025-06-01/",
            "T NONE 2025-02-10/2025-05-01"),
        found(
            "DELIVERY_WITHOUT_CONTRACT",
            """
            Delivery
            key,startedOn,endedOn
            BEFORE,2025-02-10,2025-05-01
            ENDED,2025-06-01,
            NONE,2025-02-10,2025-05-01
            GOOD,2025-03-01,2025-08-01
            UNDATED,,
            """,
            "Delivery.trajectory\nfrom,to\nBEFORE,T\nENDED,T\nNONE,T\nGOOD,T\nUNDATED,T",
            "Delivery.product\nfrom,to\n"
                + "BEFORE,G/45A51\nENDED,G/45A51\nNONE,G/43A38\nGOOD,G/45A51\nUNDATED,G/43A38",
            "Provider\nagb\n99000001",
            "Provider.deliveries\nfrom,to\n"
                + "99000001,BEFORE\n99000001,ENDED\n99000001,NONE\n99000001,GOOD\n99000001,UNDATED",
            """
            Provider.contractedProducts
            from,to,agreement,validFrom,validTo
            99000001,G/45A51,OPEN,2025-03-01,2025-06-01
            """));
  }

  @Test
  void aDeliveryLiesWithinItsTrajectory() {
    assertEquals(
        List.of("T BAD 2024-12-01/2025-01-01", "T BAD 2025-06-01/2025-07-01", "T KEPT 2025-06-01/"),
        found(
            "DELIVERY_OUTSIDE_TRAJECTORY",
            """
            Delivery
            key,startedOn,endedOn,decision
            BAD,2024-12-01,2025-07-01,NEW
            KEPT,2024-12-01,,CONTINUED
            GOOD,2025-01-01,2025-06-01,NEW
            """,
            "Delivery.trajectory\nfrom,to\nBAD,T\nKEPT,T\nGOOD,T"));
  }

  @Test
  void newHelpIsDecidedBeforeTheEighteenthBirthday() {
    assertEquals(
        List.of("T BAD 2025-03-01/"),
        found(
            "NEW_DELIVERY_AFTER_18",
            """
            Delivery
            key,decidedOn,startedOn,decision
            BAD,2025-03-01,2025-03-10,NEW
            KEPT,2025-03-01,2025-03-10,CONTINUED
            GOOD,2025-02-28,2025-03-10,NEW
            """,
            "Delivery.trajectory\nfrom,to\nBAD,T\nKEPT,T\nGOOD,T",
            "Youth\nkey,birthDate\nY,2007-03-01",
            "Trajectory.youth\nfrom,to\nT,Y"));
  }

  @Test
  void aTakeOverHasAReason() {
    assertEquals(
        List.of("T BAD 2025-03-10/"),
        found(
            "TAKEOVER_WITHOUT_REASON",
            """
            Delivery
            key,startedOn,decision,reason
            BAD,2025-03-10,TAKEN_OVER,
            GOOD,2025-03-10,TAKEN_OVER,Closer to home
            NEW,2025-03-10,NEW,
            """,
            "Delivery.trajectory\nfrom,to\nBAD,T\nGOOD,T\nNEW,T"));
  }

  @Test
  void theNetworkDoesNotPayWhatTheMunicipalityContracts() {
    assertEquals(
        List.of("T BAD 2025-03-10/"),
        found(
            "NETWORK_BUDGET_FOR_LOCAL_CONTRACT",
            """
            Delivery
            key,startedOn,fundedBy
            BAD,2025-03-10,NETWORK_BUDGET
            MOVED,2025-04-01,NETWORK_BUDGET
            LOCAL,2025-03-10,LOCAL_CONTRACT
            STAY,2025-03-10,NETWORK_BUDGET
            """,
            "Delivery.trajectory\nfrom,to\nBAD,T\nMOVED,T\nLOCAL,T\nSTAY,T",
            "Delivery.product\nfrom,to\n"
                + "BAD,G/45A51\nMOVED,G/45A51\nLOCAL,G/45A51\nSTAY,G/43A38",
            "Segment\nkey,code,scheme\nG/M/BASIS,BASIS,M\nG/M/HSJ,HSJ,M",
            """
            Product.segments
            from,to,purpose
            G/45A51,G/M/BASIS,INDICATIVE_CONTRACT_VALUE
            G/43A38,G/M/HSJ,INDICATIVE_CONTRACT_VALUE
            """,
            "Youth\nkey\nY",
            "Trajectory.youth\nfrom,to\nT,Y",
            "Municipality\ncode\n0014\n1952",
            "Youth.municipality\nfrom,to,validFrom,validTo\nY,0014,,2025-04-01\nY,1952,2025-04-01,",
            "Agreement\nkey,kind,covers,paidByNetwork\nLOCAL,LOCAL,GUIDANCE,false",
            "Municipality.agreements\nfrom,to\n0014,LOCAL"));
  }

  @Test
  void aCodeOfACompleteListHasOneName() {
    String[] lists = {
      "Product\nkey,code,names\nG/43N20,43N20,\nG/45N05,45N05,One|Two\nH/41C01,41C01,",
      "Segment\nkey,code,scheme,productsComplete\nG/M/BASIS,BASIS,M,true\nH/R/1,1,R,",
      "Product.segments\nfrom,to,purpose\nG/43N20,G/M/BASIS,\nG/45N05,G/M/BASIS,\n"
          + "G/45A51,G/M/BASIS,\nH/41C01,H/R/1,"
    };
    assertEquals(List.of("G/43N20 /"), found("CODE_WITHOUT_NAME", lists));
    assertEquals(List.of("G/45N05 /"), found("CODE_WITH_TWO_NAMES", lists));
  }

  @Test
  void placementsFollowEachOther() {
    String[] placements = {
      "Segment\nkey,code,scheme\nG/M/A,A,M\nG/M/B,B,M",
      """
      Product.segments
      from,to,purpose,validFrom,validTo
      G/45A51,G/M/A,INDICATIVE_CONTRACT_VALUE,,2025-02-01
      G/45A51,G/M/B,INDICATIVE_CONTRACT_VALUE,2025-03-01,
      G/43A38,G/M/A,INDICATIVE_CONTRACT_VALUE,2025-01-01,2025-06-01
      G/43A38,G/M/B,INDICATIVE_CONTRACT_VALUE,2025-05-01,
      """
    };
    assertEquals(List.of("G/45A51 2025-02-01/2025-03-01"), found("MAPPING_GAP", placements));
    assertEquals(List.of("G/43A38 2025-05-01/2025-06-01"), found("MAPPING_OVERLAP", placements));
  }

  @Test
  void aProductMayBeContractedInSeveralSegments() {
    assertEquals(
        List.of(),
        found(
            "MAPPING_OVERLAP",
            "Segment\nkey,code,scheme\nG/M/A,A,M\nG/M/B,B,M",
            """
            Product.segments
            from,to,purpose
            G/45A51,G/M/A,CONTRACTING
            G/45A51,G/M/B,CONTRACTING
            """));
  }

  @Test
  void theNetworkCoversItsExpertise() {
    assertEquals(
        List.of("BAD 2025-03-01/2026-01-01"),
        found(
            "NETWORK_WITHOUT_EXPERTISE",
            "Network\nkey\nBAD\nGOOD\nALONE",
            """
            Provider
            agb,expertise
            99000001,LVB|GGZ|JO
            99000002,ADDICTION
            99000003,
            """,
            """
            Provider.networks
            from,to,role,validFrom,validTo
            99000001,BAD,LEAD,2025-01-01,2026-01-01
            99000002,BAD,PARTNER,2025-01-01,2025-03-01
            99000001,GOOD,LEAD,2025-01-01,
            99000003,GOOD,PARTNER,2025-01-01,
            """));
  }
}
