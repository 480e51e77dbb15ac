/// Reads the schema folder, and refuses it with all problems at once if it is wrong.
///
/// Uses `model` and `problem`, and the parser of graphql-java. Never enters: the public schema
/// (`api` writes it), access rules (`access` reads them with the tools of this package), operations
/// of clients.
///
/// [SchemaReader] turns [SchemaFile]s into a model: [FieldReader] reads the fields of each type,
/// and [SchemaChecks] then checks what must hold between types. [SchemaProblems] collects what is
/// wrong, with file and line.
@NullMarked
package nl.jeugdgraaf.schema;

import org.jspecify.annotations.NullMarked;
