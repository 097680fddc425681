package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Property: a file sent whole and one sent as a live stream, in any pieces, give the same events.
 */
class StreamTest {
  private static final int RATE = 16_000;
  private static final int HEADER = 44;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir static Path dir;
  private static AuricleServer server;
  private static Client client;
  private static byte[] wav;

  @BeforeAll
  static void serve() throws IOException {
    Path bundles = Files.createDirectories(dir.resolve("bundles"));
    Tones.train(dir, bundles.resolve("tones.auricle"));
    server =
        new AuricleServer(
            new ServerOptions(
                bundles,
                "127.0.0.1",
                0,
                "secret",
                new ServerOptions.Limits(
                    1 << 22, 60, 2, 4, Duration.ofSeconds(5), Duration.ofSeconds(30), 1)));
    client = new Client(server.port());
    float[] sound = new float[12 * RATE];
    float[] low = Wav.tone(240, 4, RATE, 1);
    float[] high = Wav.tone(2200, 5, RATE, 2);
    System.arraycopy(low, 0, sound, RATE, low.length);
    System.arraycopy(high, 0, sound, 6 * RATE, high.length);
    wav = Files.readAllBytes(Wav.write(dir.resolve("low-high.wav"), sound, RATE));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client.Answer detect(String query, byte[] body) {
    return client.send(
        client
            .to("/api/v1/detect" + query)
            .header("Authorization", "Bearer secret")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  @Test
  void aFileHasItsEventsAndTheCurveBehindThem() {
    JsonNode result = detect("?curve=true", wav).json().at("/results/0");
    assertThat(result.get("seconds").asDouble()).isEqualTo(12);
    List<String> labels = new ArrayList<>();
    result.get("events").forEach(event -> labels.add(event.get("label").asString()));
    // Where a tone begins or ends, this small bundle may take the click for the other one.
    assertThat(labels).contains("low").endsWith("high");
    JsonNode last = result.get("events").get(labels.size() - 1);
    assertThat(last.get("end").asDouble()).isBetween(10.8, 11.2);
    assertThat(last.get("start").asDouble()).isBetween(5.7, 6.5);
    assertThat(result.at("/curve/labels").size()).isEqualTo(2);
    assertThat(result.at("/curve/probabilities").size()).isGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({
    "csv, low-high",
    "jsonl, low-high",
    "audacity, low",
    "raven, Selection",
    "rttm, SPEAKER",
    "textgrid, xmin",
    "webvtt, WEBVTT"
  })
  void labelFilesComeInEveryFormat(String format, String words) {
    Client.Answer answer = detect("?name=low-high.wav&format=" + format, wav);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.response().body()).contains(words).contains("high");
  }

  @Test
  void formatsThatDoNotExistAreNamed() {
    Client.Answer answer = detect("?format=srt", wav);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("webvtt");
  }

  @ParameterizedTest
  @CsvSource({"s16le, 1", "s16le, 2", "encoded, 3"})
  void aStreamInPiecesGivesTheEventsOfTheFile(String coding, long seed) throws Exception {
    List<JsonNode> expected = new ArrayList<>();
    detect("", wav).json().at("/results/0/events").forEach(expected::add);
    byte[] bytes = coding.equals("encoded") ? wav : Arrays.copyOfRange(wav, HEADER, wav.length);
    Messages messages = new Messages();
    WebSocket socket = connect("&bundle=tones&rate=16000&coding=" + coding, messages);
    Random random = new Random(seed);
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + 1 + random.nextInt(30_000));
      socket.sendBinary(ByteBuffer.wrap(bytes, at, end - at), true).join();
      at = end;
    }
    socket.sendText("end", true).join();
    assertThat(messages.closed.get(60, TimeUnit.SECONDS)).isEqualTo(1000);
    List<JsonNode> events = messages.ofType("event");
    assertThat(events).hasSameSizeAs(expected);
    for (int i = 0; i < events.size(); i++) {
      for (String field : List.of("start", "end", "label", "score")) {
        assertThat(events.get(i).get(field)).isEqualTo(expected.get(i).get(field));
      }
    }
    assertThat(messages.ofType("heard")).hasSizeGreaterThan(30);
    assertThat(messages.ofType("end").get(0).get("seconds").asDouble()).isEqualTo(12);
  }

  @Test
  void whatIsNoSoundIsSaidAndTheStreamClosed() throws Exception {
    Messages messages = new Messages();
    WebSocket socket = connect("&coding=encoded", messages);
    socket.sendBinary(ByteBuffer.wrap("a letter, not a sound".getBytes(UTF_8)), true).join();
    socket.sendText("end", true).join();
    assertThat(messages.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
    assertThat(messages.ofType("problem").get(0).at("/problem/status").asInt()).isEqualTo(422);
  }

  @Test
  void whatComesBehindTheEndIsLeftOut() {
    List<String> messages = new ArrayList<>();
    ServedBundle bundle = ServedBundle.load("tones", dir.resolve("bundles/tones.auricle"));
    byte[] second = new byte[2 * RATE];
    for (LiveStream.Coding coding : List.of(LiveStream.Coding.S16LE, LiveStream.Coding.F32LE)) {
      messages.clear();
      try (LiveStream stream = new LiveStream(bundle.lease(), coding, RATE, 60, messages::add)) {
        stream.accept(ByteBuffer.wrap(second));
        stream.finish();
        int before = messages.size();
        stream.accept(ByteBuffer.wrap(second));
        stream.finish();
        assertThat(messages).hasSize(before);
        assertThat(messages.get(before - 1)).contains("\"type\":\"end\"");
      }
    }
    bundle.retire();
  }

  @Test
  @EnabledIfSystemProperty(named = "auricle.soak", matches = "true")
  void aClientThatFallsSilentIsToldWhy() throws Exception {
    Messages messages = new Messages();
    connect("&bundle=tones", messages);
    assertThat(messages.closed.get(60, TimeUnit.SECONDS)).isEqualTo(1008);
    assertThat(messages.ofType("problem").get(0).at("/problem/detail").asString())
        .contains("nothing came for 30 s");
  }

  @Test
  void mistakesAreRefusedBeforeTheStreamOpens() throws Exception {
    refused("coding=mp3&access_token=secret", 400);
    refused("rate=5&access_token=secret", 400);
    refused("bundle=none&access_token=secret", 404);
    refused("access_token=wrong", 401);
    Messages messages = new Messages();
    WebSocket first = connect("", messages);
    refused("access_token=secret", 429);
    first.sendText("end", true).join();
    assertThat(messages.closed.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  private static void refused(String query, int status) {
    assertThatThrownBy(() -> open(query, new Messages()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }

  /** Waits until the stream before it, if any, has been forgotten. */
  private static WebSocket connect(String query, Messages messages) throws InterruptedException {
    for (int tries = 0; ; tries++) {
      try {
        return open("access_token=secret" + query, messages);
      } catch (CompletionException e) {
        if (tries > 100
            || !(e.getCause() instanceof WebSocketHandshakeException refused)
            || refused.getResponse().statusCode() != 429) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  private static WebSocket open(String query, Messages messages) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + server.port() + "/api/v1/stream?" + query), messages)
        .join();
  }

  /** What the server says on a stream. */
  private static final class Messages implements WebSocket.Listener {
    private final List<JsonNode> all = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    synchronized List<JsonNode> ofType(String type) {
      return all.stream().filter(each -> each.get("type").asString().equals(type)).toList();
    }

    @Override
    public synchronized CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        all.add(MAPPER.readTree(part.toString()));
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
