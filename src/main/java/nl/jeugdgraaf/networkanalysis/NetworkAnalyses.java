package nl.jeugdgraaf.networkanalysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import nl.jeugdgraaf.api.ServiceFields;

/// Answers `networkAnalysis`. May be used by several threads.
///
/// What is measured of a network is kept for a minute, by the network itself and not by who asked:
/// the network is read anew each time, as the caller, and recorded.
public final class NetworkAnalyses {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int KEPT_MAX = 2_000_000;

  private final Documents documents = Documents.builtIn();
  private final Cache<Network, NetworkMeasures> measured =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(KEPT_MAX)
          .<Network, NetworkMeasures>weigher(
              (network, _) -> 1 + network.actors().size() + network.ties().size())
          .build();

  /// {@return what answers the fields of one `networkAnalysis`}
  ///
  /// @param arguments the arguments of the field
  /// @param data what the caller may see
  /// @throws nl.jeugdgraaf.problem.ProblemException `BAD_USER_INPUT` if an id is of another type
  public ServiceFields.Answers of(Map<String, Object> arguments, VisibleData data) {
    return new AnalysisAnswers(this, Scope.of(arguments), data);
  }

  Documents documents() {
    return documents;
  }

  NetworkMeasures measures(Network network) {
    return measured.get(network, NetworkMeasures::of);
  }
}
