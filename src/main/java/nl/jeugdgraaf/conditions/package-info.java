/// What narrows and orders rows: `where` and `having` to predicates, `sort`, `limit` and `offset` to
/// operators, aggregates to filter and sort by, and the rules of access, which are compiled as a
/// `where` is.
///
/// Uses `document` for arguments, `access` for rules and `plan` for what it makes. No selection set
/// and no shape of a response enter it.
@NullMarked
package nl.jeugdgraaf.conditions;

import org.jspecify.annotations.NullMarked;
