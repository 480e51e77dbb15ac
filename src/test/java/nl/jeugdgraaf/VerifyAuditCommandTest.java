package nl.jeugdgraaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.audit.AuditEntry.Actor;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Event;
import nl.jeugdgraaf.audit.AuditEntry.Kind;
import nl.jeugdgraaf.audit.AuditEntry.Operation;
import nl.jeugdgraaf.audit.AuditEntry.Outcome;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `verify-audit` checks with each kind of key, and that it never writes.
class VerifyAuditCommandTest {
  private static final byte[] SECRET =
      "a secret that only tests may use".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER_SECRET =
      "another secret of tests, 32 long".getBytes(StandardCharsets.UTF_8);
  private static final FinishedCommand INTACT =
      new FinishedCommand(
          0,
          List.of("The audit log is intact: 1 record, 1 confirmed by a signed head."),
          List.of());

  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("log");
  }

  private static void write(Path directory, AuditKeys keys) {
    var now = Instant.now();
    try (var log = AuditLog.open(directory, keys, "test")) {
      log.append(
          List.of(
              new AuditEntry(
                  new Event(Kind.READ, Outcome.OK, ""),
                  new Actor("PROVIDER", "99000012", "u-1", "CARE", "127.0.0.1"),
                  new Data(Map.of("Y-000001", 1L), 0),
                  new Operation("", "", "", List.of("Youth.name")),
                  new Period(now, now))));
    }
  }

  private FinishedCommand verify(String... options) throws IOException {
    return verify(Map.of("AUDIT_DATA", log().toString()), options);
  }

  /// Runs the command, and checks that no file was created, changed or deleted.
  private FinishedCommand verify(Map<String, String> environment, String... options)
      throws IOException {
    var arguments = new ArrayList<>(List.of("verify-audit"));
    arguments.addAll(List.of(options));
    var before = files();
    var finished = FinishedCommand.run(environment, arguments.toArray(String[]::new));
    assertEquals(before, files(), "verify-audit changed a file");
    return finished;
  }

  /// Every path in the folder, with the time of its last change and its content.
  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.toList()) {
        var content =
            Files.isDirectory(path) ? "" : Files.readString(path, StandardCharsets.ISO_8859_1);
        files.put(path.toString(), Files.getLastModifiedTime(path) + " " + content);
      }
    }
    return files;
  }

  private static String base64(byte[] secret) {
    return Base64.getEncoder().encodeToString(secret);
  }

  private static FinishedCommand notChecked(String message) {
    return FinishedCommand.failed(2, "jeugdgraaf verify-audit: " + message);
  }

  private static void assertBroken(String evidence, FinishedCommand finished) {
    assertEquals(1, finished.code(), finished::toString);
    assertEquals(
        List.of("The audit log is broken from record 1: " + evidence + "."), finished.output());
  }

  @Test
  void theSecretInTheDirectoryChecksTheLog() throws IOException {
    write(log(), AuditKeys.readOrCreate(log()));
    assertEquals(INTACT, verify());
    assertEquals(INTACT, verify(Map.of(), "--data", log().toString()));
  }

  @Test
  void aSecretThatIsGivenChecksTheLog() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    assertEquals(INTACT, verify("--key", base64(SECRET)));
    var environment = Map.of("AUDIT_DATA", log().toString(), "AUDIT_KEY", base64(SECRET));
    assertEquals(INTACT, verify(environment));
  }

  @Test
  void thePublicKeyAloneChecksTheLog() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    assertEquals(INTACT, verify("--public-key", AuditKeys.of(SECRET).publicKey().toString()));
    assertEquals(INTACT, verify("--public-key", log().resolve("audit.pub").toString()));
  }

  @Test
  void aForeignPublicKeyDoesNotConfirmTheLog() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    var foreign = AuditKeys.of(OTHER_SECRET).publicKey();
    assertBroken(
        "the head of record 0 is not signed by the key " + foreign.id(),
        verify("--public-key", foreign.toString()));
  }

  /// A forger without the secret can sign with another key, also under the id of the right one.
  @Test
  void aHeadThatIsForgedWithAnotherKeyIsFound() throws IOException {
    var right = AuditKeys.of(SECRET).publicKey();
    var other = AuditKeys.of(OTHER_SECRET).publicKey();
    write(log(), AuditKeys.of(OTHER_SECRET));
    var evidence = "the head of record 0 is not signed by the key " + right.id();
    assertBroken(evidence, verify("--public-key", right.toString()));
    var heads = log().resolve("heads.jsonl");
    Files.writeString(heads, Files.readString(heads).replace(other.id(), right.id()));
    assertBroken(evidence, verify("--public-key", right.toString()));
    assertBroken(evidence, verify("--key", base64(SECRET)));
  }

  @Test
  void aChangedRecordIsFoundWithThePublicKey() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    var records = log().resolve("audit.jsonl");
    Files.writeString(records, Files.readString(records).replace("CARE", "CASE"));
    assertBroken(
        "its hash does not match its content",
        verify("--public-key", log().resolve("audit.pub").toString()));
  }

  @Test
  void aCutLogIsFoundWithAHeadThatWasKeptElsewhere(@TempDir Path elsewhere) throws IOException {
    var keys = AuditKeys.of(SECRET);
    write(log(), keys);
    write(elsewhere, keys);
    write(elsewhere, keys);
    var heads = Files.readAllLines(elsewhere.resolve("heads.jsonl"));
    var finished = verify("--key", base64(SECRET), "--head", heads.getLast());
    assertEquals(
        List.of(
            "The audit log is broken from record 2: the last record is 1, but the head kept"
                + " elsewhere confirms record 2."),
        finished.output());
    assertEquals(1, finished.code());
  }

  @Test
  void withoutAKeyTheWayToGiveOneIsReported() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    assertFalse(Files.exists(log().resolve("audit.key")));
    assertEquals(
        notChecked(
            "No key found: AUDIT_KEY is not set, and "
                + log()
                + " has no file audit.key. Give the public key of the log with --public-key."),
        verify());
  }

  @Test
  void aMalformedKeyIsReportedInOneLine() throws IOException {
    write(log(), AuditKeys.of(SECRET));
    var wanted = " must be 32 bytes in base64. Create such a key with `openssl rand -base64 32`.";
    for (var malformed : List.of("abc", "AAAA", "no base64!")) {
      assertEquals(notChecked("--key" + wanted), verify("--key", malformed));
      var environment = Map.of("AUDIT_DATA", log().toString(), "AUDIT_KEY", malformed);
      assertEquals(notChecked("AUDIT_KEY" + wanted), verify(environment));
      assertEquals(
          notChecked(
              "--public-key is not a public key of an audit log; it must be the file audit.pub or"
                  + " the line in it."),
          verify("--public-key", malformed));
    }
    assertEquals(
        notChecked("--head is not a head; it must be a line of heads.jsonl."),
        verify("--key", base64(SECRET), "--head", "{}"));
    assertEquals(
        notChecked("--public-key and --key are both given; leave out one."),
        verify("--key", base64(SECRET), "--public-key", "abc"));
  }

  @Test
  void anAbsentDirectoryStaysAbsent() throws IOException {
    assertEquals(
        notChecked(
            "There is no directory " + log() + ". Give that of the log with --data or AUDIT_DATA."),
        verify());
    assertTrue(Files.notExists(log()));
  }

  @Test
  void anEmptyDirectoryStaysEmpty() throws IOException {
    Files.createDirectory(log());
    assertEquals(2, verify().code());
    assertBroken("heads.jsonl is missing", verify("--key", base64(SECRET)));
  }
}
