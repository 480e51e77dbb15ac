package nl.jeugdgraaf.audit;

import java.io.IOException;
import java.util.Optional;
import nl.jeugdgraaf.audit.AuditVerification.Broken;
import nl.jeugdgraaf.audit.AuditVerification.Fault;

/// The place where a chain breaks, and what can be told from what stands around it.
///
/// @param last the record before, which fits to all before it
/// @param isSigned whether a head confirms that one
/// @param rest the lines behind the one that does not fit
record BreakDiagnosis(ChainLink last, boolean isSigned, LineReader rest) {

  /// Says what was done to the line that does not fit, or to the one before it.
  ///
  /// @param found the line, empty if it is no line of a log
  Broken diagnose(Optional<ChainLink> found) throws IOException {
    if (found.isEmpty()) {
      return broken(Fault.CHANGED, "its line is not as a line is written");
    }
    var link = found.get();
    if (last.seq() > 0 && link.prevHash().equals(last.prevHash())) {
      return new Broken(
          last.seq(), Fault.INSERTED, "it and the next both say that they follow the same record");
    }
    if (!link.isSound()) {
      return broken(Fault.CHANGED, "its content does not give its hash");
    }
    if (link.seq() < expected()) {
      return broken(
          Fault.INSERTED, "in its place stands a record %d once more".formatted(link.seq()));
    }
    return link.seq() > expected() ? gap(link) : torn(link);
  }

  private long expected() {
    return last.seq() + 1;
  }

  private Broken broken(Fault fault, String how) {
    return new Broken(expected(), fault, how);
  }

  /// The record that should stand here stands somewhere else, or nowhere.
  private Broken gap(ChainLink link) throws IOException {
    for (var line = rest.next(); line.isPresent(); line = rest.next()) {
      if (ChainLink.parse(line.get()).filter(it -> it.seq() == expected()).isPresent()) {
        return broken(
            Fault.SWAPPED,
            "in its place stands record %d, and it comes later".formatted(link.seq()));
      }
    }
    return broken(
        Fault.DELETED, "the records %d to %d are gone".formatted(expected(), link.seq() - 1));
  }

  /// Both give their own hash, but the second follows another than the first. Whoever is confirmed
  /// from outside, by a head or by the record behind it, was not changed.
  private Broken torn(ChainLink link) throws IOException {
    var next = rest.next().flatMap(ChainLink::parse);
    boolean isConfirmed = next.isEmpty() || next.get().prevHash().equals(link.hash());
    if (last.seq() > 0 && !isSigned && isConfirmed) {
      return new Broken(
          last.seq(), Fault.CHANGED, "its hash was made anew, but the next still has the old one");
    }
    return broken(Fault.CHANGED, "it does not follow the record before it");
  }
}
