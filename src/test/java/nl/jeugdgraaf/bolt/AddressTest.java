package nl.jeugdgraaf.bolt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"bolt://localhost", "neo4j://10.0.0.1:7687", "neo4j+s://x.example:7473"})
  void anAddressOfADatabaseIsAccepted(String uri) {
    assertEquals(uri, Address.of(uri, "", "", "").uri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "http://localhost:7474", "bolt:/x", "bolt://a_b"})
  void anotherTextIsRefusedWithTheWayOut(String uri) {
    var problem = assertThrows(ProblemException.class, () -> Address.of(uri, "", "", ""));
    assertEquals(Code.STARTUP_FAILED, problem.problems().getFirst().code());
    assertTrue(message(problem).startsWith("NEO4J_URI " + uri + " is not the address"));
  }

  @Test
  void aTextThatIsNotAUriIsNotShownBecauseItMayContainAPassword() {
    var problem =
        assertThrows(ProblemException.class, () -> Address.of("neo4j://me:secret@a b", "", "", ""));
    assertTrue(message(problem).startsWith("NEO4J_URI is not the address"), () -> message(problem));
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotPrinted() {
    var problem =
        assertThrows(ProblemException.class, () -> Address.of("bolt://me:secret@host", "", "", ""));
    assertFalse(message(problem).contains("secret"), () -> message(problem));
  }

  @Test
  void aPasswordIsNotPrinted() {
    var address = Address.of("bolt://host:7687", "me", "secret", "care");
    assertEquals("bolt://host:7687, database care", address.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bolt://host:99999", "bolt://host?region=x"})
  void anAddressThatTheDriverRefusesIsRefused(String uri) {
    var address = Address.of(uri, "", "", "");
    var problem = assertThrows(ProblemException.class, () -> Bolt.open(address));
    assertTrue(message(problem).startsWith("NEO4J_URI " + uri + " is not the address"));
  }

  private static String message(ProblemException problem) {
    return problem.problems().getFirst().message();
  }
}
