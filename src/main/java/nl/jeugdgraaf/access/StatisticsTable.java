package nl.jeugdgraaf.access;

/// A fixed table of numbers of youths, which the root field `figures` shows.
///
/// @param name under which it is asked
/// @param about what it shows
/// @param ask the operation that counts it on the day `$on`: one connection with the total as the
///   only number of `aggregate`, and `groups` with the dimensions in `key` and one number
public record StatisticsTable(String name, String about, String ask) {}
