package nl.jeugdgraaf.plan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
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
        List.of(Rows.class, Where.class, Project.Column.class, Term.class, Aggregation.class)) {
      kinds.addAll(List.of(sealed.getPermittedSubclasses()));
    }
    // A name is made by the binder, a parameter is no variable, an entry is one of a parameter's.
    kinds.removeAll(List.of(Term.Named.class, Parameter.class, Term.Entry.class));
    kinds.addAll(List.of(Project.class, Hop.class, Rows.Order.class, Plan.class));
    return kinds.stream();
  }

  @Test
  void onlyTheBinderMakesVariablesAndProperties() {
    noClasses()
        .that(com.tngtech.archunit.base.DescribedPredicate.not(belongToAnyOf(Binder.class)))
        .should()
        .callConstructorWhere(
            JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    belongToAnyOf(
                        BoundNode.class, BoundEdge.class, Property.class, Term.Named.class))))
        .because("the binder attaches what the caller may see, and on which day")
        .check(HOUSE);
  }

  @Test
  void variablesCannotBeMadeOutsideThisPackage() {
    for (var type : List.of(BoundNode.class, BoundEdge.class)) {
      for (var constructor : type.getDeclaredConstructors()) {
        assertFalse(Modifier.isPublic(constructor.getModifiers()), type::getSimpleName);
      }
    }
  }

  @Test
  void rulesOfTheCallerAndTheDayAreInTheGuard() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var binder = new Binder(model, new NobodysAccess());
    var day = binder.parameter(new Source.Today());
    var product = binder.node(model.node("Product"));
    assertEquals(Where.Always.FALSE, product.guard());
    var segments = model.node("Product").relationships().get("segments");
    assertTrue(segments != null);
    var hop = binder.hop(product, segments, day);
    assertEquals(Where.Always.FALSE, hop.edge().guard());
    assertEquals(Where.Always.FALSE, hop.to().guard());
    var code = model.node("Product").attributes().get("code");
    assertTrue(code != null);
    assertThrows(ProblemException.class, () -> binder.property(product, code));
  }

  /// The rules of somebody who may see nothing.
  private record NobodysAccess() implements Access {
    @Override
    public Where node(BoundNode node) {
      return Where.Always.FALSE;
    }

    @Override
    public Where edge(BoundEdge edge) {
      return Where.Always.FALSE;
    }

    @Override
    public boolean mayRead(Entity entity, Attribute attribute) {
      return false;
    }
  }
}
