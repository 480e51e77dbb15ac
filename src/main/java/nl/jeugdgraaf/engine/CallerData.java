package nl.jeugdgraaf.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.networkanalysis.PublishedTable;
import nl.jeugdgraaf.networkanalysis.VisibleData;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a caller may see, read by operations that are answered and recorded as if the caller had
/// sent them.
///
/// @param engine answers them
/// @param caller who asks
/// @param statistics shows published tables
record CallerData(Engine engine, Caller caller, ServiceFieldAnswers statistics)
    implements VisibleData {
  /// As a tree it takes about eight times as much.
  private static final long BYTES_MAX = Math.min(32_000_000, Runtime.getRuntime().maxMemory() / 32);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public JsonNode read(String document, Map<String, @Nullable Object> variables) {
    statistics.checkTime();
    var out = new Bounded();
    try {
      engine.answer(request(document, variables), out);
      return JSON.readTree(out.toByteArray()).path("data");
    } catch (ProblemException e) {
      // The place is in a document that the caller did not write.
      throw new ProblemException(
          e.problems().stream().map(problem -> problem.at(Problem.Place.NONE)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean mayRead(String document, Map<String, @Nullable Object> variables) {
    try {
      engine.explain(request(document, variables));
      return true;
    } catch (ProblemException e) {
      if (e.problems().stream().map(Problem::code).anyMatch(Engine.REFUSALS::contains)) {
        return false;
      }
      throw e;
    }
  }

  private Request request(String document, Map<String, @Nullable Object> variables) {
    return new Request(document, "", variables, false, caller);
  }

  @Override
  public boolean mayAskStatistics() {
    return statistics.mayAskStatistics();
  }

  @Override
  public Optional<PublishedTable> statistics(String table, LocalDate day, Optional<String> region) {
    return statistics.latest(table, day, region);
  }

  /// Holds an answer of a bounded size.
  private static final class Bounded extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (size() + length > BYTES_MAX) {
        throw new ProblemException(
            Code.LIMIT_EXCEEDED,
            "There is too much to analyse at once. Give a region or a segment.");
      }
      super.write(bytes, offset, length);
    }
  }
}
