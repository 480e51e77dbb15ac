package nl.jeugdgraaf.audit;

/// A search for records about one person.
///
/// @param pseudonym of the person
/// @param from earliest start of a record, in milliseconds since 1970, inclusive
/// @param to latest start of a record, exclusive
/// @param limit at most so many records, the first ones
record AccessQuery(String pseudonym, long from, long to, int limit) {}
