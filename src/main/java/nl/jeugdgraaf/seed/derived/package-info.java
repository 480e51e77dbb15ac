/// Derives relationships that follow from others, after a load has written or withdrawn those.
///
/// Such a relationship is stated by no load: its list `loads` is empty. It goes when it no longer
/// follows, and with a node that is withdrawn. Uses `model` and `bolt`.
///
/// It must never contain rows, nor read files.
@NullMarked
package nl.jeugdgraaf.seed.derived;

import org.jspecify.annotations.NullMarked;
