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
import java.util.Locale;

/// A domain code: blanks around it and letter case do not count on the way in.
///
/// @param form regular expression of a code
record CodeScalar(String form) implements Coercing<String, String> {
  static GraphQLScalarType named(String name, String form) {
    return GraphQLScalarType.newScalar().name(name).coercing(new CodeScalar(form)).build();
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof String code) {
      return code;
    }
    throw new CoercingSerializeException("not a code");
  }

  @Override
  public String parseValue(Object value, GraphQLContext context, Locale locale) {
    var code = value.toString().strip().toUpperCase(Locale.ROOT);
    if (value instanceof String && code.matches(form)) {
      return code;
    }
    throw new CoercingParseValueException("not a code");
  }

  @Override
  public String parseLiteral(
      Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (literal instanceof StringValue text) {
      return parseValue(text.getValue(), context, locale);
    }
    throw new CoercingParseLiteralException("not a code");
  }

  @Override
  public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
    return StringValue.of(value.toString());
  }
}
