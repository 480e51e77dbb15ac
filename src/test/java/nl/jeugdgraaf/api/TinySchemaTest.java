package nl.jeugdgraaf.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import nl.jeugdgraaf.problem.Bug;
import nl.jeugdgraaf.schema.SchemaFile;
import nl.jeugdgraaf.schema.SchemaReader;
import org.junit.jupiter.api.Test;

/// A model of one node type, and what the public schema makes of it.
class TinySchemaTest {
  private static final String MODEL =
      """
      "A city (stad)"
      type City @node @plural(value: "cities") {
        "Code (code)"
        code: ID! @key
        "Founded on (gesticht op)"
        foundedOn: Date
        "Neighbours (buren)"
        neighbours: [City!]! @relationship(type: "BORDERS", direction: OUT, properties: "Border")
      }

      "A border (grens)"
      type Border @relationshipProperties {
        "Length in metres (lengte)"
        metres: Int
      }
      """;

  private static final String TEXT =
      PublicSchema.write(SchemaReader.read(List.of(new SchemaFile("tiny.graphqls", MODEL))));

  @Test
  void aNodeTypeGetsTheFieldsOfItsModelAndItsConnections() {
    assertEquals(
        """
        type City implements Node {
          id: ID!
          code: ID!
          foundedOn: Date
          neighbours(where: CityWhere, limit: Int, offset: Int, sort: [CitySort!], asOf: Date): [City!]!
          neighboursConnection(where: CityBorderConnectionWhere, first: Int, after: String, last: Int, before: String, sort: [CityBorderConnectionSort!], asOf: Date): CityBorderConnection!
        }
        """,
        definition("type City "));
  }

  @Test
  void aConnectionShowsEdgesWithThePropertiesOfTheRelationship() {
    assertEquals(
        """
        type CityBorderConnection {
          edges: [CityBorderEdge!]!
          pageInfo: PageInfo!
          totalCount: Int!
          aggregate: CityBorderAggregate!
          groups(having: CityAggregateWhere, sort: [GroupSort!], first: Int, offset: Int): [CityBorderAggregate!]!
        }
        """,
        definition("type CityBorderConnection "));
    assertEquals(
        """
        type CityBorderEdge {
          cursor: String!
          node: City!
          properties: Border!
        }
        """,
        definition("type CityBorderEdge "));
  }

  @Test
  void conditionsFollowTheTypeOfEachField() {
    assertEquals(
        """
        input CityWhere {
          AND: [CityWhere!]
          OR: [CityWhere!]
          NOT: CityWhere
          code: IDFilter
          foundedOn: DateFilter
          neighbours: CityRelationshipFilter
          neighboursConnection: CityBorderConnectionFilter
        }
        """,
        definition("input CityWhere "));
    assertEquals(
        """
        input IDFilter {
          eq: ID
          in: [ID!]
          notIn: [ID!]
          contains: String
          startsWith: String
          endsWith: String
        }
        """,
        definition("input IDFilter "));
  }

  @Test
  void onlyNumbersAndDaysHaveStatistics() {
    assertEquals(
        """
        type CityStatistics {
          foundedOn: DateStatistics!
        }
        """,
        definition("type CityStatistics "));
    assertEquals(
        """
        type BorderStatistics {
          metres: IntStatistics!
        }
        """,
        definition("type BorderStatistics "));
  }

  @Test
  void aFieldIsFoundByItsNameAndAnUnknownOneIsABug() {
    assertEquals("pageInfo", ApiField.Connection.PAGE_INFO.fieldName());
    assertEquals(ApiField.Connection.PAGE_INFO, ApiField.of(ApiField.Connection.class, "pageInfo"));
    assertThrows(Bug.class, () -> ApiField.of(ApiField.Connection.class, "PAGE_INFO"));
  }

  /// A definition of the schema, without its descriptions.
  private static String definition(String start) {
    return TEXT.lines()
        .dropWhile(line -> !line.startsWith(start))
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> !line.strip().startsWith("\""))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
