package nl.jeugdgraaf.audit;

import static nl.jeugdgraaf.audit.Samples.KEYS;
import static nl.jeugdgraaf.audit.Samples.START;
import static nl.jeugdgraaf.audit.Samples.SYSTEM;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import nl.jeugdgraaf.audit.AuditEntry.Data;
import nl.jeugdgraaf.audit.AuditEntry.Period;
import nl.jeugdgraaf.audit.AuditRecord.Source;

/// A log as the server writes it, only faster: it is not forced to disk.
///
/// @param subjects youths in each record
/// @param megabytes least size
record LargeLog(int subjects, int megabytes) {
  /// A youth in each seventh record.
  static final String OFTEN = "Y-often";

  static final int EVERY = 7;
  private static final int YOUTHS = 100_000;
  private static final int BATCH = 1_000;

  /// Writes the log. Its records begin a second after each other.
  ///
  /// @return how many records it has
  long write(Path directory) throws IOException {
    var drawn = new Random(1);
    long records = 0;
    try (var chain = Chain.open(directory, KEYS, _ -> {})) {
      while (chain.size() < megabytes * 1_000_000L) {
        var entries =
            LongStream.range(records, records + BATCH).mapToObj(i -> entry(drawn, i)).toList();
        chain.append(RecordJson.bodies(entries, new Source(SYSTEM, "0"), KEYS));
        records += BATCH;
      }
      chain.writeHead();
    }
    return records;
  }

  private AuditEntry entry(Random drawn, long number) {
    var example = Samples.entry("", 0);
    Map<String, Long> told = new HashMap<>();
    for (int i = 0; i < subjects; i++) {
      told.put("Y-" + drawn.nextInt(YOUTHS), 1L);
    }
    if (number % EVERY == 0) {
      told.put(OFTEN, number);
    }
    var start = START.plusSeconds(number);
    return new AuditEntry(
        example.event(),
        example.actor(),
        new Data(told, 0),
        example.operation(),
        new Period(start, start));
  }

  /// Returns the numbers of the first records about [#OFTEN] from a number on.
  static List<Long> often(long from, int count) {
    return LongStream.iterate(from, i -> i + 1)
        .filter(i -> i % EVERY == 0)
        .limit(count)
        .boxed()
        .toList();
  }
}
