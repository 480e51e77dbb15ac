package nl.jeugdgraaf.access;

import graphql.language.Directive;
import graphql.language.SchemaExtensionDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.access.StatisticsDefinitions.Fact;
import nl.jeugdgraaf.access.StatisticsDefinitions.Population;
import nl.jeugdgraaf.access.StatisticsDefinitions.Table;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.schema.DirectiveArguments;
import nl.jeugdgraaf.schema.SchemaProblems;

/// Reads what `extend schema` says of statistics, and refuses tables that are not in the enum
/// `StatisticsTable` of the model, or that nobody counts.
final class StatisticsReader {
  private final Model model;
  private final SchemaProblems problems;
  private final Map<String, String> rows = new LinkedHashMap<>();
  private final Map<String, List<Table>> tables = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Directive> populations = new ArrayList<>();

  /// Creates a reader.
  ///
  /// @param model the graph
  /// @param problems takes what is wrong
  StatisticsReader(Model model, SchemaProblems problems) {
    this.model = model;
    this.problems = problems;
  }

  /// Reads an extension.
  void read(SchemaExtensionDefinition extension) {
    extension.getDirectives("population").forEach(this::addPopulation);
    extension.getDirectives("fact").forEach(this::fact);
    extension.getDirectives("statistics").forEach(this::table);
  }

  /// {@return what was read, once all extensions are}
  StatisticsDefinitions definitions() {
    populations.forEach(this::countEachTable);
    var facts = new ArrayList<Fact>();
    rows.forEach(
        (name, text) -> facts.add(new Fact(name, text, tables.getOrDefault(name, List.of()))));
    return new StatisticsDefinitions(populations.stream().findFirst().map(this::population), facts);
  }

  private void countEachTable(Directive population) {
    for (var value : tables().map(Scalar.Enumeration::values).orElse(List.of())) {
      if (!names.contains(value.name())) {
        problems.add(population, value.name(), "is in the enum, and no @statistics counts it");
      }
    }
  }

  private Optional<Scalar.Enumeration> tables() {
    return Optional.ofNullable(model.enumerations().get(StatisticsDefinitions.TABLES));
  }

  private void addPopulation(Directive directive) {
    var scope = new DirectiveArguments(directive).text("scope").orElse("");
    if (!model.nodes().containsKey(scope)) {
      problems.add(directive, "@population", "scope is not a node type");
    }
    if (!populations.isEmpty()) {
      problems.add(directive, "@population", "is there twice");
    }
    populations.add(directive);
  }

  private Population population(Directive directive) {
    return new Population(
        text(directive, "scope"), text(directive, "firstDay"), text(directive, "place"));
  }

  private void fact(Directive directive) {
    if (rows.putIfAbsent(text(directive, "name"), text(directive, "rows")) != null) {
      problems.add(directive, "@fact", "another one has the same name");
    }
  }

  private void table(Directive directive) {
    var name = text(directive, "table");
    var fact = text(directive, "of");
    if (tables().filter(it -> it.has(name)).isEmpty()) {
      problems.add(
          directive, "@statistics", name + " is not in the enum " + StatisticsDefinitions.TABLES);
    }
    if (!rows.containsKey(fact)) {
      problems.add(directive, "@statistics", "no @fact before it has the name " + fact);
    }
    if (!names.add(name)) {
      problems.add(directive, "@statistics", name + " is there twice");
    }
    tables
        .computeIfAbsent(fact, _ -> new ArrayList<>())
        .add(new Table(name, new DirectiveArguments(directive).texts("by")));
  }

  private String text(Directive directive, String argument) {
    var given = new DirectiveArguments(directive).text(argument).orElse("");
    if (given.isBlank()) {
      problems.add(directive, "@" + directive.getName(), "needs " + argument);
    }
    return given;
  }
}
