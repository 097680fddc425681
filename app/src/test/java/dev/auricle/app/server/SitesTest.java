package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Story: a stranger's page in the browser of somebody who runs a server on their own machine. */
class SitesTest {
  private static final String ELSEWHERE = "https://sounds.example.org";

  @TempDir static Path dir;
  private static AuricleServer server;
  private static Client client;

  @BeforeAll
  static void serve() {
    server = new AuricleServer(options("127.0.0.1", null));
    client = new Client(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ServerOptions options(String host, String token) {
    return new ServerOptions(
        dir, host, 0, token, ServerOptions.Limits.forProcessors(1), List.of(ELSEWHERE));
  }

  private static String get(Client to, String path, String host) throws IOException {
    return to.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  private static String upgrade(String origin) throws IOException {
    return client.raw(
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: "
            + origin
            + "\r\nConnection: close\r\n\r\n");
  }

  private static int post(String origin) {
    HttpRequest.Builder request = client.to("/api/v1/labels").header("Origin", origin);
    byte[] body = "{\"events\": []}".getBytes(UTF_8);
    return client.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build()).status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost:80", "127.0.0.1:18080", "[::1]:9", "sounds.example.org"})
  void itsOwnNamesAreAnsweredTo(String host) throws IOException {
    assertThat(get(client, "/api/v1/bundles", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/metrics", "/api/v1/bundles", "/api/v1/bundles/tones"})
  void aNameThatSomebodyElseChoseIsNot(String path) throws IOException {
    for (String host :
        List.of("evil.example.com:18080", "localhost.evil.example.com", "10.0.0.1")) {
      assertThat(get(client, path, host))
          .startsWith("HTTP/1.1 421")
          .contains("application/problem+json")
          .contains("--origin");
    }
  }

  @Test
  void aTokenOrAnAddressForOthersLetsEveryNameIn() throws IOException {
    for (ServerOptions open : List.of(options("127.0.0.1", "secret"), options("0.0.0.0", null))) {
      try (AuricleServer other = new AuricleServer(open)) {
        assertThat(get(new Client(other.port()), "/healthz", "sounds")).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void itsOwnPageAndThoseAllowedSend() {
    assertThat(post("http://127.0.0.1:" + server.port())).isEqualTo(200);
    assertThat(post(ELSEWHERE)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example.com", "null", "http://localhost", "http://127.0.0.1:1"})
  void pagesOfOthersDoNot(String origin) throws IOException {
    assertThat(post(origin)).isEqualTo(403);
    if (!origin.equals("http://localhost")) {
      assertThat(upgrade(origin)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void aStreamIsOpenToItsOwnPage() throws IOException {
    // There is no bundle to stream to, which is looked at next.
    assertThat(upgrade("http://localhost")).startsWith("HTTP/1.1 503");
  }
}
