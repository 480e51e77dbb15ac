package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.OTHER_KEYS;
import static nl.jeugdgraaf.audit.Samples.PUBLIC_KEY;
import static nl.jeugdgraaf.audit.Samples.START;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;
import static nl.jeugdgraaf.audit.Samples.YOUTH;
import static nl.jeugdgraaf.audit.Samples.assertProblem;
import static nl.jeugdgraaf.audit.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeysTest {
  @TempDir private Path directory;

  /// The expected values never change: other keys would make old logs useless.
  @Test
  void aSecretAlwaysGivesTheSameKeys() {
    assertEquals("a2686ead8f995f8a", KEYS.id());
    assertEquals("ibN56WBLlVueTOKYsJfFVg", KEYS.pseudonym(YOUTH));
    assertNotEquals(KEYS.pseudonym(YOUTH), OTHER_KEYS.pseudonym(YOUTH));
  }

  @Test
  void aHeadIsReadBackAndConfirmedByItsKeyOnly() {
    var head = AuditHead.sign(7, "ab".repeat(32), START, KEYS);
    assertEquals(head, AuditHead.parse(head.toString()).orElseThrow());
    assertTrue(head.isSignedBy(PUBLIC_KEY));
    assertFalse(head.isSignedBy(OTHER_KEYS.publicKey()));
    assertFalse(
        AuditHead.parse(head.toString().replace(":7,", ":8,"))
            .orElseThrow()
            .isSignedBy(PUBLIC_KEY));
    for (var text : List.of("", "{}", "null", "7", head + "{}", "{\"seq\":7}", head.hash())) {
      assertTrue(AuditHead.parse(text).isEmpty(), text);
    }
  }

  @Test
  void aPublicKeyIsReadBackAndPublishedNextToTheLog() throws IOException {
    AuditLog.open(directory, KEYS, SYSTEM).close();
    var file = directory.resolve("audit.pub");
    assertEquals(PUBLIC_KEY + "\n", Files.readString(file));
    assertEquals(PUBLIC_KEY.id(), AuditPublicKey.parse(Files.readString(file)).id());
    for (var text : List.of("", "abc", "no base64!", KEYS.id(), "AAAA")) {
      assertThrows(IllegalArgumentException.class, () -> AuditPublicKey.parse(text), text);
    }
  }

  /// A server that is refused must not replace the key that auditors trust.
  @Test
  void otherKeysDoNotReplaceThePublicKey() throws IOException {
    AuditLog.open(directory, KEYS, SYSTEM).close();
    assertProblem(Code.STARTUP_FAILED, () -> AuditLog.open(directory, OTHER_KEYS, SYSTEM).close());
    assertEquals(PUBLIC_KEY + "\n", Files.readString(directory.resolve("audit.pub")));
  }

  @Test
  void readingASecretCreatesNothing() throws IOException {
    var absent = directory.resolve("absent");
    assertTrue(AuditKeys.read(absent).isEmpty());
    assertFalse(Files.exists(absent));
    var keys = AuditKeys.readOrCreate(directory);
    assertEquals(keys.id(), AuditKeys.read(directory).orElseThrow().id());
    var file = directory.resolve("audit.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertProblem(Code.STARTUP_FAILED, () -> AuditKeys.read(directory));
  }

  @Test
  void aSecretHas32Bytes() {
    assertThrows(IllegalArgumentException.class, () -> AuditKeys.of(new byte[31]));
  }

  @Test
  void aSecretIsCreatedOnceAndReadableForItsOwnerOnly() throws IOException {
    var keys = AuditKeys.readOrCreate(directory.resolve("new"));
    assertEquals(keys.id(), AuditKeys.readOrCreate(directory.resolve("new")).id());
    var file = directory.resolve("new").resolve("audit.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertProblem(Code.STARTUP_FAILED, () -> AuditKeys.readOrCreate(directory.resolve("new")));
  }

  @Test
  void aMissingOrBrokenSecretIsNotReplaced() throws IOException {
    var keys = AuditKeys.readOrCreate(directory);
    try (var log = AuditLog.open(directory, keys, SYSTEM)) {
      log.append(List.of(entry(YOUTH, 1)));
    }
    Files.writeString(directory.resolve("audit.key"), "no secret");
    assertProblem(Code.STARTUP_FAILED, () -> AuditKeys.readOrCreate(directory));
    Files.delete(directory.resolve("audit.key"));
    assertProblem(Code.STARTUP_FAILED, () -> AuditKeys.readOrCreate(directory));
  }
}
