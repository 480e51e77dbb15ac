/// Who saw whose data: a record that only grows, chained by hashes, with signed heads.
///
/// First floor: knows problems and limits. No record, no data: who cannot write here must not
/// answer. Values never come in: the record names fields, and persons by pseudonyms.
@NullMarked
package nl.jeugdgraaf.audit;

import org.jspecify.annotations.NullMarked;
