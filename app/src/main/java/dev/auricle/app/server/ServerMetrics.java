package dev.auricle.app.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

/** What the server counts, in the text format of Prometheus. */
final class ServerMetrics {
  static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("auricle_requests_total")
          .help("Requests answered, by route and status.")
          .labelNames("route", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("auricle_request_seconds")
          .help("Time from a request's arrival to its answer, by route.")
          .labelNames("route")
          .classicOnly()
          .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
          .register(registry);
  private final Counter sounds =
      Counter.builder()
          .name("auricle_sounds_total")
          .help("Sounds answered, by bundle.")
          .labelNames("bundle")
          .register(registry);

  /** A number that is looked up when somebody asks. */
  void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }

  /** A request was answered. */
  void answered(String route, int status, long nanos) {
    requests.labelValues(route, Integer.toString(status)).inc();
    seconds.labelValues(route).observe(nanos / NANOS);
  }

  /** A sound was answered. */
  void heard(String bundle) {
    sounds.labelValues(bundle).inc();
  }

  byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
