package nl.jeugdgraaf.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nl.jeugdgraaf.model.ValueType;

/// How one field of a response is made out of a returned row.
///
/// The shape of a response is fixed with the plan, so that rows become JSON without looking at the
/// operation again.
public sealed interface Shape {
  /// A stored value, or a list of them.
  ///
  /// @param column position in the row
  /// @param type what it must be
  record Leaf(int column, ValueType type) implements Shape {}

  /// The identifier of a node among all.
  ///
  /// @param column position of its key
  /// @param type name of its type
  /// @param beside what else the id depends on
  record Id(int column, String type, IdContext beside) implements Shape {}

  /// The identifier of a node of one of several types.
  ///
  /// @param type position of the name of its type
  /// @param keys positions of the keys of these types, by name
  /// @param beside what else the id depends on
  record IdOfType(int type, SequencedMap<String, Integer> keys, IdContext beside) implements Shape {
    /// Copies the map.
    public IdOfType {
      keys = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keys));
    }
  }

  /// What an id depends on beside the node.
  ///
  /// @param day position of the day that it carries, where it was asked on a given day; that day
  ///   can be null
  /// @param others positions of values that tell objects with the same node apart, so that a client
  ///   which keeps objects by id does not take one for the other; mostly none
  record IdContext(Optional<Integer> day, List<Integer> others) {
    /// Copies the list.
    public IdContext {
      others = List.copyOf(others);
    }
  }

  /// Null.
  record Null() implements Shape {}

  /// A value out of a nested row; null without the row.
  ///
  /// @param column position of the nested row
  /// @param shape the value in it
  record Nested(int column, Shape shape) implements Shape {}

  /// An object whose values are in the same row, or null where nothing was found.
  ///
  /// @param column position of the truth value that tells whether it was
  /// @param selection its fields
  record OptionalObject(int column, Selection selection) implements Shape {}

  /// A list of values out of nested rows, which can be null.
  ///
  /// @param column position of the list of nested rows
  /// @param element the value in each
  record ValueList(int column, Shape element) implements Shape {}

  /// The relationships of one page.
  ///
  /// @param page where they stand
  /// @param selection fields of each
  record Edges(PageRows page, Selection selection) implements Shape {}

  /// Something known of a page.
  ///
  /// @param page where its relationships stand
  /// @param fact what is asked
  record PageInfo(PageRows page, Fact fact) implements Shape {}

  /// The place of a row in its order.
  ///
  /// @param place what it is made of
  record Cursor(CursorValues place) implements Shape {}

  /// A list of nested rows that may hold one more than the page.
  ///
  /// @param column position of the list of nested rows
  /// @param size how many belong to the page
  /// @param backward whether the rows come last one first
  /// @param resumed whether the page goes on from a cursor
  record PageRows(int column, Parameter size, boolean backward, boolean resumed) {}

  /// What a cursor is made of.
  ///
  /// @param columns positions of the values by which the row is sorted
  /// @param digest of the list
  record CursorValues(List<Integer> columns, Parameter digest) {
    /// Copies the list.
    public CursorValues {
      columns = List.copyOf(columns);
    }
  }

  /// What can be asked of a page.
  sealed interface Fact {
    /// Whether more rows lie beyond the end to which the page runs, or it goes on from elsewhere.
    ///
    /// @param next whether the rows after the page are meant, not those before
    record More(boolean next) implements Fact {}

    /// Cursor of the first or last row of the page, or null.
    ///
    /// @param last whether the last is meant
    /// @param place what a cursor is made of
    record End(boolean last, CursorValues place) implements Fact {}
  }

  /// The name of a type that is known beforehand.
  ///
  /// @param text the name
  record Constant(String text) implements Shape {}

  /// An object whose values are in the same row.
  ///
  /// @param selection its fields
  record SameRow(Selection selection) implements Shape {}

  /// An object out of a nested row, or null.
  ///
  /// @param column position of the nested row
  /// @param selection its fields
  record NestedObject(int column, Selection selection) implements Shape {}

  /// A list of objects out of nested rows; no element is ever null.
  ///
  /// @param column position of the list of nested rows
  /// @param selection fields of each
  record NestedObjects(int column, Selection selection) implements Shape {}

  /// The fields of an object.
  sealed interface Selection {
    /// The same fields for every type.
    ///
    /// @param fields the fields in order
    record Fixed(List<Field> fields) implements Selection {
      /// Copies the list.
      public Fixed {
        fields = List.copyOf(fields);
      }
    }

    /// Fields that depend on the type of the node.
    ///
    /// @param labelsColumn position of the node's labels
    /// @param byType fields by node type, whose name is one of the labels
    record ByType(int labelsColumn, SequencedMap<String, Fixed> byType) implements Selection {
      /// Copies the map.
      public ByType {
        byType = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byType));
      }
    }
  }

  /// One field of a response object.
  ///
  /// @param key response key: the alias or the name
  /// @param shape how its value is made
  /// @param required whether null is an error that reaches the parent
  record Field(String key, Shape shape, boolean required) {}

  /// One field at the root of a response.
  sealed interface Root {
    /// {@return the response key}
    String key();

    /// A list of rows that come in portions.
    ///
    /// @param key the response key
    /// @param project position of its query in [Plan#roots()], whose only column is a list of rows
    /// @param selection fields of each row
    record ObjectList(String key, int project, Selection selection) implements Root {}

    /// A value out of a single row.
    ///
    /// @param key the response key
    /// @param project position of its query in [Plan#roots()], which has one row
    /// @param field the value
    record SingleValue(String key, int project, Field field) implements Root {}

    /// The name of the root type.
    ///
    /// @param key the response key
    /// @param text the name
    record TypeName(String key, String text) implements Root {}

    /// A field about the schema, answered without the database.
    ///
    /// @param key the response key
    record ServiceField(String key) implements Root {}
  }
}
