/// The web server: its routes, media types, status codes, compression, other origins, health
/// checks, metrics and pages.
///
/// Uses `engine` for answers, `auth` for callers, and Javalin on Jetty, for which it and
/// `connection` are the only packages; also Jackson and Caffeine. Never here: the schema, access
/// rules, the database, or any decision about a GraphQL operation.
@NullMarked
package nl.jeugdgraaf.http;

import org.jspecify.annotations.NullMarked;
