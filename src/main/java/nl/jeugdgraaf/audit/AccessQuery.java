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

/// A search for records about one person.
///
/// @param pseudonym of the person
/// @param from earliest start of a record, inclusive
/// @param to latest start of a record, exclusive
/// @param limit at most so many records, the first ones
record AccessQuery(String pseudonym, Instant from, Instant to, int limit) {

  /// Finds the records in a file.
  ///
  /// Opens the file for this search alone, because a thread that is interrupted while it reads
  /// closes the channel.
  ///
  /// @param end end of the part of the file that is known to be on disk
  List<AuditRecord> read(Path file, long end) {
    try (var channel = FileChannel.open(file)) {
      return read(new LineReader(channel, 0, end));
    } catch (IOException e) {
      throw new ProblemException(
          Code.AUDIT_UNAVAILABLE,
          "The audit log cannot be read now. Try again in a few seconds.",
          e);
    }
  }

  private List<AuditRecord> read(LineReader lines) throws IOException {
    // A stored text cannot contain this mark, because its quotes are escaped.
    var mark = "\"subject\":\"" + pseudonym + "\"";
    var found = new ArrayList<AuditRecord>();
    for (var line = lines.next(); line.isPresent() && found.size() < limit; line = lines.next()) {
      if (new String(line.get(), StandardCharsets.ISO_8859_1).contains(mark)) {
        RecordJson.parse(line.get()).filter(this::matches).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean matches(AuditRecord record) {
    var start = record.entry().period().start();
    return record.entry().data().subject().equals(pseudonym)
        && !start.isBefore(from)
        && start.isBefore(to);
  }
}
