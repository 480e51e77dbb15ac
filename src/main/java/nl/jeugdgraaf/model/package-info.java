/// The graph model: node types, interfaces, relationships, properties and code lists.
///
/// Uses `problem` and no library. Never enters: SDL and GraphQL types (`schema` reads them, `api`
/// writes them), labels and names that are not in the schema files, anything mutable. Everything
/// here keeps the order of the files.
///
/// Start with [Model], then [NodeType] and [RelationshipField].
@NullMarked
package nl.jeugdgraaf.model;

import org.jspecify.annotations.NullMarked;
