package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Story: clients that begin to send a sound and hardly go on. */
@Timeout(60)
class SlowBodiesTest {
  private static final ServerOptions.Limits LIMITS =
      new ServerOptions.Limits(1 << 20, 20, 2, 4, Duration.ofSeconds(5), Duration.ofSeconds(30), 2);
  private static final String RAW = "Content-Type: audio/wav\r\n";
  private static final String FORM = "Content-Type: multipart/form-data; boundary=b\r\n";
  private static final int FOREVER_MILLIS = 40_000;

  @TempDir static Path dir;
  private static Path bundles;
  private static AuricleServer server;

  @BeforeAll
  static void serve() throws IOException {
    bundles = Files.createDirectories(dir.resolve("bundles"));
    Tones.train(dir, bundles.resolve("tones.auricle"));
    server = new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, null, LIMITS));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Sends the head of a request and the first byte of its body. */
  private static Socket begin(int port, String path, String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(FOREVER_MILLIS);
    String head =
        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n" + headers;
    socket.getOutputStream().write((head + "\r\n-").getBytes(ISO_8859_1));
    return socket;
  }

  private static String statusLine(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
  }

  @Test
  void manyOfThemDoNotStopTheServer() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        String path = i % 4 == 0 ? "/api/v1/labels" : "/api/v1/classify";
        slow.add(begin(server.port(), path, i % 2 == 0 ? RAW : FORM));
      }
      long began = System.nanoTime();
      Client client = new Client(server.port());
      assertThat(client.get("/healthz").status()).isEqualTo(200);
      assertThat(client.get("/api/v1/bundles").status()).isEqualTo(200);
      Client.Answer refused = client.post("/api/v1/classify", "x".getBytes(UTF_8));
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(8));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void oneIsGivenUp() throws Exception {
    try (Socket raw = begin(server.port(), "/api/v1/classify", RAW);
        Socket form = begin(server.port(), "/api/v1/classify", FORM)) {
      Thread drip =
          new Thread(
              () -> {
                try {
                  while (true) {
                    raw.getOutputStream().write('-');
                    form.getOutputStream().write('-');
                    Thread.sleep(200);
                  }
                } catch (IOException | InterruptedException e) {
                  // Given up by the server, as they should be.
                }
              });
      drip.start();
      assertThat(statusLine(raw)).isEqualTo("HTTP/1.1 408");
      assertThat(statusLine(form)).isEqualTo("HTTP/1.1 408");
      drip.interrupt();
      drip.join();
    }
  }

  @Test
  void aRefusalDoesNotWaitForTheRest() throws IOException {
    try (AuricleServer closed =
            new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, "secret", LIMITS));
        Socket stranger = begin(closed.port(), "/api/v1/classify", RAW)) {
      long began = System.nanoTime();
      assertThat(statusLine(stranger)).isEqualTo("HTTP/1.1 401");
      assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(8));
    }
  }
}
