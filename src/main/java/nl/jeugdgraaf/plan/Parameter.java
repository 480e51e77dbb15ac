package nl.jeugdgraaf.plan;

/// A value that a statement gets when it is run; never part of its text.
///
/// @param name unique within a plan, without the `$`
/// @param source where the value comes from
public record Parameter(String name, Source source) implements Term {
  @Override
  public String toString() {
    return "$" + name;
  }
}
