/// The log of who saw whose data: records that are only appended, chained by hashes, with signed
/// heads; an index that finds the records about a youth; and refusals, in a bounded number of
/// records.
///
/// Uses `files`, `digest`, `clock` and `problem`, Jackson to write and read lines of JSON, H2's
/// MVStore for the index, for which it is the only package, and the cryptography of the JDK. Values
/// of fields and keys of persons never enter the log: it names fields, and persons by pseudonyms.
/// Whoever cannot append to it must not show data.
@NullMarked
package nl.jeugdgraaf.audit;

import org.jspecify.annotations.NullMarked;
