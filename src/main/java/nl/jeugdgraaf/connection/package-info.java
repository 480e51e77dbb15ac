/// The connections that clients hold: how many, how long without a request, and for HTTP only.
@NullMarked
package nl.jeugdgraaf.connection;

import org.jspecify.annotations.NullMarked;
