/// Loads tables of seed data into the graph: reads CSV files, checks their rows against the model,
/// reports what it skips and what is odd, and writes what differs from the database.
///
/// Uses `problem`, `model`, `bolt`, `digest`, `findings` and `seed.derived`, and is the only
/// package that reads CSV.
///
/// It must never contain GraphQL, access rules or rows of its own. A message that it reports never
/// contains a name, birth date or key of a youth.
@NullMarked
package nl.jeugdgraaf.seed;

import org.jspecify.annotations.NullMarked;
