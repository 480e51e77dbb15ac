/// Who may see what: the rules that the binder asks.
///
/// Third floor: looks down at plans.
@NullMarked
package nl.jeugdgraaf.access;

import org.jspecify.annotations.NullMarked;
