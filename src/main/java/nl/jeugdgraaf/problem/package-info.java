/// What can go wrong, in words for its reader, and the closed list of error codes.
///
/// Uses the JDK only. Status codes, JSON and stored values never enter here.
@NullMarked
package nl.jeugdgraaf.problem;

import org.jspecify.annotations.NullMarked;
