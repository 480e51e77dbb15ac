package nl.jeugdgraaf.property.reference;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/// A whole number of days, written as ISO 8601 has it.
final class DurationScalar implements Coercing<Long, String> {
  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar().name("Duration").coercing(new DurationScalar()).build();

  private DurationScalar() {}

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof Number days) {
      return "P" + days.longValue() + "D";
    }
    throw new CoercingSerializeException("not a duration");
  }

  @Override
  public Long parseValue(Object value, GraphQLContext context, Locale locale) {
    try {
      var period = Period.parse((String) value);
      if (period.toTotalMonths() == 0) {
        return LocalDate.EPOCH.plus(period).toEpochDay();
      }
    } catch (DateTimeException | ClassCastException e) {
      throw new CoercingParseValueException("not a duration", e);
    }
    throw new CoercingParseValueException("not a duration");
  }

  @Override
  public Long parseLiteral(
      Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (literal instanceof StringValue text) {
      return parseValue(text.getValue(), context, locale);
    }
    throw new CoercingParseLiteralException("not a duration");
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return StringValue.of(value.toString());
  }
}
