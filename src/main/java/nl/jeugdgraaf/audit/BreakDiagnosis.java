package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.util.Optional;
import nl.jeugdgraaf.audit.AuditVerification.Broken;
import nl.jeugdgraaf.audit.AuditVerification.Fault;

/// The place where a chain breaks, and what the lines around it show.
///
/// @param last the last record that continues the chain
/// @param isSigned whether a head confirms that record
/// @param rest the lines after the one that does not continue the chain
record BreakDiagnosis(ChainLink last, boolean isSigned, LineReader rest) {

  /// Finds out what was done to the line that does not continue the chain, or to the one before it.
  ///
  /// @param found the line; empty if it does not have the form of a record
  Broken diagnose(Optional<ChainLink> found) throws IOException {
    if (found.isEmpty()) {
      return broken(Fault.CHANGED, "its line does not have the form of a record");
    }
    var link = found.get();
    if (last.seq() > 0 && link.prevHash().equals(last.prevHash())) {
      return new Broken(
          last.seq(),
          Fault.INSERTED,
          "it and the next record both claim to follow the same record");
    }
    if (!link.isSound()) {
      return broken(Fault.CHANGED, "its hash does not match its content");
    }
    if (link.seq() < expected()) {
      return broken(Fault.INSERTED, "record %d occurs again in its place".formatted(link.seq()));
    }
    return link.seq() > expected() ? gap(link) : torn(link);
  }

  private long expected() {
    return last.seq() + 1;
  }

  private Broken broken(Fault fault, String evidence) {
    return new Broken(expected(), fault, evidence);
  }

  /// The record that belongs here is somewhere else, or missing.
  private Broken gap(ChainLink link) throws IOException {
    for (var line = rest.next(); line.isPresent(); line = rest.next()) {
      if (ChainLink.parse(line.get()).filter(it -> it.seq() == expected()).isPresent()) {
        return broken(
            Fault.SWAPPED,
            "record %d is in its place, and it comes later itself".formatted(link.seq()));
      }
    }
    return broken(
        Fault.DELETED, "records %d to %d are missing".formatted(expected(), link.seq() - 1));
  }

  /// Both hashes match their content, but the second record follows another than the first. The one
  /// that something else confirms, a head or the record after it, was not changed.
  private Broken torn(ChainLink link) throws IOException {
    var next = rest.next().flatMap(ChainLink::parse);
    boolean isConfirmed = next.isEmpty() || next.get().prevHash().equals(link.hash());
    if (last.seq() > 0 && !isSigned && isConfirmed) {
      return new Broken(
          last.seq(),
          Fault.CHANGED,
          "its hash was recomputed, but the next record still holds the old one");
    }
    return broken(Fault.CHANGED, "it does not continue the record before it");
  }
}
