package nl.jeugdgraaf.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Attribute.Use;
import nl.jeugdgraaf.model.FieldUses;
import nl.jeugdgraaf.model.Lifetime;
import nl.jeugdgraaf.model.Model;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.model.RelationshipField;
import nl.jeugdgraaf.model.RelationshipField.Direction;
import nl.jeugdgraaf.model.RelationshipField.Target;
import nl.jeugdgraaf.model.RelationshipProperties;
import nl.jeugdgraaf.model.Scalar;
import nl.jeugdgraaf.model.Scalar.BuiltIn;
import nl.jeugdgraaf.model.TypeFields;
import nl.jeugdgraaf.model.ValueType;

/// A model of authors and their books, with keys, an index, a code list and required values.
final class SmallModel {
  private static final Scalar.Enumeration GENRE =
      new Scalar.Enumeration(
          "Genre",
          List.of(
              new Scalar.Enumeration.Value("NOVEL", ""), new Scalar.Enumeration.Value("POEM", "")),
          "");
  private static final RelationshipProperties AUTHORSHIP =
      new RelationshipProperties(
          "Authorship", false, attributes(required("share", BuiltIn.INT)), "");

  private SmallModel() {}

  static Model make() {
    return make(FieldUses.NONE, FieldUses.NONE);
  }

  /// Returns the model with searchable names and titles.
  static Model searchable() {
    return make(fulltext("name"), fulltext("title", "alsoTitles"));
  }

  private static FieldUses fulltext(String... fields) {
    return new FieldUses(
        new LinkedHashSet<>(List.of(fields)),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        Lifetime.ALWAYS);
  }

  private static Model make(FieldUses author, FieldUses book) {
    var nodes = new LinkedHashMap<String, NodeType>();
    var wrote =
        new RelationshipField(
            "books", "WROTE", Direction.OUT, AUTHORSHIP, new Target("Book", true, 1, ""));
    var links = new LinkedHashMap<String, RelationshipField>();
    links.put(wrote.name(), wrote);
    nodes.put(
        "Author",
        new NodeType(
            "Author",
            "authors",
            List.of("Author", "Person"),
            new TypeFields(
                attributes(
                    attribute("key", single(BuiltIn.ID, true), Use.KEY),
                    attribute("name", single(BuiltIn.STRING, false), Use.INDEXED),
                    attribute("born", single(BuiltIn.DATE, false), Use.PLAIN)),
                links,
                new LinkedHashMap<>(),
                author),
            ""));
    nodes.put(
        "Book",
        new NodeType(
            "Book",
            "books",
            List.of("Book"),
            new TypeFields(
                attributes(
                    attribute("isbn", single(BuiltIn.ID, true), Use.KEY),
                    required("title", BuiltIn.STRING),
                    attribute("genre", single(GENRE, false), Use.PLAIN),
                    attribute("alsoGenres", new ValueType(GENRE, true, false), Use.PLAIN),
                    new Attribute(
                        "alsoTitles",
                        "otherTitles",
                        new ValueType(BuiltIn.STRING, true, false),
                        Use.PLAIN,
                        "")),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                book),
            ""));
    return new Model(nodes, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private static Attribute required(String name, Scalar scalar) {
    return attribute(name, single(scalar, true), Use.PLAIN);
  }

  private static Attribute attribute(String name, ValueType type, Use use) {
    return new Attribute(name, name, type, use, "");
  }

  private static ValueType single(Scalar scalar, boolean required) {
    return new ValueType(scalar, false, required);
  }

  private static SequencedMap<String, Attribute> attributes(Attribute... attributes) {
    var map = new LinkedHashMap<String, Attribute>();
    for (var attribute : attributes) {
      map.put(attribute.name(), attribute);
    }
    return map;
  }
}
