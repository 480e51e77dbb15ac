/// Random graphs, random operations, and the answers that the dialect promises for them.
///
/// The reference shares nothing with the engine but the schema: graphql-java runs the same document
/// field by field over the same graph in memory, with fetchers that do what the words say and
/// nothing clever.
package nl.jeugdgraaf.property;
