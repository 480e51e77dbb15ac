/// The database itself: a child process where none is given, its constraints and indexes.
///
/// Fifth floor: speaks Bolt like everything above it.
@NullMarked
package nl.jeugdgraaf.store;

import org.jspecify.annotations.NullMarked;
