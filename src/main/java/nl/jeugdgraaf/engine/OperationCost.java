package nl.jeugdgraaf.engine;

import java.util.Locale;
import nl.jeugdgraaf.estimate.CostEstimate;
import nl.jeugdgraaf.estimate.GraphSizes;
import nl.jeugdgraaf.plan.Plan;
import nl.jeugdgraaf.problem.Problem.Code;
import nl.jeugdgraaf.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a prepared operation costs the database, estimated once for each count of the graph. May be
/// used by several threads.
public final class OperationCost {
  private final Plan plan;
  private volatile @Nullable Estimate known;

  private volatile @Nullable Memory held;

  private record Estimate(GraphSizes sizes, long reads) {}

  private record Memory(GraphSizes sizes, AnswerMemory.Need need) {}

  OperationCost(Plan plan) {
    this.plan = plan;
  }

  /// {@return how many nodes and relationships the operation reads, estimated}
  ///
  /// @param sizes of the graph
  public long reads(GraphSizes sizes) {
    var estimate = known;
    if (estimate == null || !estimate.sizes().equals(sizes)) {
      estimate = new Estimate(sizes, CostEstimate.of(plan, sizes));
      known = estimate;
    }
    return estimate.reads();
  }

  /// Returns what memory an answer needs while it is written. Nobody is told.
  ///
  /// @param sizes of the whole graph, hidden nodes too
  AnswerMemory.Need memory(GraphSizes sizes) {
    var memory = held;
    if (memory == null || !memory.sizes().equals(sizes)) {
      var need =
          AnswerMemory.Need.of(
              CostEstimate.values(plan, sizes), CostEstimate.recordValues(plan, sizes));
      memory = new Memory(sizes, need);
      held = memory;
    }
    return memory.need();
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
