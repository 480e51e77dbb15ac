package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;

/// Which records are looked for.
///
/// @param pseudonym of the person
/// @param from first moment
/// @param to moment after the last
/// @param limit how many at most, the first ones
record AccessQuery(String pseudonym, Instant from, Instant to, int limit) {

  /// Reads them out of a file.
  ///
  /// The file is opened for this alone: a thread that is interrupted while it reads closes what it
  /// reads.
  ///
  /// @param end how much of the file is sure to be written
  List<AuditRecord> read(Path file, long end) {
    try (var channel = FileChannel.open(file)) {
      return read(new LineReader(channel, 0, end));
    } catch (IOException e) {
      throw new ProblemException(Code.AUDIT_UNAVAILABLE, "The audit record cannot be read now.", e);
    }
  }

  private List<AuditRecord> read(LineReader lines) throws IOException {
    // A text in a record cannot look like this, since its quotes are escaped.
    var mark = "\"subject\":\"" + pseudonym + "\"";
    var found = new ArrayList<AuditRecord>();
    for (var line = lines.next(); line.isPresent() && found.size() < limit; line = lines.next()) {
      if (new String(line.get(), StandardCharsets.ISO_8859_1).contains(mark)) {
        RecordJson.parse(line.get()).filter(this::isMeant).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean isMeant(AuditRecord record) {
    var start = record.entry().period().start();
    return record.entry().data().subject().equals(pseudonym)
        && !start.isBefore(from)
        && start.isBefore(to);
  }
}
