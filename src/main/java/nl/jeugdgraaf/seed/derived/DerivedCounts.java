package nl.jeugdgraaf.seed.derived;

/// How many relationships were derived.
///
/// @param all those that follow from the data now
/// @param added those of them that were not there
/// @param removed those that no longer follow
public record DerivedCounts(long all, long added, long removed) {}
