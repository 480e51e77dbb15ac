package nl.jeugdgraaf.property.reference;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What identifies a node among all: its type and key, in base64 that fits into an address.
public final class ReferenceId {
  private ReferenceId() {}

  public static String of(Graph.Node node) {
    return of(node.type().name(), node.key());
  }

  public static String of(String type, Object key) {
    var text = type + ":" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
