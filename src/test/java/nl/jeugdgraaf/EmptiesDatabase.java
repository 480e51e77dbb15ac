package nl.jeugdgraaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/// Marks a test class that empties the [TestDatabase].
///
/// At `NEO4J_URI` there is one database only. There these classes run after all that read the seed,
/// so that it is loaded once (`junit-platform.properties` sets the order of classes).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
public @interface EmptiesDatabase {}
