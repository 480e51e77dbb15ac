package nl.jeugdgraaf.plan;

/// Turns a rule of access into the predicate that guards a variable.
///
/// The [Binder] asks [nl.jeugdgraaf.access.Permissions] which rules open a node, a relationship or
/// a property to the caller, and asks this interface what each of them means for the variable.
@FunctionalInterface
public interface Guards {
  /// {@return what must hold of a node or relationship for a rule to open it, or one of its
  /// properties}
  ///
  /// A rule reads the whole graph: it binds what it needs by [Binder#ofRules()].
  ///
  /// @param rule name of a rule of the variable's type
  /// @param variable the node or relationship
  /// @param binder binds what the rule reads
  Predicate guard(String rule, Variable variable, Binder binder);
}
