/// The program: its commands and settings, and the start and stop of all that it runs.
///
/// Uses every package, picocli for commands and options, and the logging of the JDK. It wires and
/// reports; an operation, a rule or a statement is never made here.
@NullMarked
package nl.jeugdgraaf;

import org.jspecify.annotations.NullMarked;
