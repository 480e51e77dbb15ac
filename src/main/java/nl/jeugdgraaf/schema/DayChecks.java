package nl.jeugdgraaf.schema;

import graphql.language.ObjectTypeDefinition;
import java.util.List;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;

/// Checks what a node type says about days: when its nodes are there and active, from when values
/// are known, and what is computed from days.
///
/// @param problems collects what is wrong
/// @param definition the definition of the type, for its place in the files
/// @param node the type
record DayChecks(SchemaProblems problems, ObjectTypeDefinition definition, NodeType node) {
  void check() {
    checkComputed();
    checkLifetime();
  }

  private void checkComputed() {
    for (var computed : node.computed().values()) {
      var subject = node.name() + "." + computed.name();
      switch (computed) {
        case ComputedField.DaysBetween(_, var from, var to, _) ->
            checkDays(subject, "@between", List.of(from, to));
        case ComputedField.StateOfDay state -> {
          var days = state.stages().stream().map(ComputedField.Stage::from).toList();
          checkDays(subject, "@state", days);
          checkStated(state);
        }
      }
    }
  }

  private void checkStated(ComputedField.StateOfDay state) {
    var stated = node.attributes().get(state.otherwise().stated());
    if (stated == null || !stated.type().equals(state.type())) {
      problems.add(
          definition,
          node.name() + "." + state.name(),
          "stated must be a stored field of type %s; %s is not one"
              .formatted(state.type().text(), state.otherwise().stated()));
    }
    for (var stage : state.stages()) {
      stage
          .only()
          .filter(only -> {
            var attribute = node.attributes().get(only.attribute());
            return attribute == null
                || attribute.type().list()
                || !(attribute.type().scalar() instanceof Scalar.Enumeration list)
                || !list.has(only.value());
          })
          .ifPresent(only ->
              problems.add(
                  definition,
                  node.name() + "." + state.name(),
                  "only must name a stored field of an enum type and one of its values; %s = %s is"
                          .formatted(only.attribute(), only.value())
                      + " none"));
    }
  }

  /// The days by which nodes begin and end, and from which values are known.
  private void checkLifetime() {
    var lifetime = node.lifetime();
    lifetime.since().ifPresent(day -> checkDays(node.name(), "@since", List.of(day)));
    lifetime
        .active()
        .ifPresent(
            active -> checkDays(node.name(), "@active", List.of(active.from(), active.to())));
    lifetime.knownFrom().forEach(this::checkKnown);
  }

  private void checkKnown(String name, String day) {
    var subject = node.name() + "." + name;
    checkDays(subject, "@knownFrom", List.of(day));
    var attribute = node.attributes().get(name);
    if (attribute == null
        || attribute.type().required()
        || attribute.use() != Attribute.Use.PLAIN) {
      problems.add(
          definition, subject, "@knownFrom needs a stored field that can be null, without index");
    }
  }

  private void checkDays(String subject, String directive, List<String> days) {
    for (var day : days) {
      var attribute = node.attributes().get(day);
      if (attribute == null
          || attribute.type().list()
          || attribute.type().scalar() != Scalar.BuiltIn.DATE) {
        problems.add(
            definition, subject, directive + " needs fields of type Date; " + day + " is not one");
      }
    }
  }
}
