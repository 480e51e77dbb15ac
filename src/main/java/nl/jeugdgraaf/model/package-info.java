/// The graph as the schema folder describes it: node types, relationships, properties, code lists.
///
/// First floor: knows nothing but problems. Everything here is immutable and ordered as in the
/// files.
@NullMarked
package nl.jeugdgraaf.model;

import org.jspecify.annotations.NullMarked;
