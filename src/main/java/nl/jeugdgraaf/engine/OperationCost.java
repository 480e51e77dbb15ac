package nl.jeugdgraaf.engine;

import java.util.Locale;
import java.util.function.Function;
import nl.jeugdgraaf.estimate.CostEstimate;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a prepared operation costs the database, estimated once for each count of the graph. May be
/// used by several threads.
public final class OperationCost {
  private final BySizes<Long> reads;
  private final BySizes<AnswerMemory.Need> memory;

  /// A figure that is worked out again when the graph was counted.
  private static final class BySizes<T> {
    private final Function<GraphSizes, T> estimate;
    private volatile @Nullable Known<T> known;

    private record Known<T>(GraphSizes sizes, T value) {}

    BySizes(Function<GraphSizes, T> estimate) {
      this.estimate = estimate;
    }

    T of(GraphSizes sizes) {
      var found = known;
      if (found == null || !found.sizes().equals(sizes)) {
        found = new Known<>(sizes, estimate.apply(sizes));
        known = found;
      }
      return found.value();
    }
  }

  OperationCost(Plan plan) {
    this.reads = new BySizes<>(sizes -> CostEstimate.of(plan, sizes));
    this.memory =
        new BySizes<>(sizes ->
            AnswerMemory.Need.of(
                CostEstimate.values(plan, sizes), CostEstimate.recordValues(plan, sizes)));
  }

  /// {@return how many nodes and relationships the operation reads, estimated}
  ///
  /// @param sizes of the graph
  public long reads(GraphSizes sizes) {
    return reads.of(sizes);
  }

  /// Returns what memory an answer needs while it is written. Nobody is told.
  ///
  /// @param sizes of the whole graph, hidden nodes too
  AnswerMemory.Need memory(GraphSizes sizes) {
    return memory.of(sizes);
  }

  /// Refuses an operation that would read too much, before it runs.
  ///
  /// @throws ProblemException `LIMIT_EXCEEDED` with both figures
  static void require(long reads, long allowed) {
    if (reads > allowed) {
      throw new ProblemException(
          Code.LIMIT_EXCEEDED,
          String.format(
              Locale.ENGLISH,
              "The operation would read about %,d nodes and relationships; %,d are allowed. Write a"
                  + " small page (first or limit) for each list, begin at a key, or put fewer lists"
                  + " inside of lists.",
              reads,
              allowed));
    }
  }
}
