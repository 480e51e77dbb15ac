package nl.jeugdgraaf.engine;

import java.time.Duration;
import java.util.Map;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.api.VisibleSchemas;
import nl.jeugdgraaf.bolt.Bolt;
import nl.jeugdgraaf.document.Introspection;
import nl.jeugdgraaf.engine.Permits.Shortage;
import nl.jeugdgraaf.engine.Preparation.PreparedRequest;
import nl.jeugdgraaf.metrics.Metrics;
import nl.jeugdgraaf.networkanalysis.NetworkAnalyses;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.statistics.PublishedStatistics;
import org.jspecify.annotations.Nullable;

/// The stage between preparation and execution: answers the root fields that the operation's
/// statement does not read, which are introspection, statistics, analyses, explanations and
/// accesses.
///
/// Unlike preparation, this stage reads and writes: an explanation tries rules on the graph, and
/// each answer is in the audit record before it is given. May be used by several threads.
final class ServiceFieldStage {
  /// Each holds all that it reads.
  private static final int ANALYSES_AT_ONCE_MAX = 2;

  private static final Shortage ANALYSES_BUSY =
      new Shortage(
          "analysis",
          Duration.ofSeconds(2),
          "The server is busy with analyses. Try again in a few seconds.");

  private final Protection protection;
  private final Introspection introspection;
  private final Services services;

  ServiceFieldStage(
      ApiSchema schema, VisibleSchemas visible, Bolt bolt, Protection protection, Duration within) {
    this.protection = protection;
    this.introspection = new Introspection(visible);
    this.services =
        new Services(
            new AccessExplainer(schema, bolt, protection, within),
            new PublishedStatistics(bolt, schema.accessDefinitions().statistics(), within),
            new NetworkAnalyses(),
            Permits.inTurn(ANALYSES_AT_ONCE_MAX, ANALYSES_BUSY),
            within);
  }

  /// What answers service fields, for all callers.
  ///
  /// @param explainer explains access
  /// @param statistics shows published statistics
  /// @param analyses analyses networks
  /// @param analysing lets few analyses read at once
  /// @param within how long a search of the audit log may take
  record Services(
      AccessExplainer explainer,
      PublishedStatistics statistics,
      NetworkAnalyses analyses,
      Permits analysing,
      Duration within) {}

  void measure(Metrics metrics) {
    services.analysing().measure(metrics);
  }

  /// {@return values by response key}
  ///
  /// @param request what was asked
  /// @param prepared the same, prepared
  /// @param permissions what the caller may see
  /// @param engine answers what an analysis reads, as the caller
  /// @throws ProblemException if the caller may not ask a field, or it cannot be answered
  Map<String, @Nullable Object> answer(
      Request request, PreparedRequest prepared, Permissions permissions, Engine engine) {
    return introspection.answer(
        prepared.valid(),
        prepared.operation().compiled().introspection(),
        request.variables(),
        new Introspection.Asked(
            permissions,
            new ServiceFieldAnswers(protection, request, permissions, services, engine)));
  }
}
