package nl.jeugdgraaf.access;

import graphql.language.AstPrinter;
import graphql.language.ObjectValue;

/// The condition of a rule, ready for the compiler of filters: names of other rules are replaced
/// with their conditions, and caller and day with variables.
///
/// @param where a value of the argument `where` of its type, checked; it can refer to the variables
///   [#ORGANISATION] and [#TODAY]
/// @param ofOrganisation whether it refers to the caller's organisation
public record RuleCondition(ObjectValue where, boolean ofOrganisation) {
  /// Name of the variable that holds the caller's organisation.
  public static final String ORGANISATION = "caller.organisation";

  /// Name of the variable that holds today.
  public static final String TODAY = "today";

  /// The condition as it would be written, on one line.
  @Override
  public String toString() {
    return AstPrinter.printAstCompact(where);
  }
}
