package nl.jeugdgraaf.bench;

import java.util.Optional;
import nl.jeugdgraaf.access.DelegatingPermissions;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.Subject;
import nl.jeugdgraaf.model.NodeType;

/// The same permissions, but nothing is data of a person: statements do not ask whose data they
/// read.
final class WithoutDataSubjects extends DelegatingPermissions {
  WithoutDataSubjects(Permissions permissions) {
    super(permissions);
  }

  @Override
  public Optional<Subject> subject(NodeType type) {
    return Optional.empty();
  }
}
