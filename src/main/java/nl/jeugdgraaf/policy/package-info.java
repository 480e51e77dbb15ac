/// Who may see what: the rules that the binder asks.
///
/// Third floor: looks down at plans.
@NullMarked
package nl.jeugdgraaf.policy;

import org.jspecify.annotations.NullMarked;
