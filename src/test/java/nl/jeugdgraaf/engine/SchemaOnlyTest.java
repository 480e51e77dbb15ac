package nl.jeugdgraaf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import nl.jeugdgraaf.access.Caller;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.limits.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which answers hold nothing but the schema. What may hold data must never count as such.
class SchemaOnlyTest {
  private static final Preparation PREPARATION =
      new Preparation(Planner.of(ApiSchema.builtIn()), Limits.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ __schema { description } } | true",
        "{ a: __type(name: \"Youth\") { name } __typename } | true",
        "{ __schema { description } regions { code } } | false",
        "{ __schema: regions { code } } | false",
        "{ __typename ...More } fragment More on Query { regions { code } } | false",
        "{ __typename ... { regions { code } } } | false",
        "{ regions { __typename } } | false"
      })
  void onlyRootFieldsAboutTheSchemaCount(String document, boolean expected) {
    var request = new Request(document, "", Map.of(), false, Caller.NOBODY);
    assertEquals(expected, PREPARATION.validate(request).asksSchemaOnly());
  }
}
