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
import java.util.Optional;
import java.util.stream.Stream;
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
    var binder = new Binder(model, new NothingOld());
    var day = binder.parameter(new Source.Today());
    var product = binder.node(model.node("Product"), day);
    assertTrue(product.guard() instanceof Where.Missing);
    var segments = model.node("Product").relationships().get("segments");
    assertTrue(segments != null);
    var hop = binder.hop(product, segments, day);
    assertEquals(2, hop.edge().guard().conjuncts().size());
    assertTrue(hop.edge().guard().conjuncts().contains(new Where.ValidOn(hop.edge(), day)));
    assertTrue(hop.to().guard() instanceof Where.Missing);
    var everyType = binder.node(model.entity("Statement"), day);
    assertEquals(
        model.concrete(model.entity("Statement")).size(), everyType.guard().conjuncts().size());
    var code = model.node("Product").attributes().get("code");
    assertTrue(code != null);
    assertFalse(binder.property(product, code).isOpen());
  }

  @Test
  void whatMayNeverBeSeenIsRefused() {
    var model = SchemaReader.read(SchemaFile.builtIn());
    var binder = new Binder(model, new CallerGuardsOfNobody());
    var day = binder.parameter(new Source.Today());
    assertThrows(ProblemException.class, () -> binder.node(model.node("Product"), day));
    assertThrows(ProblemException.class, () -> binder.node(model.entity("Statement"), day));
  }

  /// The rules of somebody who sees only what has no end, node by node and field by field.
  private static class NothingOld implements Guards {
    @Override
    public Where node(BoundNode node, Binder binder) {
      return rule(node);
    }

    @Override
    public Where edge(BoundEdge edge, Binder binder) {
      return rule(edge);
    }

    @Override
    public Where property(Bound of, Attribute attribute, Binder binder) {
      return rule(of);
    }

    private static Where rule(Bound of) {
      var end =
          new Attribute(
              "end",
              "end",
              new ValueType(Scalar.BuiltIn.DATE, false, false),
              Attribute.Use.PLAIN,
              "");
      return new Where.Missing(new Property(of, end, Where.Always.TRUE));
    }

    @Override
    public boolean maySee(NodeType type) {
      return true;
    }

    @Override
    public boolean mayRead(NodeType type, Attribute attribute) {
      return true;
    }

    @Override
    public Optional<List<String>> subject(NodeType type) {
      return Optional.empty();
    }

    @Override
    public ProblemException refusal(Entity entity, String field) {
      return new ProblemException(Problem.Code.FORBIDDEN, entity.name() + "." + field);
    }
  }

  /// The rules of somebody who may see nothing.
  private static final class CallerGuardsOfNobody extends NothingOld {
    @Override
    public Where node(BoundNode node, Binder binder) {
      return Where.Always.FALSE;
    }
  }
}
