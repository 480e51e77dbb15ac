package nl.jeugdgraaf.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeEntity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;

/// All ways to ask for one record about a youth: at the root, by ids, and along every relationship
/// of the schema that leads to it, shown, counted, grouped and in conditions.
///
/// @param model the graph
/// @param access what the caller may ask; ways that are refused whoever it is about are left out
/// @param type the type of the record
record QuestionsAbout(Model model, Permissions access, NodeType type) {
  private static final String IS = "key: {eq: $key}";

  /// Makes the questions.
  ///
  /// @return documents with the variables `key`, of the record, `day`, and `id`, the record's own
  ///   on that day
  static List<String> of(ApiSchema schema, Permissions access, String type) {
    var questions = new QuestionsAbout(schema.model(), access, schema.model().node(type));
    var all = new ArrayList<>(questions.atTheRoot());
    questions.along(all, questions::shown);
    questions.along(all, questions::asked);
    return all.stream().map(QuestionsAbout::withVariables).toList();
  }

  private static String withVariables(String selection) {
    var variables = new ArrayList<String>();
    for (var variable : List.of("$key: ID!", "$day: Date!", "$id: ID!")) {
      if (selection.matches("(?s).*\\" + variable.replaceFirst(":.*", "") + "\\b.*")) {
        variables.add(variable);
      }
    }
    return "query (" + String.join(", ", variables) + ") { " + selection + " }";
  }

  private List<String> atTheRoot() {
    var list = type.plural();
    var one = type.name().substring(0, 1).toLowerCase(Locale.ROOT) + type.name().substring(1);
    var ofStatements = "where: {%s: {%s}}".formatted(type.name(), IS);
    return List.of(
        list + "(asOf: $day, where: {" + IS + "}) { key }",
        list + "(asOf: $day, where: {NOT: {NOT: {" + IS + "}}}, limit: 1) { id }",
        list
            + "Connection(asOf: $day, where: {"
            + IS
            + "}) { totalCount edges { node { key } } pageInfo { hasNextPage hasPreviousPage } }",
        list
            + "Connection(asOf: $day, first: 0, where: {"
            + IS
            + "}) { totalCount pageInfo { hasNextPage } }",
        list
            + "Connection(asOf: $day, where: {"
            + IS
            + "}) { aggregate { count { nodes } countDistinct { key } } groups { key { key } count"
            + " { nodes } } }",
        list + "Connection(asOf: $day, where: {" + IS + "}) { groups { key { id } } }",
        one + "(by: {key: $key}, asOf: $day) { key }",
        one + "(by: {key: $key}, asOf: $day) { id __typename }",
        "node(id: $id) { id ... on " + type.name() + " { key } }",
        "nodes(ids: [$id, $id]) { __typename }",
        "statements(asOf: $day, " + ofStatements + ") { id }",
        "statementsConnection(asOf: $day, "
            + ofStatements
            + ") { totalCount groups { key { typename } count { nodes } } }");
  }

  /// Adds questions for each relationship that leads from other nodes to the type.
  private void along(
      List<String> all, BiFunction<NodeEntity, RelationshipField, List<String>> make) {
    for (var from : model.entities()) {
      if (model.concrete(from).stream().allMatch(it -> access.node(it).never())) {
        continue;
      }
      for (var relationship : from.relationships().values()) {
        var target = model.entity(relationship.target().entity());
        if (model.concrete(target).contains(type)
            && !access.relationship(relationship.properties()).never()) {
          all.addAll(make.apply(from, relationship));
        }
      }
    }
  }

  private String node(RelationshipField relationship) {
    return relationship.target().entity().equals(type.name()) ? IS : type.name() + ": {" + IS + "}";
  }

  private static boolean isPublic(Permissions access, Model model, NodeEntity from) {
    return model.concrete(from).stream().allMatch(it -> access.node(it).always());
  }

  /// Shown in a field of public nodes.
  private List<String> shown(NodeEntity from, RelationshipField relationship) {
    if (!relationship.target().many() || !isPublic(access, model, from)) {
      return List.of();
    }
    var list = from.plural();
    var field = relationship.name();
    var node = node(relationship);
    var shown = new ArrayList<String>();
    shown.add("%s(asOf: $day) { %s(where: {%s}) { id } }".formatted(list, field, node));
    shown.add("%s { %s(asOf: $day, where: {%s}) { __typename } }".formatted(list, field, node));
    shown.add(
        "%s(asOf: $day) { %sConnection(where: {node: {%s}}) { totalCount edges { node { id } } } }"
            .formatted(list, field, node));
    shown.add(
        "%sConnection(asOf: $day) { edges { node { %sConnection(where: {node: {%s}}) { aggregate { count { nodes edges } } groups { count { nodes } } } } } }"
            .formatted(list, field, node));
    if (relationship.properties().temporal()) {
      shown.add(
          "%s { %s(asOf: $day, history: true, where: {%s}) { id } }".formatted(list, field, node));
    }
    if (from.fields().uses().tracked().contains(field)) {
      for (var side : List.of("before", "after")) {
        shown.add(
            "%s { changes(from: \"2000-01-01\", to: \"2026-11-01\") { %s(where: {%s: {node: {%s}}}) { totalCount edges { node { on kind } } } } }"
                .formatted(list, field, side, node));
      }
    }
    return shown;
  }

  /// Asked in a condition on nodes around it.
  private List<String> asked(NodeEntity from, RelationshipField relationship) {
    var list = from.plural();
    var field = relationship.name();
    var node = node(relationship);
    if (!relationship.target().many()) {
      return List.of(
          "%s(asOf: $day, where: {%s: {%s}}) { id }".formatted(list, field, node),
          "%sConnection(asOf: $day, where: {%s: {%s}}) { totalCount }"
              .formatted(list, field, node));
    }
    var asked = new ArrayList<String>();
    for (var quantity : List.of("some", "none", "single")) {
      asked.add(
          "%s(asOf: $day, where: {%s: {%s: {%s}}}) { id }".formatted(list, field, quantity, node));
    }
    asked.add(
        "%s(asOf: $day, where: {NOT: {%s: {all: {NOT: {%s}}}}}) { id }"
            .formatted(list, field, node));
    asked.add(
        "%sConnection(asOf: $day, where: {%sConnection: {some: {node: {%s}}}}) { totalCount }"
            .formatted(list, field, node));
    return asked;
  }
}
