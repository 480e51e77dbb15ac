package nl.jeugdgraaf.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.jeugdgraaf.model.Scalar;
import org.jspecify.annotations.Nullable;

/// The scalars that are not GraphQL's own: from graphql-java-extended-scalars, and domain codes.
final class Scalars {
  private Scalars() {}

  static Stream<GraphQLScalarType> all() {
    return Stream.concat(
        Stream.of(
            date(), duration(), fieldPath(), ExtendedScalars.DateTime, ExtendedScalars.GraphQLLong),
        Stream.of(Scalar.Code.values()).map(Scalars::code));
  }

  private static GraphQLScalarType date() {
    return ExtendedScalars.Date.transform(date -> date.coercing(new DateCoercing()));
  }

  private static GraphQLScalarType duration() {
    return ExtendedScalars.NominalDuration.transform(
        duration -> duration.name("Duration").coercing(new DurationCoercing()));
  }

  /// A text of its own type, so that its place in variables shows: it decides the plan.
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

  /// The nominal duration of graphql-java-extended-scalars, but of whole days only: how long a
  /// month is depends on the month.
  private record DurationCoercing() implements Coercing<Long, String> {
    private static final String MESSAGE =
        "Duration must be a number of days or weeks, such as P28D or P4W";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      if (value instanceof Long days) {
        return "P" + days + "D";
      }
      throw new CoercingSerializeException(MESSAGE);
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
      return read(input).orElseThrow(() -> new CoercingParseValueException(MESSAGE));
    }

    @Override
    public Long parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      var text = input instanceof StringValue literal ? literal.getValue() : null;
      return read(text).orElseThrow(() -> new CoercingParseLiteralException(MESSAGE));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }

    private static Optional<Long> read(@Nullable Object value) {
      if (value instanceof Long days) {
        return Optional.of(days);
      }
      try {
        return value instanceof String text
            ? Optional.of(Period.parse(text))
                .filter(period -> period.toTotalMonths() == 0)
                .map(period -> LocalDate.EPOCH.plus(period).toEpochDay())
            : Optional.empty();
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }
  }

  /// The Date of graphql-java-extended-scalars, but strict: that one reads 30 February as the 28th.
  private record DateCoercing() implements Coercing<LocalDate, String> {
    private static final String MESSAGE = "Date must be a day of the calendar, such as 2026-11-22";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      if (value instanceof LocalDate day) {
        return day.toString();
      }
      throw new CoercingSerializeException(MESSAGE);
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
      return read(input).orElseThrow(() -> new CoercingParseValueException(MESSAGE));
    }

    @Override
    public LocalDate parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      var text = input instanceof StringValue literal ? literal.getValue() : null;
      return read(text).orElseThrow(() -> new CoercingParseLiteralException(MESSAGE));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }

    private static Optional<LocalDate> read(@Nullable Object value) {
      if (value instanceof LocalDate day) {
        return Optional.of(day);
      }
      try {
        return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }
  }
}
