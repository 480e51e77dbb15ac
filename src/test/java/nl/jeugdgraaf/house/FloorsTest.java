package nl.jeugdgraaf.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// The house: a package looks only at floors below its own, and each library has its doors.
class FloorsTest {
  private static final String ROOT = "nl.jeugdgraaf";
  private static final int FILES_MAX = 30;

  /// Ground floor first. Packages of one floor do not know each other.
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("problem", "limits", "digest", "clock", "metrics"),
          List.of("files", "model"),
          List.of("audit", "schema"),
          List.of("access"),
          List.of("api"),
          List.of("plan"),
          List.of("estimate"),
          List.of("document", "subjects", "rewrite", "cypher", "bolt"),
          List.of("findings", "seed.derived"),
          List.of("conditions", "store", "seed", "execute"),
          List.of("compile", "seed.synthetic", "statistics", "networkanalysis"),
          List.of("engine"),
          List.of("auth", "connection", "places"),
          List.of("http"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /// The records that the bolt floor hands up; a session or a transaction it keeps.
  private static final DescribedPredicate<JavaClass> ROWS =
      belongToAnyOf(Record.class, Value.class);

  @Test
  void floorsAreThePackagesThatExist() {
    var named = FLOORS.stream().flatMap(List::stream).map(FloorsTest::path).sorted();
    var found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> !name.equals(ROOT))
            .sorted();
    assertEquals(found.toList(), named.toList());
  }

  @Test
  void noPackageHasMoreThan30Files() {
    var files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    files.values().removeIf(count -> count <= FILES_MAX);
    assertEquals(Map.of(), files);
  }

  @Test
  void everyPackageSaysThatNothingIsNull() {
    var unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .toList();
    assertEquals(List.of(), unmarked);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesLookOnlyDown() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        var forbidden =
            FLOORS.subList(floor, FLOORS.size()).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(FloorsTest::path);
        noClasses()
            .that()
            .resideInAPackage(path(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.concat(forbidden, Stream.of(ROOT)).toArray(String[]::new))
            .check(CLASSES);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.., http audit statistics networkanalysis engine execute (root)",
    "com.github.luben.., http",
    "com.nimbusds.., auth",
    "de.siegmar.., seed execute",
    "graphql.., schema access api document conditions compile",
    "info.picocli.., (root)",
    "io.javalin.., http",
    "io.micrometer.., metrics",
    "org.eclipse.jetty.., http connection",
    "org.h2.., audit",
    "org.jgrapht.., networkanalysis",
    "org.neo4j.cypherdsl.., cypher",
    "org.neo4j.driver.., bolt execute"
  })
  void aLibraryIsSeenOnlyFromItsDoors(String library, String doors) {
    var rooms = Stream.of(doors.split(" ")).map(FloorsTest::path).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat(resideInAPackage(library).and(not(ROWS)))
        .check(CLASSES);
  }

  /// Neo4j itself is under the GPL: it runs beside this program and is not part of it.
  @Test
  void noClassOfTheDatabaseServerIsLinked() {
    var neo4j = resideInAPackage("org.neo4j..");
    var client = resideInAnyPackage("org.neo4j.driver..", "org.neo4j.cypherdsl..");
    noClasses().should().dependOnClassesThat(neo4j.and(not(client))).check(CLASSES);
    assertTrue(CLASSES.contain(ROOT + ".Main"));
  }

  private static String path(String name) {
    return name.equals("(root)") ? ROOT : ROOT + "." + name;
  }
}
