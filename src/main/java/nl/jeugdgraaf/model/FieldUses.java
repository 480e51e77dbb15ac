package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The fields of a type that search, `changes`, paths and time use, by field name.
///
/// @param fulltext attributes that a search reads
/// @param tracked relationships whose beginnings, ends and moves `changes` reports
/// @param steps relationships that a path may follow
/// @param last relationships to one node that show who was last, once their own node has ended
/// @param lifetime days by which nodes and values are there
public record FieldUses(
    SequencedSet<String> fulltext,
    SequencedSet<String> tracked,
    SequencedSet<String> steps,
    SequencedSet<String> last,
    Lifetime lifetime) {
  /// No field is searched, tracked or followed.
  public static final FieldUses NONE =
      new FieldUses(
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          Lifetime.ALWAYS);

  /// Copies the sets.
  public FieldUses {
    fulltext = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(fulltext));
    tracked = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tracked));
    steps = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(steps));
    last = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(last));
  }
}
