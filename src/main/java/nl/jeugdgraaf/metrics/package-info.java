/// Metrics in the format of Prometheus. Whoever owns a figure names it here; nothing else of the
/// program is known to this package.
///
/// The only package that uses Micrometer. Labels have values of closed lists: no text of a client
/// becomes one.
@NullMarked
package nl.jeugdgraaf.metrics;

import org.jspecify.annotations.NullMarked;
