package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: no malformed request ends in a status above 499, and the server goes on answering good
 * ones. Requests are bytes on a socket, so that nothing on the client's side mends them.
 */
class ServerFuzzTest {
  private static final int REQUESTS = 5000;
  private static final List<String> PATHS =
      List.of(
          "/api/v1/classify",
          "/api/v1/classify?bundle=tones&top=2&name=x",
          "/api/v1/bundles",
          "/api/v1/bundles/tones",
          "/api/v1/bundles/%00%ff",
          "/api/v1/labels?format=csv",
          "/api/v1/labels",
          "/api/v1/detect?format=rttm&name=%0a",
          "/api/v1/stream?coding=f32le",
          "/",
          "/page/main.js",
          "/page/%2e%2e",
          "/api",
          "/healthz",
          "/metrics",
          "/../../etc/passwd",
          "/api/v1/classify?top=%zz",
          "//api//v1/classify",
          "/api/v1/classify?" + "a=b&".repeat(400));

  @TempDir static Path dir;

  @Test
  void malformedRequestsAreTheClientsFault() throws IOException {
    Path bundles = Files.createDirectories(dir.resolve("bundles"));
    Tones.train(dir, bundles.resolve("tones.auricle"));
    byte[] sound = Tones.wav(dir, 220, 0.3);
    ServerOptions.Limits limits =
        new ServerOptions.Limits(
            1 << 18, 20, 2, 8, Duration.ofSeconds(5), Duration.ofSeconds(30), 2);
    Random random = new Random(8);
    TreeMap<Integer, Integer> statuses = new TreeMap<>();
    try (AuricleServer server =
        new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, null, limits))) {
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = request(random, sound);
        int status = status(server.port(), request);
        statuses.merge(status, 1, Integer::sum);
        assertThat(status)
            .as("request %d: %s", i, new String(request, ISO_8859_1).lines().findFirst())
            .isLessThan(500);
      }
      Client.Answer answer = new Client(server.port()).post("/api/v1/classify", sound);
      assertThat(answer.status()).isEqualTo(200);
    }
    System.out.println("statuses of " + REQUESTS + " malformed requests: " + statuses);
    assertThat(statuses.keySet()).contains(200, 400, 404, 405, 422);
  }

  private static byte[] request(Random random, byte[] sound) {
    String method = pick(random, List.of("POST", "POST", "POST", "GET", "PUT", "DELETE", "FOO"));
    byte[] body = body(random, sound);
    String type =
        pick(
            random,
            List.of(
                "audio/wav",
                "multipart/form-data; boundary=b",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=" + "b".repeat(random.nextInt(200)),
                "\u00ff/;;="));
    String head =
        method
            + " "
            + pick(random, PATHS)
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(ISO_8859_1));
    out.writeBytes(body);
    byte[] bytes = out.toByteArray();
    // Some are broken as bytes too, the request line and the headers among them.
    return random.nextInt(3) == 0 ? mutate(random, bytes, bytes.length) : bytes;
  }

  private static byte[] body(Random random, byte[] sound) {
    byte[] mutated = mutate(random, sound, random.nextInt(sound.length + 1));
    return switch (random.nextInt(6)) {
      case 0 -> new byte[0];
      case 1 -> Client.form("b", "a.wav", mutated, "é\u0001/../b", "x".getBytes(UTF_8));
      case 2 -> mutate(random, Client.form("b", "a.wav", mutated), 400);
      case 4 ->
          mutate(
              random,
              "{\"events\": [{\"start\": 1, \"end\": 2, \"label\": \"a\"}]}".getBytes(UTF_8),
              random.nextInt(80));
      case 3 -> "bundle=tones&top=1".getBytes(UTF_8);
      default -> mutated;
    };
  }

  /** Cuts to a length and overwrites a few bytes, most of them near the start. */
  private static byte[] mutate(Random random, byte[] bytes, int length) {
    byte[] copy = java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length));
    for (int i = random.nextInt(6); i > 0 && copy.length > 0; i--) {
      int reach = random.nextBoolean() ? Math.min(64, copy.length) : copy.length;
      copy[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The status that the bytes get; 0 where the server closes without one. */
  private static int status(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      byte[] start = in.readNBytes(12);
      String line = new String(start, ISO_8859_1);
      return line.matches("HTTP/1.1 [0-9]{3}") ? Integer.parseInt(line.substring(9)) : 0;
    } catch (SocketException e) {
      // Closed before all was written, as a refusal may be.
      return 0;
    }
  }
}
