package nl.jeugdgraaf.plan;

/// A value that a statement gets when it is run; never part of its text.
///
/// @param name unique within a plan, without the `$`
/// @param source where the value comes from
public record Parameter(String name, ParameterSource source) implements Term {
  /// {@return whether a term has the value of this parameter in every run, because both come from
  /// one source}
  ///
  /// @param other a term
  public boolean isSame(Term other) {
    return other instanceof Parameter(_, var known) && source.equals(known);
  }

  @Override
  public String toString() {
    return "$" + name;
  }
}
