/// Analysis of networks of care: who is tied to whom, who covers what, and what is lost without
/// one of them. The one place where this program computes over what the database gave.
///
/// All that it computes over is read by documents of the public language (`schema/networks`), as
/// the caller who asks, so each analysis knows what the caller could have asked, and no more.
/// Algorithms on graphs are those of JGraphT.
///
/// The words are those of social network analysis (Wasserman and Faust, Social Network Analysis,
/// 1994): actors are joined by ties where they share affiliations, such as a product for which
/// both are contracted.
@NullMarked
package nl.jeugdgraaf.networkanalysis;

import org.jspecify.annotations.NullMarked;
