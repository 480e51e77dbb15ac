package nl.jeugdgraaf.auth;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which tokens that the issuer signed are accepted. The others have bad claims, strange forms or
/// strange headers: each gets 401 with a challenge, and nothing runs.
class TokenCheckTest {
  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  /// A token with this text as its claims, so that they can be what no builder writes.
  private static String withPayload(String payload) {
    return TestIssuer.signed(TestIssuer.rs256(), TestIssuer.RSA, payload);
  }

  /// A token with good claims except for `exp`, and with more claims.
  private static String withoutExp(String more) {
    var good = TestIssuer.claims().expirationTime(null).build().toString();
    return withPayload(good.substring(0, good.length() - 1) + "," + more + "}");
  }

  private static String withHeader(JWSHeader.Builder header) {
    return TestIssuer.signed(header, TestIssuer.RSA, TestIssuer.claims());
  }

  private static String ofType(String type) {
    return withHeader(TestIssuer.rs256().type(new JOSEObjectType(type)));
  }

  private static String withNullSubject() {
    return withPayload(
        TestIssuer.claims().build().toString().replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":null"));
  }

  private static String encrypted() {
    try {
      var sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                  .contentType("JWT")
                  .keyID(TestIssuer.RSA.getKeyID())
                  .build(),
              new Payload(TestIssuer.token()));
      sealed.encrypt(new RSAEncrypter(TestIssuer.RSA));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Arguments> badClaims() {
    return Stream.of(
        arguments(
            "expired",
            TestIssuer.token(
                claims -> claims.expirationTime(TestIssuer.in(Duration.ofSeconds(-90))))),
        arguments(
            "not yet valid",
            TestIssuer.token(
                claims -> claims.notBeforeTime(TestIssuer.in(Duration.ofSeconds(90))))),
        arguments(
            "another issuer", TestIssuer.token(claims -> claims.issuer("https://evil.example"))),
        arguments(
            "the issuer with a slash",
            TestIssuer.token(claims -> claims.issuer(TestIssuer.NAME + "/"))),
        arguments("no issuer", TestIssuer.token(claims -> claims.issuer(null))),
        arguments(
            "another audience", TestIssuer.token(claims -> claims.audience("another-client"))),
        arguments("no audience", TestIssuer.token(claims -> claims.audience((String) null))),
        arguments("empty audience", TestIssuer.token(claims -> claims.audience(List.of()))),
        arguments("no exp", TestIssuer.token(claims -> claims.expirationTime(null))),
        arguments("no sub", TestIssuer.token(claims -> claims.subject(null))),
        arguments("exp is null", withoutExp("\"exp\":null")),
        arguments("sub is null", withNullSubject()),
        arguments("sub is blank", TestIssuer.token(claims -> claims.subject(" "))),
        arguments("exp is a string", withoutExp("\"exp\":\"9999999999\"")),
        arguments("exp is infinite", withoutExp("\"exp\":1e999")),
        arguments("exp is negative", withoutExp("\"exp\":-1")),
        arguments("nbf is a list", withoutExp("\"exp\":9999999999,\"nbf\":[]")),
        arguments("a claim occurs twice", withoutExp("\"exp\":9999999999,\"role\":\"STEWARD\"")),
        arguments("claims are a list", withPayload("[1]")),
        arguments("no claims", withPayload("{}")),
        arguments("endless nesting", withPayload("{\"a\":" + "[".repeat(5_000))));
  }

  private static Stream<Arguments> strangeForms() {
    return Stream.of(
        arguments(
            "unknown critical parameter",
            withHeader(TestIssuer.rs256().criticalParams(Set.of("x")).customParam("x", 1))),
        arguments(
            "critical parameter that the library knows",
            withHeader(
                TestIssuer.rs256().criticalParams(Set.of("b64")).base64URLEncodePayload(true))),
        arguments("logout token", ofType("logout+jwt")),
        arguments("proof of possession", ofType("dpop+jwt")),
        arguments("id token", ofType("id_token+jwt")),
        arguments("12 kB", TestIssuer.token(claims -> claims.claim("padding", "x".repeat(9_000)))),
        arguments("encrypted token", encrypted()),
        arguments("garbage of three parts", "a.b.c"),
        arguments("nothing but dots", ".."),
        arguments("two tokens", TestIssuer.token() + "." + "a.b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"badClaims", "strangeForms"})
  void aBadTokenIsRefused(String name, String token) throws Exception {
    SERVER.assertNotAccepted(SERVER.send("Bearer " + token), token);
  }

  private static Stream<List<String>> badHeaders() {
    var good = TestIssuer.token();
    return Stream.of(
        List.of("Bearer " + good, "Bearer " + good),
        List.of("Bearer " + good, ""),
        List.of("Bearer " + good + ", Bearer " + good),
        List.of("Bearer " + good + " x"),
        List.of("Bearer " + good + ";"),
        List.of("Basic c3Rld2FyZDpzdGV3YXJk"),
        List.of("Bearer"),
        List.of("Bearer "),
        List.of(good),
        List.of("JWT " + good),
        List.of(""),
        List.of("bearer:" + good));
  }

  @ParameterizedTest
  @MethodSource("badHeaders")
  void aGoodTokenInABadHeaderIsRefused(List<String> headers) throws Exception {
    SERVER.assertNotAccepted(SERVER.send(headers.toArray(String[]::new)), headers.getFirst());
  }

  /// Too large for any header: the web server ends it.
  @Test
  void aTokenOfOneMegabyteIsNotRead() throws Exception {
    try {
      assertEquals(431, SERVER.send("Bearer " + "x".repeat(1_000_000)).statusCode());
    } catch (IOException _) {
      // The server closed the connection while the client was still writing.
    }
    assertEquals(List.of(), SERVER.callers());
  }

  @Test
  void aTokenIsRefusedBeforeTheDocumentIsRead() throws Exception {
    var request = SERVER.server().at("/graphql?query=%7B").header("authorization", "Bearer x");
    SERVER.assertNotAccepted(SERVER.server().send(request), "Bearer x");
  }

  private static Stream<Arguments> goodTokens() {
    return Stream.of(
        arguments("RS256", TestIssuer.token()),
        arguments(
            "PS256", withHeader(new JWSHeader.Builder(PS256).keyID(TestIssuer.RSA.getKeyID()))),
        arguments(
            "ES256",
            TestIssuer.signed(
                new JWSHeader.Builder(ES256).keyID(TestIssuer.EC.getKeyID()),
                TestIssuer.EC,
                TestIssuer.claims())),
        arguments("type at+jwt", ofType("at+jwt")),
        arguments("type JWT", ofType("JWT")),
        arguments(
            "expired by less than clocks may differ",
            TestIssuer.token(
                claims -> claims.expirationTime(TestIssuer.in(Duration.ofSeconds(-30))))),
        arguments(
            "not yet valid by less than clocks may differ",
            TestIssuer.token(
                claims -> claims.notBeforeTime(TestIssuer.in(Duration.ofSeconds(30))))),
        arguments(
            "several audiences",
            TestIssuer.token(claims -> claims.audience(List.of("other", TestIssuer.AUDIENCE)))),
        arguments(
            "foreign URLs and keys in the header, which are ignored",
            withHeader(
                TestIssuer.rs256()
                    .jwkURL(URI.create("http://127.0.0.1:1/"))
                    .jwk(TestIssuer.rsa("other").toPublicJWK()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodTokens")
  void aGoodTokenIsAccepted(String name, String token) throws Exception {
    assertEquals(200, SERVER.send("Bearer " + token).statusCode(), name);
    assertEquals(200, SERVER.send("bearer  " + token).statusCode(), name);
  }
}
