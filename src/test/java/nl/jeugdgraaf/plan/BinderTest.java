package nl.jeugdgraaf.plan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.jeugdgraaf.access.DelegatingPermissions;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.access.UnderRule;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.ValueType;
import nl.jeugdgraaf.problem.Problem;
import nl.jeugdgraaf.problem.ProblemException;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No variable reaches a plan but through the binder, and none without its guard.
class BinderTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.jeugdgraaf");

  @ParameterizedTest
  @MethodSource("planNodes")
  void noPlanNodeNamesAVariableItself(Class<?> node) {
    for (var component : node.getRecordComponents()) {
      assertFalse(
          component.getType() == String.class,
          () ->
              node.getSimpleName() + "." + component.getName() + " is text, not a bound variable");
    }
  }

  /// Every kind of plan node, found through the sealed interfaces.
  static Stream<Class<?>> planNodes() {
    var kinds = new ArrayList<Class<?>>();
    for (var sealed :
        List.of(
            Rows.class, Predicate.class, Projection.Column.class, Term.class, Aggregation.class)) {
      kinds.addAll(List.of(sealed.getPermittedSubclasses()));
    }
    // A name is made by the binder, a parameter is not a variable, an entry is one of a
    // parameter's.
    kinds.removeAll(List.of(Term.Named.class, Parameter.class, Term.MapEntry.class));
    kinds.addAll(List.of(Projection.class, Hop.class, Rows.SortKey.class, Plan.class));
    return kinds.stream();
  }

  @Test
  void onlyLawsRelaxGuards() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.jeugdgraaf.rewrite")
        .should()
        .dependOnClassesThat(belongToAnyOf(GuardRelaxation.class))
        .because("a guard is weakened only where a law proves that it holds")
        .check(HOUSE);
  }

  @Test
  void onlyTheBinderMakesVariablesAndProperties() {
    var binder =
        belongToAnyOf(Binder.class, AccessGuards.class, DayGuards.class, ComputedTerms.class);
    classes()
        .that(belongToAnyOf(AccessGuards.class, DayGuards.class, ComputedTerms.class))
        .should()
        .onlyBeAccessed()
        .byClassesThat(binder)
        .because("they are parts of the binder")
        .check(HOUSE);
    noClasses()
        .that(DescribedPredicate.not(binder.or(belongToAnyOf(GuardRelaxation.class))))
        .should()
        .callConstructorWhere(
            JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    belongToAnyOf(
                        NodeVariable.class,
                        RelationshipVariable.class,
                        Property.class,
                        Term.Named.class))))
        .because("the binder attaches what the caller may see, and on which day")
        .check(HOUSE);
  }

  @Test
  void variablesCannotBeMadeOutsideThisPackage() {
    for (var type : List.of(NodeVariable.class, RelationshipVariable.class)) {
      for (var constructor : type.getDeclaredConstructors()) {
        assertFalse(Modifier.isPublic(constructor.getModifiers()), type::getSimpleName);
      }
    }
  }

  @Test
  void rulesOfTheCallerAndTheDayAreInTheGuard() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var binder =
        new Binder(model, UnderRule.seenAndRead(), (_, variable, _) -> withoutEnd(variable));
    var day = binder.parameter(new ParameterSource.Today());
    var product = binder.node(model.node("Product"), day);
    assertTrue(product.guard() instanceof Predicate.IsNull);
    var segments = model.node("Product").relationships().get("segments");
    assertTrue(segments != null);
    var hop = binder.hop(product, segments, day);
    assertEquals(2, hop.relationship().guard().conjuncts().size());
    assertTrue(
        hop.relationship()
            .guard()
            .conjuncts()
            .contains(new Predicate.ValidOn(hop.relationship(), day)));
    assertTrue(hop.to().guard() instanceof Predicate.IsNull);
    var everyType = binder.node(model.entity("Statement"), day);
    assertEquals(
        model.concrete(model.entity("Statement")).size(), everyType.guard().conjuncts().size());
    var code = model.node("Product").attributes().get("code");
    assertTrue(code != null);
    assertFalse(binder.property(product, code).isOpen());
  }

  @Test
  void everyNodeOfAChainHasItsGuard() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var binder =
        new Binder(model, UnderRule.seenAndRead(), (_, variable, _) -> withoutEnd(variable));
    var day = binder.parameter(new ParameterSource.Today());
    var delivery = binder.node(model.node("Delivery"), day);
    var earlier = Objects.requireNonNull(model.node("Delivery").relationships().get("earlier"));
    var chain = binder.hop(delivery, earlier, day).chain().orElseThrow();
    assertEquals(20, chain.most());
    var guard = chain.step().to().guard().conjuncts();
    assertTrue(guard.stream().anyMatch(Predicate.IsNull.class::isInstance), guard::toString);
    assertEquals(Predicate.Always.TRUE, chain.step().from().guard());

    var other = binder.parameter(new ParameterSource.Literal("2026-01-01"));
    var then = binder.hop(delivery, earlier, other).chain().orElseThrow();
    assertTrue(then.step().from().guard() instanceof Predicate.Not, "there on that day too");
  }

  @Test
  void whatMayNeverBeSeenIsRefused() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var binder = new Binder(model, new Nothing(), (_, _, _) -> Predicate.Always.TRUE);
    var day = binder.parameter(new ParameterSource.Today());
    assertThrows(ProblemException.class, () -> binder.node(model.node("Product"), day));
    assertThrows(ProblemException.class, () -> binder.node(model.entity("Statement"), day));
  }

  private static Predicate withoutEnd(Variable variable) {
    var end =
        new Attribute(
            "end",
            "end",
            new ValueType(Scalar.BuiltIn.DATE, false, false),
            Attribute.Use.PLAIN,
            "");
    return new Predicate.IsNull(new Property(variable, end, Predicate.Always.TRUE));
  }

  /// Permissions of somebody who may see nothing.
  private static final class Nothing extends DelegatingPermissions {
    private Nothing() {
      super(Permissions.FULL);
    }

    @Override
    public Decision node(NodeType type) {
      return Decision.NEVER;
    }

    @Override
    public Decision connected(NodeType type) {
      return Decision.NEVER;
    }

    @Override
    public ProblemException refusal(Entity entity, String field) {
      return new ProblemException(Problem.Code.FORBIDDEN, entity.name() + "." + field);
    }
  }
}
