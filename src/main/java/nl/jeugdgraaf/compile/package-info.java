/// A valid operation to its plan and the shape of its response: selection sets, connections, groups,
/// paths, changes.
///
/// Uses `document`, `conditions` and `plan`. No Cypher and no caller enter it: the binder asks the
/// permissions.
@NullMarked
package nl.jeugdgraaf.compile;

import org.jspecify.annotations.NullMarked;
