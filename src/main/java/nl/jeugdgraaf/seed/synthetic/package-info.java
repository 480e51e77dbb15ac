/// Makes up a network of youth care of any size, as seed tables.
///
/// Uses `problem`, and `seed` for its tables.
///
/// It must never contain a database, a file, the clock or a random number that differs between two
/// runs.
@NullMarked
package nl.jeugdgraaf.seed.synthetic;

import org.jspecify.annotations.NullMarked;
