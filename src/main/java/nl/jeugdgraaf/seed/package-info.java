/// Seed files and the synthetic network to the graph, in batches, repeatable.
///
/// Fifth floor; the only door to the CSV library.
@NullMarked
package nl.jeugdgraaf.seed;

import org.jspecify.annotations.NullMarked;
