package nl.jeugdgraaf.plan;

/// A value that a statement gets when it is run; never part of its text.
///
/// @param name unique within a plan, without the `$`
/// @param source where the value comes from
public record Parameter(String name, ParameterSource source) implements Term {
  /// The parameter of a statement that holds all values which may be missing, by name. Neo4j plans
  /// a statement anew when a parameter of another type is given, and null is a type; but it does
  /// not look into maps.
  public static final String OPTIONAL = "optional";

  /// {@return whether a term has the value of this parameter in every run, because both come from
  /// one source}
  ///
  /// @param other a term
  public boolean isSame(Term other) {
    return other instanceof Parameter(_, var known) && source.equals(known);
  }

  @Override
  public String toString() {
    return source.isOptional() ? "$" + OPTIONAL + "." + name : "$" + name;
  }
}
