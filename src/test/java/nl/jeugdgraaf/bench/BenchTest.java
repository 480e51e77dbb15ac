package nl.jeugdgraaf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.TestDatabase;
import nl.jeugdgraaf.api.ApiSchema;
import org.junit.jupiter.api.Test;

/// What the bench compares gives the same answers, on the small network of the seed.
class BenchTest {
  @Test
  void allContestantsAnswerTheSame() throws Exception {
    var bolt = TestDatabase.seeded();
    try (var driver = ContestantProcess.driver(TestDatabase.address());
        var ours = ContestantProcess.ours(ApiSchema.builtIn(), UnaryOperator.identity(), bolt)) {
      var limit = HandwrittenServer.start(new HandwrittenServer(driver));
      var fetchers = HandwrittenServer.start(new FetchingServer(driver));
      try {
        var all =
            BenchOperation.ALL.stream()
                .map(operation -> BoundOperation.in(driver, operation))
                .toList();
        var endpoints =
            List.of(
                new Endpoint(Contestant.OURS, ours.address()),
                new Endpoint(Contestant.LIMIT, limit.getURI().toString()),
                new Endpoint(Contestant.FETCHERS, fetchers.getURI().toString()));
        var asked = SameAnswers.check(all, endpoints);
        assertEquals(all.size(), asked.of(Contestant.FETCHERS).size());
      } finally {
        limit.stop();
        fetchers.stop();
      }
    }
  }
}
