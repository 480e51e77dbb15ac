/// Numbers of youths that offices and analysts may see: counted over the whole graph, protected
/// against disclosure, published once for each quarter.
///
/// Uses `bolt` to count and to publish, by the statements of `schema/access`. No caller enters it:
/// a table is the same for all.
@NullMarked
package nl.jeugdgraaf.statistics;

import org.jspecify.annotations.NullMarked;
