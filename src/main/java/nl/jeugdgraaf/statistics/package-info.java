/// Tables of numbers about persons that everybody may see: counted over the whole graph, protected
/// against disclosure, published once.
///
/// Uses `bolt` to publish, and asks the engine through an interface of its own. No caller enters
/// it: a table is the same for all.
@NullMarked
package nl.jeugdgraaf.statistics;

import org.jspecify.annotations.NullMarked;
