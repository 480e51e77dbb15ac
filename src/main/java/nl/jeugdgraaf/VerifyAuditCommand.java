package nl.jeugdgraaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.jeugdgraaf.audit.AuditHead;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditPublicKey;
import nl.jeugdgraaf.audit.AuditVerification;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks that the audit log is as it was written, and names the first record that is not. Writes
/// nothing. The server may run meanwhile.
@Command(
    name = "verify-audit",
    description =
        "Checks the audit log and writes nothing. Ends with 0 if the log is intact, with 1 if it"
            + " was changed, cut or replaced, and with 2 if it could not be checked.",
    exitCodeOnExecutionException = 2)
final class VerifyAuditCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Option(names = "--data", description = "Directory of the log, instead of AUDIT_DATA.")
  private String data = "";

  @Option(
      names = "--public-key",
      paramLabel = "<file or key>",
      description =
          "Public key of the log: the file audit.pub, or the line in it. It checks everything, and"
              + " cannot forge anything.")
  private String publicKey = "";

  @Option(
      names = "--key",
      description = "Secret of the log in base64, instead of AUDIT_KEY or the file audit.key.")
  private String key = "";

  @Option(
      names = "--head",
      description = "A signed head of which a copy was kept elsewhere: a line of heads.jsonl.")
  private String head = "";

  VerifyAuditCommand(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public Integer call() {
    environment.with("AUDIT_DATA", "--data", data).with("AUDIT_KEY", "--key", key);
    var store = SettingsReader.auditStore(environment);
    environment.check();
    var directory = store.directory();
    if (!Files.isDirectory(directory)) {
      throw problem(
          "There is no directory "
              + directory
              + ". Give that of the log with --data or AUDIT_DATA.");
    }
    var found = AuditVerification.verify(directory, key(store), anchor());
    specification.commandLine().getOut().println(found);
    return found instanceof AuditVerification.Intact ? 0 : 1;
  }

  private AuditPublicKey key(Settings.AuditStore store) {
    if (!publicKey.isEmpty()) {
      if (!key.isEmpty()) {
        throw problem("--public-key and --key are both given; leave out one.");
      }
      return publicKey();
    }
    var keys =
        store.key().isEmpty()
            ? AuditKeys.read(store.directory())
            : Optional.of(AuditKeys.of(Base64.getDecoder().decode(store.key())));
    return keys.map(AuditKeys::publicKey)
        .orElseThrow(() ->
            problem(
                "No key found: AUDIT_KEY is not set, and "
                    + store.directory()
                    + " has no file audit.key. Give the public key of the log with"
                    + " --public-key."));
  }

  private AuditPublicKey publicKey() {
    try {
      return AuditPublicKey.parse(publicKeyText());
    } catch (IllegalArgumentException _) {
      throw problem(
          "--public-key is not a public key of an audit log; it must be the file audit.pub or the"
              + " line in it.");
    }
  }

  private String publicKeyText() {
    try {
      var file = Path.of(publicKey);
      return Files.isRegularFile(file) ? Files.readString(file) : publicKey;
    } catch (IOException | InvalidPathException _) {
      return publicKey;
    }
  }

  private Optional<AuditHead> anchor() {
    if (head.isEmpty()) {
      return Optional.empty();
    }
    var anchor = AuditHead.parse(head);
    if (anchor.isEmpty()) {
      throw problem("--head is not a head; it must be a line of heads.jsonl.");
    }
    return anchor;
  }

  private static ProblemException problem(String message) {
    return new ProblemException(Code.BAD_USER_INPUT, message);
  }
}
