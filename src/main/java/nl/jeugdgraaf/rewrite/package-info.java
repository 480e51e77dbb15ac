/// A plan to an equal, cheaper plan; one class for each law.
///
/// Third floor: looks down at plans.
@NullMarked
package nl.jeugdgraaf.rewrite;

import org.jspecify.annotations.NullMarked;
