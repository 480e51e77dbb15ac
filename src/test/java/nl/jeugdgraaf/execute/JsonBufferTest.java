package nl.jeugdgraaf.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What the buffer writes, another library reads back.
class JsonBufferTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyStringIsReadBackAsItWas() throws IOException {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(codePoint(random));
      }
      var json = new JsonBuffer();
      json.string(text.toString());
      assertEquals(text.toString(), JSON.readTree(bytes(json)).asText());
    }
  }

  private static int codePoint(SplittableRandom random) {
    int[] limits = {0x20, 0x80, 0x800, 0xD800, 0x10000, 0x110000};
    int codePoint = random.nextInt(limits[random.nextInt(limits.length)]);
    return codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint;
  }

  @Test
  void aLoneSurrogateBecomesTheReplacementCharacter() throws IOException {
    var json = new JsonBuffer();
    json.string("a\uD800b\uDC00");
    assertEquals("a\uFFFDb\uFFFD", JSON.readTree(bytes(json)).asText());
  }

  @Test
  void whatIsCutLeavesNoTrace() throws IOException {
    var json = new JsonBuffer();
    json.raw('[');
    int mark = json.mark();
    json.string("x".repeat(100_000));
    json.cut(mark);
    json.nothing();
    json.raw(']');
    assertEquals("[null]", new String(bytes(json), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void nestedValuesAreReadBackAsTheyWere() throws IOException {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("a", Arrays.asList(1, true, "\"", null, List.of()));
    value.put("b", Map.of("c", 2.5));
    var json = new JsonBuffer();
    json.value(value);
    assertEquals(JSON.valueToTree(value), JSON.readTree(bytes(json)));
  }

  private static byte[] bytes(JsonBuffer json) throws IOException {
    var out = new ByteArrayOutputStream();
    json.drainTo(out);
    return out.toByteArray();
  }
}
