/// To be written.
@NullMarked
package nl.jeugdgraaf.auth;

import org.jspecify.annotations.NullMarked;
