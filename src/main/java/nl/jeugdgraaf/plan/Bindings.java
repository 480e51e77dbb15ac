package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the binders of one plan have bound so far.
final class Bindings {
  final List<Parameter> parameters = new ArrayList<>();
  final Map<List<String>, Property> properties = new HashMap<>();
  final Map<List<String>, Term> computed = new HashMap<>();
  final Set<String> read = new TreeSet<>();

  /// Names of nodes that were reached by a relationship, so that none of them is seen alone.
  final Set<String> connected = new HashSet<>();

  /// Parameters whose value is the same in every place.
  private final Map<ParameterSource, Parameter> shared = new HashMap<>();

  int nodes;
  int edges;
  int names;

  /// Returns a parameter for a value: a new one for each place, but only one for what is the same
  /// everywhere.
  Parameter parameter(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Today _, ParameterSource.Replacements _ ->
          shared.computeIfAbsent(source, this::another);
      default -> another(source);
    };
  }

  private Parameter another(ParameterSource source) {
    var parameter = new Parameter("p" + parameters.size(), source);
    parameters.add(parameter);
    return parameter;
  }
}
