package nl.jeugdgraaf.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// What a model answers about its types, on schools with teachers who are persons or robots.
class ModelTest {
  private static final Model MODEL =
      SchemaReader.read(
          List.of(
              new SchemaFile(
                  "schools.graphqls",
                  """
                  "Who teaches (leerkracht)"
                  interface Teacher @node {
                    "Name (naam)"
                    name: String! @fulltext
                  }

                  "A school (school)"
                  type School @node {
                    "Code (code)"
                    code: ID! @key
                    "Number in the register (nummer)"
                    number: Int! @key
                    "Who teaches there (leerkrachten)"
                    teachers: [Teacher!]! @relationship(type: "TEACHES_AT", direction: IN) @step
                  }

                  "A person (persoon)"
                  type Person implements Teacher @node @plural(value: "people") {
                    "Key (sleutel)"
                    key: ID! @key
                    "Name (naam)"
                    name: String! @fulltext
                    "What the person reads (boeken)"
                    books: [Book!]! @relationship(type: "READS", direction: OUT)
                  }

                  "A robot (robot)"
                  type Robot implements Teacher @node {
                    "Key (sleutel)"
                    key: ID! @key
                    "Name (naam)"
                    name: String! @fulltext
                  }

                  "A book (boek)"
                  type Book @node {
                    "Key (sleutel)"
                    key: ID! @key
                  }
                  """)));

  @Test
  void aNodeTypeStandsForItselfAndAnInterfaceForItsImplementations() {
    assertEquals(List.of("School"), names(MODEL.concrete(MODEL.entity("School"))));
    assertEquals(List.of("Person", "Robot"), names(MODEL.concrete(MODEL.entity("Teacher"))));
  }

  @Test
  void theFirstKeyOrdersLists() {
    var school = MODEL.node("School");
    assertEquals(List.of("code", "number"), school.keys().stream().map(Attribute::name).toList());
    assertEquals("code", school.key().name());
  }

  @Test
  void pathsLeadOverTheTypesAtBothEndsOfAStep() {
    assertEquals(List.of("School", "Person", "Robot"), names(MODEL.onPaths()));
  }

  @Test
  void rootFieldsAreNamedAfterTheType() {
    assertEquals("people", MODEL.node("Person").plural());
    assertEquals("person", MODEL.node("Person").singular());
    assertEquals(Optional.of("peopleSearch"), MODEL.searchField(MODEL.node("Person")));
    assertEquals(Optional.of("search"), MODEL.searchField(MODEL.entity("Teacher")));
    assertEquals(Optional.empty(), MODEL.searchField(MODEL.node("Book")));
  }

  @Test
  void interfacesComeFirstAmongAllEntities() {
    assertEquals(List.of("Teacher", "School", "Person", "Robot", "Book"), names(MODEL.entities()));
  }

  private static List<String> names(Iterable<? extends Entity> entities) {
    var names = new ArrayList<String>();
    entities.forEach(it -> names.add(it.name()));
    return names;
  }
}
