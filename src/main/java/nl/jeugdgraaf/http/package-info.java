/// Routes, media types, health, the page.
///
/// Top floor; the only door to Javalin.
@NullMarked
package nl.jeugdgraaf.http;

import org.jspecify.annotations.NullMarked;
