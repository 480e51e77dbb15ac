package nl.jeugdgraaf.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.audit.AuditEntry;
import nl.jeugdgraaf.plan.SubjectColumns;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// The youths about whom rows reveal something, gathered until that is recorded. For one thread and
/// one response.
public final class SubjectCollector {
  private final List<SubjectColumns> columns;
  private final Map<String, Long> named = new HashMap<>();
  private long others;

  /// How many youths are behind a condition, at least.
  private long least;

  /// Starts with nobody.
  ///
  /// @param columns where the youths stand, by position of the query in the plan
  public SubjectCollector(List<SubjectColumns> columns) {
    this.columns = columns;
  }

  /// Gathers the youths of one record.
  ///
  /// @param row position of the query in the plan, and the list of its column values
  public void accept(Record row) {
    gather(columns.get(row.get(0).asInt()), row.get(1));
  }

  private void gather(SubjectColumns where, Value row) {
    where.named().forEach(column -> name(row.get(column)));
    for (var counted : where.counted()) {
      count(row.get(counted.youths()), counted.objects().map(row::get).map(Value::asLong));
    }
    where
        .nested()
        .forEach((column, nested) -> {
          if (!row.get(column).isNull()) {
            gather(nested, row.get(column));
          }
        });
  }

  private void gather(SubjectColumns.Nested nested, Value value) {
    switch (nested) {
      case SubjectColumns.Nested.Rows(var each) -> {
        for (int i = 0; i < value.size(); i++) {
          gather(each, value.get(i));
        }
      }
      case SubjectColumns.Nested.Row(var columns) -> gather(columns, value);
      case SubjectColumns.Nested.FirstOf(var queries) ->
          gather(queries.get(value.get(value.size() - 1).asInt()), value);
    }
  }

  /// Few youths are named; of more only a number is told, which is at least that of the youths.
  private void count(Value youths, Optional<Long> objects) {
    if (youths.size() < SubjectColumns.NAMED_BELOW) {
      name(youths);
    } else {
      others += objects.orElse(0L);
      least = youths.size();
    }
  }

  private void name(Value youths) {
    if (ScalarWriter.isList(youths)) {
      for (int i = 0; i < youths.size(); i++) {
        name(youths.get(i).get(0));
      }
    } else if (!youths.isNull() && !youths.asObject().toString().isEmpty()) {
      named.merge(youths.asObject().toString(), 1L, Long::sum);
    }
  }

  /// Returns who was gathered, and forgets them.
  ///
  /// @return the youths since the last time, and how many objects were counted of others, at least
  public AuditEntry.Data take() {
    var taken = new AuditEntry.Data(named, Math.max(others, least));
    named.clear();
    others = 0;
    least = 0;
    return taken;
  }
}
