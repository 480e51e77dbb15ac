package nl.jeugdgraaf.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Scalar;
import org.jspecify.annotations.Nullable;

/// The scalars that are not GraphQL's own: from graphql-java-extended-scalars, and domain codes.
final class Scalars {
  private Scalars() {}

  static Stream<GraphQLScalarType> all() {
    return Stream.concat(
        Stream.of(
            id(),
            date(),
            duration(),
            fieldPath(),
            ExtendedScalars.DateTime,
            ExtendedScalars.GraphQLLong),
        Stream.of(Scalar.Code.values()).map(Scalars::code));
  }

  /// The ID of GraphQL, but strict: that of graphql-java takes any value of a variable for a text.
  private static GraphQLScalarType id() {
    return graphql.Scalars.GraphQLID.transform(id -> id.coercing(new IdCoercing()));
  }

  /// The Date of graphql-java-extended-scalars, but strict: that one reads 30 February as the 28th.
  private static GraphQLScalarType date() {
    var coercing =
        new TextCoercing<>(
            LocalDate.class,
            LocalDate::parse,
            LocalDate::toString,
            "Date must be a day of the calendar, such as 2026-11-22");
    return ExtendedScalars.Date.transform(date -> date.coercing(coercing));
  }

  /// The nominal duration of graphql-java-extended-scalars, but of whole days only: how long a
  /// month is depends on the month.
  private static GraphQLScalarType duration() {
    var coercing =
        new TextCoercing<>(
            Long.class,
            Scalars::days,
            days -> "P" + days + "D",
            "Duration must be a number of days or weeks, such as P28D, P4W or P1W1D");
    return ExtendedScalars.NominalDuration.transform(
        duration -> duration.name("Duration").coercing(coercing));
  }

  private static Long days(String text) {
    var period = Period.parse(text);
    if (period.toTotalMonths() != 0) {
      throw new DateTimeException("a month is not a fixed number of days");
    }
    return LocalDate.EPOCH.plus(period).toEpochDay();
  }

  /// A text with a type of its own, so that it can be found in variables: its value decides the
  /// plan.
  private static GraphQLScalarType fieldPath() {
    return graphql.Scalars.GraphQLString.transform(path -> path.name("FieldPath"));
  }

  private static GraphQLScalarType code(Scalar.Code code) {
    return GraphQLScalarType.newScalar()
        .name(code.typeName())
        .description(code.description())
        .coercing(new CodeCoercing(code))
        .build();
  }

  /// Takes texts and whole numbers.
  ///
  /// @see <a href="https://spec.graphql.org/September2025/#sec-ID.Input-Coercion">ID</a>
  private record IdCoercing() implements Coercing<String, String> {
    private static final String MESSAGE = "ID must be a text or a whole number";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
      return switch (input) {
        case String text -> text;
        case Integer number -> number.toString();
        case Long number -> number.toString();
        case BigInteger number -> number.toString();
        default -> throw new CoercingParseValueException(MESSAGE);
      };
    }

    @Override
    public String parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return switch (input) {
        case StringValue text -> String.valueOf(text.getValue());
        case IntValue number -> number.getValue().toString();
        default -> throw new CoercingParseLiteralException(MESSAGE);
      };
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }
  }

  /// Checks the form of a code and brings it into its stored form; never repeats the value.
  private record CodeCoercing(Scalar.Code code) implements Coercing<String, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return read(value).orElseThrow(() -> new CoercingSerializeException(message()));
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
      return read(input).orElseThrow(() -> new CoercingParseValueException(message()));
    }

    @Override
    public String parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      var text = input instanceof StringValue literal ? literal.getValue() : null;
      return read(text).orElseThrow(() -> new CoercingParseLiteralException(message()));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(parseValue(input, context, locale));
    }

    private Optional<String> read(@Nullable Object value) {
      return value instanceof String text ? code.normalise(text) : Optional.empty();
    }

    private String message() {
      return code.typeName() + " must be " + code.description();
    }
  }

  /// A scalar that is written as one text; never repeats a wrong value.
  ///
  /// @param type what a value is
  /// @param reader text to value; throws if the text is not a value
  /// @param writer value to text
  /// @param message what a text must look like
  private record TextCoercing<T>(
      Class<T> type, Function<String, T> reader, Function<T, String> writer, String message)
      implements Coercing<T, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      if (type.isInstance(value)) {
        return writer.apply(type.cast(value));
      }
      throw new CoercingSerializeException(message);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      return read(input).orElseThrow(() -> new CoercingParseValueException(message));
    }

    @Override
    public T parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      var text = input instanceof StringValue literal ? literal.getValue() : null;
      return read(text).orElseThrow(() -> new CoercingParseLiteralException(message));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(
          type.isInstance(input) ? writer.apply(type.cast(input)) : input.toString());
    }

    private Optional<T> read(@Nullable Object value) {
      if (type.isInstance(value)) {
        return Optional.of(type.cast(value));
      }
      try {
        return value instanceof String text ? Optional.of(reader.apply(text)) : Optional.empty();
      } catch (DateTimeException | ArithmeticException _) {
        return Optional.empty();
      }
    }
  }
}
