package nl.jeugdgraaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.jeugdgraaf.audit.AuditHead;
import nl.jeugdgraaf.audit.AuditKeys;
import nl.jeugdgraaf.audit.AuditVerification;
import nl.jeugdgraaf.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks whether the record of who saw whose data is as it was written, and names the first record
/// that is not. The server may run meanwhile.
@Command(
    name = "verify-audit",
    description =
        "Checks the record of who saw whose data; ends with 1 and names the first bad record if it"
            + " was changed, cut or replaced.")
final class VerifyAuditCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      defaultValue = "${env:AUDIT_DATA:-target/audit}",
      description = "Directory of the record; AUDIT_DATA if not given.")
  private Path data = Path.of("target/audit");

  @Option(
      names = "--key",
      defaultValue = "${env:AUDIT_KEY:-}",
      hidden = true,
      description = "Its secret in base64; AUDIT_KEY if not given, or the one beside the record.")
  private String key = "";

  @Option(
      names = "--head",
      description = "A signed head that was kept elsewhere: a line of heads.jsonl.")
  private String head = "";

  @Override
  public Integer call() {
    if (!Files.isDirectory(data)) {
      System.err.println("Not verified: there is no directory " + data + "; see --data.");
      return 2;
    }
    try {
      var keys =
          key.isEmpty()
              ? AuditKeys.inDirectory(data)
              : AuditKeys.of(Base64.getDecoder().decode(key));
      var anchor = head.isEmpty() ? Optional.<AuditHead>empty() : AuditHead.parse(head);
      if (!head.isEmpty() && anchor.isEmpty()) {
        System.err.println("Not verified: --head is no line of heads.jsonl.");
        return 2;
      }
      var found = AuditVerification.verify(data, keys, anchor);
      System.out.println(found);
      return found instanceof AuditVerification.Intact ? 0 : 1;
    } catch (ProblemException e) {
      System.err.println("Not verified: " + e.getMessage());
      return 1;
    }
  }
}
