package nl.jeugdgraaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/// Marks a test class that empties the [TestDatabase].
///
/// These classes run after all classes that read the seeded database, so that the seed is loaded
/// once (`junit-platform.properties` sets the order of classes).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
public @interface EmptiesDatabase {}
