package nl.jeugdgraaf.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What the binders of one plan have bound so far.
final class Bindings {
  final List<Parameter> parameters = new ArrayList<>();
  final Map<List<String>, Property> properties = new HashMap<>();
  final Map<List<String>, Term> computed = new HashMap<>();
  final Set<String> read = new TreeSet<>();

  /// Values of alternatives.
  final Set<Parameter> inRows = new HashSet<>();

  /// Names of nodes that were reached by a relationship, so that none of them is seen alone.
  final Set<String> connected = new HashSet<>();

  /// Parameters whose value is the same in every place.
  private final Map<ParameterSource, Parameter> shared = new HashMap<>();

  int nodes;
  int edges;
  int names;

  private int values;

  /// What tells the values of an alternative from those of the first one.
  private String alternative = "";

  /// The values of the alternative that is bound.
  private List<Parameter> row = new ArrayList<>();

  /// Returns a parameter for a value: a new one for each place, but only one for what is the same
  /// everywhere.
  Parameter parameter(ParameterSource source) {
    return switch (source) {
      case ParameterSource.Today _, ParameterSource.Replacements _ -> shared(source);
      default -> {
        var parameter = another(source);
        row.add(parameter);
        yield parameter;
      }
    };
  }

  /// Returns the only parameter for what is the same everywhere.
  Parameter shared(ParameterSource source) {
    return shared.computeIfAbsent(source, this::another);
  }

  private Parameter another(ParameterSource source) {
    var parameter = new Parameter("p" + values++ + alternative, source);
    parameters.add(parameter);
    return parameter;
  }

  /// Binds parts that ask the same with other values. Each gets the same names, so that neither
  /// their text nor what comes after them tells how many there are.
  ///
  /// @param each name of a row of their values
  Predicate alternatives(Term.Named each, List<Supplier<Predicate>> suppliers) {
    var around = row;
    var outer = alternative;
    var before = new Counters(this);
    var after = before;
    var parts = new ArrayList<Predicate>();
    var rows = new ArrayList<List<Parameter>>();
    for (var supplier : suppliers) {
      before.restore(this);
      alternative = parts.isEmpty() ? outer : outer + "_" + parts.size();
      row = new ArrayList<>();
      parts.add(supplier.get());
      rows.add(row);
      after = parts.size() == 1 ? new Counters(this) : after;
    }
    rows.forEach(inRows::addAll);
    after.restore(this);
    alternative = outer;
    row = around;
    var list = parameter(new ParameterSource.ListOf(rows.stream().map(Bindings::source).toList()));
    return new Predicate.Alternatives(parts, new Predicate.ValueRows(list, each, rows));
  }

  /// One value stands for itself, several are a list.
  private static ParameterSource source(List<Parameter> row) {
    return row.size() == 1
        ? row.getFirst().source()
        : new ParameterSource.ListOf(row.stream().map(Parameter::source).toList());
  }

  /// How many names were given.
  private record Counters(int nodes, int edges, int names, int values) {
    Counters(Bindings bindings) {
      this(bindings.nodes, bindings.edges, bindings.names, bindings.values);
    }

    void restore(Bindings bindings) {
      bindings.nodes = nodes;
      bindings.edges = edges;
      bindings.names = names;
      bindings.values = values;
    }
  }
}
