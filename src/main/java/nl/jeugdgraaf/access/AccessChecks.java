package nl.jeugdgraaf.access;

import graphql.language.ObjectTypeExtensionDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.ComputedField;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.schema.SchemaProblems;
import org.jspecify.annotations.Nullable;

/// Checks that access rules are complete, and fit what the public schema promises.
///
/// A type or field without a grant is a mistake, since no caller could ever see it. Keys, days and
/// required fields must be readable wherever their node or relationship is visible, or answers
/// would have nulls that the schema forbids. Types that are searched or lie on paths must be
/// public, because the score and the order of results depend on all of their nodes.
final class AccessChecks {
  private final SchemaProblems problems;
  private final Map<String, ObjectTypeExtensionDefinition> places;

  AccessChecks(SchemaProblems problems, Map<String, ObjectTypeExtensionDefinition> places) {
    this.problems = problems;
    this.places = places;
  }

  void check(Model model, AccessRules rules) {
    for (var type : model.nodes().values()) {
      place(type, rules)
          .ifPresent(place -> {
            complete(type, rules, place);
            sound(type, needed(type), rules, place);
            decided(type, rules, place);
            open(type, model, rules, place);
          });
    }
    for (var edge : model.relationshipProperties().values()) {
      place(edge, rules)
          .ifPresent(place -> {
            complete(edge, rules, place);
            sound(edge, needed(edge), rules, place);
          });
    }
  }

  private Optional<ObjectTypeExtensionDefinition> place(Entity type, AccessRules rules) {
    var place = places.get(type.name());
    if (place == null) {
      places.values().stream()
          .findFirst()
          .ifPresent(first ->
              problems.add(
                  first,
                  type.name(),
                  "has no rules, so nobody could see it; write extend type "
                      + type.name()
                      + " @visible ... @readable ..."));
    } else if (rules.of(type.name()).visible().isEmpty()) {
      problems.add(place, type.name(), "has no @visible, so nobody could see it; add one");
    }
    return Optional.ofNullable(place);
  }

  private void complete(Entity type, AccessRules rules, ObjectTypeExtensionDefinition place) {
    for (var field : type.attributes().keySet()) {
      if (!rules.of(type.name()).readable().containsKey(field)) {
        problems.add(
            place,
            type.name() + "." + field,
            "has no rule, so nobody could read it; name it in a @readable");
      }
    }
  }

  /// Returns the attributes that must be readable on every visible node.
  private static Set<Attribute> needed(NodeType type) {
    var needed = new LinkedHashSet<Attribute>();
    for (var attribute : type.attributes().values()) {
      if (attribute.key()
          || attribute.type().required()
          || type.fields().uses().fulltext().contains(attribute.name())
          || type.lifetime().since().filter(attribute.name()::equals).isPresent()
          || isEnd(type, attribute)) {
        needed.add(attribute);
      }
    }
    return needed;
  }

  /// The day on which a node ends decides whom a field shows that shows who was last.
  private static boolean isEnd(NodeType type, Attribute attribute) {
    return !type.fields().uses().last().isEmpty()
        && type.lifetime().active().filter(it -> it.to().equals(attribute.name())).isPresent();
  }

  /// Who reads a value of the day must be able to read the days that decide it, or would learn them
  /// by asking day after day.
  private void decided(NodeType type, AccessRules rules, ObjectTypeExtensionDefinition place) {
    for (var computed : type.computed().values()) {
      if (computed instanceof ComputedField.StateOfDay state) {
        for (var read : state.reads()) {
          decided(type, state.otherwise().stated(), read, rules, place);
        }
      }
    }
    type.lifetime().knownFrom().forEach((value, day) -> decided(type, value, day, rules, place));
  }

  private void decided(
      NodeType type,
      String value,
      String day,
      AccessRules rules,
      ObjectTypeExtensionDefinition place) {
    var readable = rules.of(type.name()).readable();
    rules
        .roles()
        .forEach((role, what) -> {
          for (var purpose : what.purposes()) {
            for (var grant : readable.getOrDefault(value, List.of())) {
              var days = readable.getOrDefault(day, List.of());
              if (grant.counts(role, purpose, true)
                  && days.stream()
                      .noneMatch(it ->
                          it.counts(role, purpose, true)
                              && (it.rule().isEmpty() || it.rule().equals(grant.rule())))) {
                problems.add(
                    place,
                    type.name() + "." + day,
                    "must be readable by %s for %s wherever %s is, which it decides"
                        .formatted(role, purpose, value));
              }
            }
          }
        });
  }

  private static Set<Attribute> needed(RelationshipProperties type) {
    var needed = new LinkedHashSet<Attribute>(type.keys());
    for (var attribute : type.attributes().values()) {
      var day =
          attribute.name().equals(RelationshipProperties.VALID_FROM)
              || attribute.name().equals(RelationshipProperties.VALID_TO);
      if (attribute.type().required() || (type.temporal() && day)) {
        needed.add(attribute);
      }
    }
    return needed;
  }

  private void sound(
      Entity type, Set<Attribute> needed, AccessRules rules, ObjectTypeExtensionDefinition place) {
    var ofType = rules.of(type.name());
    rules
        .roles()
        .forEach((role, what) -> {
          for (var purpose : what.purposes()) {
            if (ofType.visible().stream().anyMatch(it -> it.counts(role, purpose, true))) {
              for (var attribute : needed) {
                if (!always(ofType.readable().get(attribute.name()), role, purpose)) {
                  problems.add(
                      place,
                      type.name() + "." + attribute.name(),
                      "must be readable without a rule by %s for %s, who may see the %s"
                          .formatted(role, purpose, type.name()));
                }
              }
            }
          }
        });
  }

  private static boolean always(@Nullable List<Grant> grants, String role, String purpose) {
    return grants != null
        && grants.stream().anyMatch(it -> it.rule().isEmpty() && it.counts(role, purpose, true));
  }

  private void open(
      NodeType type, Model model, AccessRules rules, ObjectTypeExtensionDefinition place) {
    var isOpen = isOpen(type.name(), rules);
    var uses = type.fields().uses();
    if (!isOpen && !uses.fulltext().isEmpty()) {
      problems.add(
          place, type.name(), "is searched, so it must be public; add @visible without arguments");
    }
    if (!isOpen && model.onPaths().contains(type)) {
      problems.add(
          place,
          type.name(),
          "lies on paths, so it must be public; add @visible without arguments");
    }
    if (!isOpen && rules.of(type.name()).subject().isEmpty()) {
      problems.add(
          place, type.name(), "is not public, so it is personal data; say whose with @subject");
    }
  }

  private static boolean isOpen(String type, AccessRules rules) {
    return rules.of(type).visible().stream()
        .anyMatch(grant -> grant.isPublic() && grant.rule().isEmpty());
  }
}
