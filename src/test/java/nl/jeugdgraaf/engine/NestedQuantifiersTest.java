package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import nl.jeugdgraaf.SeededCallers;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.access.Policy;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.clock.AmsterdamClock;
import nl.jeugdgraaf.execute.ExecutionContext;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/// Quantifiers inside of quantifiers are asked once for each node: each level costs the database
/// what it reads, and does not multiply what is around it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedQuantifiersTest {
  /// How often the cost of one level three levels may have.
  private static final int LEVELS_COST_MAX = 6;

  /// What a level reads beyond one that ends at the first row.
  private static final int HITS_OF_LEVEL = 3_000;

  private final Policy policy = new Policy(ApiSchema.builtIn().access(), true);
  private Driver driver;
  private Preparation preparation;

  @BeforeAll
  void seed() {
    var schema = ApiSchema.builtIn();
    var bolt = TestDatabase.seeded();
    var sizes = new GraphSizesReader(schema.model(), policy.of(Caller.NOBODY), bolt).read();
    driver = TestDatabase.driver();
    preparation = new Preparation(Planner.of(schema), Limits.DEFAULT, () -> sizes);
  }

  @AfterAll
  void close() {
    driver.close();
  }

  /// An operation with a place for a condition on products, and one that leads from products to
  /// products.
  private static Stream<Arguments> levels() {
    var products = "{ products(where: {%s}, limit: 1) { key } }";
    var total = "{ productsConnection(where: {%s}) { totalCount } }";
    var municipalities = "{ municipalities(where: {region: {products: {some: {%s}}}}) { code } }";
    var list = "{ regions { products(where: {%s}) { key } } }";
    return Stream.of(
        arguments(products, "region: {products: {some: {%s}}}"),
        arguments(products, "region: {products: {all: {%s}}}"),
        arguments(products, "region: {products: {none: {%s}}}"),
        arguments(products, "region: {products: {single: {%s}}}"),
        arguments(total, "segments: {some: {products: {some: {%s}}}}"),
        arguments(total, "segments: {single: {products: {single: {%s}}}}"),
        arguments(total, "segments: {all: {products: {none: {%s}}}}"),
        arguments(
            total,
            "segmentsConnection: {some: {node: {productsConnection: {some: {node: {%s}}}}}}"),
        arguments(
            total,
            "region: {productsConnection: {where: {node: {%s}}, aggregate: {count: {nodes: {gt:"
                + " 3}}}}}"),
        arguments(municipalities, "region: {products: {some: {%s}}}"),
        arguments(list, "region: {products: {some: {%s}}}"));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("levels")
  void addUpAndDoNotMultiply(String operation, String level) {
    var last = "name: {eq: \"x\"}";
    var one = level.formatted(last);
    var three = level.formatted(level.formatted(one));

    long first = hits(operation.formatted(one));
    long third = hits(operation.formatted(three));

    assertTrue(
        third <= LEVELS_COST_MAX * first + 3 * HITS_OF_LEVEL,
        () -> "one level costs %d hits, three cost %d".formatted(first, third));
  }

  private long hits(String document) {
    var permissions = policy.of(SeededCallers.STEWARD);
    var request = new Request(document, "", Map.of(), true, SeededCallers.STEWARD);
    var statement =
        preparation
            .prepare(request, permissions)
            .operation()
            .statement(
                new ExecutionContext(
                    permissions.values(), AmsterdamClock.today(), TestDatabase.CURSORS));
    return DatabaseHits.of(driver, statement);
  }
}
