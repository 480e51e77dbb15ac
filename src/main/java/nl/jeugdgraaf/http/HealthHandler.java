package nl.jeugdgraaf.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.BooleanSupplier;

/// `GET /health/...`: whether the server is up, and nothing about why.
final class HealthHandler implements Handler {
  private final BooleanSupplier healthy;

  HealthHandler(BooleanSupplier healthy) {
    this.healthy = healthy;
  }

  @Override
  public void handle(Context http) {
    var up = healthy.getAsBoolean();
    http.status(up ? 200 : 503);
    http.contentType("application/json");
    http.result(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
  }
}
