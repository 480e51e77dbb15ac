package nl.jeugdgraaf.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What else the fields of a type are for, by field name.
///
/// @param fulltext attributes that a search looks at
/// @param tracked relationships of which `changes` tells what began, ended or moved
/// @param steps relationships that a path may follow
public record FieldRoles(
    SequencedSet<String> fulltext, SequencedSet<String> tracked, SequencedSet<String> steps) {
  /// Name of the full-text index of all searched attributes.
  public static final String SEARCH_INDEX = "search";

  /// Label of the notes that the loader keeps in the graph; no type of the model.
  public static final String SEED_BATCH = "SeedBatch";

  /// Nothing.
  public static final FieldRoles NONE =
      new FieldRoles(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());

  /// Copies the sets.
  public FieldRoles {
    fulltext = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(fulltext));
    tracked = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tracked));
    steps = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(steps));
  }
}
