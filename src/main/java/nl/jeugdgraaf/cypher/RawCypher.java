package nl.jeugdgraaf.cypher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.plan.Hop;
import nl.jeugdgraaf.plan.NodeVariable;
import nl.jeugdgraaf.plan.Predicate;
import nl.jeugdgraaf.plan.Rows;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.cypherdsl.core.ast.Visitor;

/// The snippets of Cypher that Cypher-DSL cannot build, such as type tests and the shortest of
/// quantified patterns, or writes less readably, such as sums in parentheses.
///
/// All raw text of the package is here. What varies in a snippet is an expression, a name from the
/// schema or a number of our own, never text from a caller.
final class RawCypher {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private RawCypher() {}

  /// Returns whether a value is of a type, or null.
  ///
  /// @param value the value
  /// @param type name of a Cypher type
  static Condition isOfType(Expression value, String type) {
    return Cypher.raw("$E IS :: " + type, value).asCondition();
  }

  /// Returns a text without letter case and accents.
  ///
  /// @param text the text
  /// @param replacements pairs of a text and what takes its place
  static Expression folded(Expression text, Expression replacements) {
    return Cypher.raw(
        "reduce(folded = normalize(toLower($E), NFKD), pair IN $E |"
            + " replace(folded, pair[0], pair[1]))",
        text,
        replacements);
  }

  /// Returns two texts as one that sorts by the first, then by the second.
  static Expression joined(Expression first, Expression second) {
    return Cypher.raw("$E + '\\u0000' + $E", first, second);
  }

  /// Returns whether both values are dates, or null.
  static Condition areDates(Expression one, Expression other) {
    return Cypher.raw("$E IS :: DATE AND $E IS :: DATE", one, other).asCondition();
  }

  /// Returns whether a value is an integer of 32 bits, the range of `Int` in GraphQL.
  static Condition isInt(Expression value) {
    return Cypher.raw("$E IS :: INTEGER AND -2147483648 <= $E <= 2147483647", value, value)
        .asCondition();
  }

  /// Returns whether a node has at least one of the labels.
  static Condition hasAnyLabel(SymbolicName node, List<String> labels) {
    return Cypher.raw(
            labels.stream()
                .map(label -> "$E:" + label)
                .collect(Collectors.joining(" OR ", "(", ")")),
            Collections.nCopies(labels.size(), node).toArray())
        .asCondition();
  }

  /// Returns the first label of a node that is in a list.
  static Expression firstLabelAmong(SymbolicName node, Expression labels) {
    return Cypher.raw("head([label IN labels($E) WHERE label IN $E])", node, labels);
  }

  /// Returns whether a day is after `from`, and on or before `to`.
  static Condition isAfterUntil(Expression day, Expression from, Expression to) {
    return Cypher.raw("$E > $E AND $E <= $E", day, from, day, to).asCondition();
  }

  /// Returns the negation of a flag that is never null.
  static Condition not(Expression flag) {
    return Cypher.raw("NOT $E", flag).asCondition();
  }

  /// Returns the index of the last element, -1 for an empty list.
  static Expression lastIndex(Expression list) {
    return Cypher.raw("size($E) - 1", list);
  }

  /// Returns a number increased by a constant.
  static Expression plus(Expression number, int constant) {
    return Cypher.raw("$E + " + constant, number);
  }

  /// Returns a list, or a list of null where it is empty or missing.
  static Expression orListOfNull(Expression list) {
    return Cypher.raw("CASE WHEN size($E) > 0 THEN $E ELSE [null] END", list, list);
  }

  /// Returns the mean of the numbers of a group, null without numbers.
  static Expression mean(Expression number) {
    return Cypher.raw("toFloat(sum($E)) / nullIf(count($E), 0)", number, number);
  }

  /// Returns the day that is nearest to a number of days since 1 January 1970.
  static Expression nearestDay(Expression days) {
    return Cypher.raw("date('1970-01-01') + duration('P1D') * toInteger(floor($E + 0.5))", days);
  }

  /// Returns the pairs of what ended and what began: one pair where there is one of each, and else
  /// a pair with a null for each element.
  static Expression pairs(Expression ended, Expression began) {
    return Cypher.raw(
        "CASE WHEN size($E) = 1 AND size($E) = 1 THEN [[$E[0], $E[0]]]"
            + " ELSE [one IN $E | [one, null]] + [one IN $E | [null, one]] END",
        ended,
        began,
        ended,
        began,
        ended,
        began);
  }

  /// Returns the pattern of the shortest paths between two bound nodes, the guards of relationship
  /// and node asked on every step.
  static PatternElement shortestPaths(Rows.Paths paths) {
    var step = paths.step();
    var guard = Predicate.and(List.of(step.relationship().guard(), step.node().guard()));
    return new RawPattern(
        Cypher.raw(
            "$E = SHORTEST %d ($E) (()-[$E:%s]-($E) WHERE $E){1,%d} ($E)"
                .formatted(
                    paths.bounds().pathsMax(),
                    String.join("|", step.types()),
                    paths.bounds().stepsMax()),
            Cypher.name(paths.name().name()),
            Cypher.name(paths.from().node().name()),
            Cypher.name(step.relationship().name()),
            Cypher.name(step.node().name()),
            PredicateWriter.of(guard),
            Cypher.name(paths.to().node().name())));
  }

  /// Returns the pattern of a node.
  ///
  /// It always has its labels, and that of a relationship its type. Cypher-DSL leaves them out
  /// where it has seen the name before, also where that was in another subquery; then it finds
  /// nodes of any label.
  static PatternElement node(NodeVariable node) {
    return new RawPattern(Cypher.raw(pattern(node), Cypher.name(node.name())));
  }

  /// Returns the pattern of a relationship and the node that it leads to, from a node that is
  /// bound.
  static PatternElement hop(Hop hop) {
    return new RawPattern(
        Cypher.raw(
            "($E)" + relationship(hop.direction(), hop.relationship().type()) + pattern(hop.to()),
            Cypher.name(hop.from().name()),
            Cypher.name(hop.relationship().name()),
            Cypher.name(hop.to().name())));
  }

  private static String pattern(NodeVariable node) {
    return node.labels().isEmpty() ? "($E)" : "($E:" + symbols(node.labels()) + ")";
  }

  private static String relationship(Direction direction, String type) {
    return "%s-[$E:%s]-%s"
        .formatted(
            direction == Direction.IN ? "<" : "",
            symbols(List.of(type)),
            direction == Direction.OUT ? ">" : "");
  }

  /// Returns labels or types of which one is enough, quoted where they need it.
  private static String symbols(List<String> names) {
    return names.stream().map(RawCypher::symbol).collect(Collectors.joining("|"));
  }

  private static String symbol(String name) {
    return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
  }

  /// Returns the pattern of a chain, the guards of relationship and nodes asked on every step.
  ///
  /// One way leads to each node, since each has one node before it or after it. So each is there
  /// once, and the database never tries more ways than there are nodes. `SHORTEST` would promise
  /// the same of any relationship, but asks a guard that is a subquery of whole ways only.
  static PatternElement chain(Hop hop, Hop.Chain chain) {
    var step = chain.step();
    var guard = PredicateWriter.guardOf(chain);
    var parts =
        new ArrayList<Expression>(
            List.of(
                Cypher.name(hop.from().name()),
                Cypher.name(step.from().name()),
                Cypher.name(step.relationship().name()),
                Cypher.name(step.to().name())));
    if (!guard.equals(Predicate.Always.TRUE)) {
      parts.add(PredicateWriter.of(guard));
    }
    parts.add(Cypher.name(hop.to().name()));
    return new RawPattern(
        Cypher.raw(
            "($E) (($E)%s%s){1,%d} ($E)"
                .formatted(
                    relationship(step.direction(), step.relationship().type()) + pattern(step.to()),
                    guard.equals(Predicate.Always.TRUE) ? "" : " WHERE $E",
                    chain.most()),
            parts.toArray()));
  }

  /// Raw text where Cypher-DSL wants a pattern.
  private record RawPattern(Expression text) implements PatternElement {
    @Override
    public void accept(Visitor visitor) {
      text.accept(visitor);
    }
  }
}
