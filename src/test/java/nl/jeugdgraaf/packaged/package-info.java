/// Tests of what `mvn package` makes, which run after it, in `mvn verify`.
@NullMarked
package nl.jeugdgraaf.packaged;

import org.jspecify.annotations.NullMarked;
