/// The roof: reads settings, wires the floors, starts and stops the server.
@NullMarked
package nl.jeugdgraaf;

import org.jspecify.annotations.NullMarked;
