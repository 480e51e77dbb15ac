package nl.jeugdgraaf.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a single value can be.
public sealed interface Scalar {
  /// {@return the name in the GraphQL schema}
  String typeName();

  /// A scalar of GraphQL itself, or of graphql-java-extended-scalars.
  enum BuiltIn implements Scalar {
    /// Text.
    STRING("String", "STRING"),
    /// An opaque key.
    ID("ID", "STRING"),
    /// A 32-bit integer.
    INT("Int", "INTEGER"),
    /// A double.
    FLOAT("Float", "INTEGER | FLOAT"),
    /// True or false.
    BOOLEAN("Boolean", "BOOLEAN"),
    /// A 64-bit integer.
    LONG("Long", "INTEGER"),
    /// A day, ISO 8601.
    DATE("Date", "DATE"),
    /// A whole number of days, ISO 8601. Never stored: the server computes it.
    DURATION("Duration", "INTEGER"),
    /// A moment with offset, RFC 3339.
    DATE_TIME("DateTime", "ZONED DATETIME");

    private final String typeName;
    private final String storedType;

    BuiltIn(String typeName, String storedType) {
      this.typeName = typeName;
      this.storedType = storedType;
    }

    @Override
    public String typeName() {
      return typeName;
    }

    /// {@return the type of its values in the database, as Cypher names it}
    public String storedType() {
      return storedType;
    }
  }

  /// A domain code whose form is checked, in arguments and in the seed.
  enum Code implements Scalar {
    /// Care provider code of Vektis, 8 digits.
    AGB("AGB", "[0-9]{8}", "8 digits, such as 12345678 (AGB-code, Vektis)"),
    /// Municipality code of Statistics Netherlands, four digits.
    CBS_CODE("CBSCode", "[0-9]{4}", "four digits, such as 0014 (CBS-gemeentecode)"),
    /// Product code, five letters or digits; lower case is read as upper case.
    PRODUCT_CODE(
        "ProductCode",
        "[0-9A-Z]{5}",
        "five letters or digits, such as 45A48; lower case is read as upper case (productcode)");

    private final String typeName;
    private final Pattern form;
    private final String description;

    Code(String typeName, String form, String description) {
      this.typeName = typeName;
      this.form = Pattern.compile(form);
      this.description = description;
    }

    @Override
    public String typeName() {
      return typeName;
    }

    /// {@return what a value looks like, in words}
    public String description() {
      return description;
    }

    /// {@return the stored form of a code, or nothing if the text is not one}
    ///
    /// @param raw as typed; surrounding blanks and letter case do not count
    public Optional<String> normalise(String raw) {
      var code = raw.strip().toUpperCase(Locale.ROOT);
      return form.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
  }

  /// A code list.
  ///
  /// @param typeName the name in the GraphQL schema
  /// @param values its values, in order; stored under their names
  /// @param description what it lists
  record Enumeration(String typeName, List<Value> values, String description) implements Scalar {
    /// Copies the list.
    public Enumeration {
      values = List.copyOf(values);
    }

    /// Returns whether the list has a value.
    ///
    /// @param name the value's name
    /// @return true if it has
    public boolean has(String name) {
      for (var value : values) {
        if (value.name().equals(name)) {
          return true;
        }
      }
      return false;
    }

    /// One value of a code list.
    ///
    /// @param name as in GraphQL and in the database
    /// @param description what it means
    public record Value(String name, String description) {}
  }
}
