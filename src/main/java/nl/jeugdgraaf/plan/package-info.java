/// What to read, names resolved, no Cypher yet: the algebra and its one binder.
///
/// Second floor: looks down at the model only.
@NullMarked
package nl.jeugdgraaf.plan;

import org.jspecify.annotations.NullMarked;
