package nl.jeugdgraaf.access;

/// A table of figures.
///
/// @param name under which it is asked
/// @param about what it shows
/// @param ask the operation that counts it, on the day `$on`: one connection with one number of
///   `aggregate`, the total, and `groups` of which `key` holds the dimensions and one number
///   follows
public record StatisticsTable(String name, String about, String ask) {}
