/// The log of who saw whose data: records that are only appended, chained by hashes, with signed
/// heads.
///
/// Uses `files`, `digest` and `problem`, Jackson to write and read lines of JSON, and the
/// cryptography of the JDK. Values of fields and ids of persons never enter the log: it names
/// fields, and persons by pseudonyms. Whoever cannot append to it must not show data.
@NullMarked
package nl.jeugdgraaf.audit;

import org.jspecify.annotations.NullMarked;
