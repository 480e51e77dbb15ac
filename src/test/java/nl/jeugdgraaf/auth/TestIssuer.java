package nl.jeugdgraaf.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.jeugdgraaf.auth.TokenRules.ClaimNames;

/// An issuer of tokens with a real web server for its keys, which counts the fetches.
public final class TestIssuer implements AutoCloseable {
  static final String NAME = "https://issuer.example";
  static final String AUDIENCE = "jeugdgraaf";
  public static final RSAKey RSA = rsa("rsa-1");
  static final ECKey EC = ec("ec-1");

  private final AtomicInteger fetches = new AtomicInteger();
  private final int port;
  private volatile int status = 200;
  private volatile String text = "";
  private volatile CountDownLatch held = new CountDownLatch(0);
  private HttpServer server;

  public TestIssuer() {
    publish(List.of(RSA, EC));
    server = listen(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listen(int wanted) {
    try {
      return listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer listen(InetSocketAddress wanted) throws IOException {
    var listening = HttpServer.create(wanted, 0);
    listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    listening.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          awaitRelease();
          var body = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    listening.start();
    return listening;
  }

  private void awaitRelease() {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The tokens that a server accepts if it trusts this issuer.
  static TokenRules rules() {
    return rules(ClaimNames.DEFAULT, Map.of());
  }

  /// The same, with other names of claims and roles.
  static TokenRules rules(ClaimNames claims, Map<String, String> roles) {
    return new TokenRules(NAME, AUDIENCE, List.of("RS256", "PS256", "ES256"), claims, roles);
  }

  /// The claims of a good token: a provider, for one minute.
  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience(AUDIENCE)
        .subject("nurse-7")
        .expirationTime(in(Duration.ofMinutes(1)))
        .claim("role", "PROVIDER")
        .claim("organisation", "99000012");
  }

  static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  /// The header of a good token.
  public static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(RSA.getKeyID());
  }

  /// A good token.
  static String token() {
    return token(claims -> claims);
  }

  /// A token that is good except for this change.
  static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(rs256(), RSA, change.apply(claims()));
  }

  static String signed(JWSHeader.Builder header, JWK key, JWTClaimsSet.Builder claims) {
    return signed(header, key, claims.build().toString());
  }

  /// Signs any text, so that claims can be what no builder writes.
  public static String signed(JWSHeader.Builder header, JWK key, String payload) {
    try {
      var object = new JWSObject(header.build(), new Payload(payload));
      object.sign(signer(key));
      return object.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Good claims with this header and an empty signature.
  static String unsigned(String header) {
    return Base64URL.encode(header) + "." + Base64URL.encode(claims().build().toString()) + ".";
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/jwks.json");
  }

  void publish(List<? extends JWK> published) {
    answer(200, new JWKSet(List.copyOf(published)).toString(true));
  }

  /// Answers something other than keys.
  void answer(int otherStatus, String otherText) {
    status = otherStatus;
    text = otherText;
  }

  int fetches() {
    return fetches.get();
  }

  /// Takes requests and answers none, until it is released.
  void hang() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  void goDown() {
    server.stop(0);
  }

  void comeBack() {
    server = listen(port);
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
