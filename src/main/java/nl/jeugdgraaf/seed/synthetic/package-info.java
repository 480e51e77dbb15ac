/// To be written.
@NullMarked
package nl.jeugdgraaf.seed.synthetic;

import org.jspecify.annotations.NullMarked;
