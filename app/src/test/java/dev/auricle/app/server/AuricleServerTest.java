package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.runtime.Bundle;
import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a server of bundles, its users, and those who mean it ill. */
class AuricleServerTest {
  private static final ServerOptions.Limits LIMITS =
      new ServerOptions.Limits(1 << 20, 20, 2, 4, Duration.ofSeconds(5), Duration.ofSeconds(30), 2);

  @TempDir static Path dir;
  private static Path trained;
  private static AuricleServer server;
  private static Client client;

  @BeforeAll
  static void serve() throws IOException {
    trained = dir.resolve("trained.auricle");
    Tones.train(dir, trained);
    Path bundles = Files.createDirectories(dir.resolve("bundles"));
    Files.copy(trained, bundles.resolve("tones.auricle"));
    server = new AuricleServer(options(bundles, null));
    client = new Client(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ServerOptions options(Path bundles, String token) {
    return new ServerOptions(bundles, "127.0.0.1", 0, token, LIMITS);
  }

  @Test
  void aRawBodyIsClassified() throws IOException {
    Client.Answer answer =
        client.post("/api/v1/classify?name=dir/a.wav&top=1", Tones.wav(dir, 220, 0.6));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("bundle").asString()).isEqualTo("tones");
    assertThat(answer.json().at("/results/0/file").asString()).isEqualTo("a.wav");
    assertThat(answer.json().at("/results/0/label").asString()).isEqualTo("low");
    assertThat(answer.json().at("/results/0/given/0/label").asString()).isEqualTo("low");
    assertThat(answer.json().at("/results/0/top").size()).isEqualTo(1);
  }

  @Test
  void whatReachesNoThresholdIsUnknown() throws IOException {
    Bundle own = Bundle.read(trained);
    Bundle strict =
        new Bundle(
            "strict",
            own.preparation(),
            own.frontEnd(),
            own.labels(),
            own.multiLabel(),
            List.of(1.0, 1.0),
            own.graph(),
            own.evaluation(),
            own.provenance());
    Path bundles = Files.createDirectories(dir.resolve("strict"));
    strict.write(bundles.resolve("strict.auricle"));
    try (AuricleServer careful = new AuricleServer(options(bundles, null))) {
      byte[] sound = Tones.wav(dir, 220, 0.6);
      Client.Answer answer = new Client(careful.port()).post("/api/v1/classify", sound);
      assertThat(answer.json().at("/results/0/label").asString()).isEqualTo("unknown");
      assertThat(answer.json().at("/results/0/given").size()).isZero();
      assertThat(answer.json().at("/results/0/top/0/label").asString()).isEqualTo("low");
    }
  }

  @Test
  void aFormOfSeveralFilesGivesAResultForEach() throws IOException {
    byte[] form =
        Client.form(
            "b", "one.wav", Tones.wav(dir, 220, 0.6), "two.txt", "a letter".getBytes(UTF_8));
    Client.Answer answer = client.postForm("/api/v1/classify", "b", form);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/label").asString()).isEqualTo("low");
    assertThat(answer.json().at("/results/1/error/status").asInt()).isEqualTo(422);
    assertThat(answer.json().at("/results/1/error/detail").asString()).contains("two.txt");
  }

  @Test
  void mistakesAreProblemDocumentsThatSayWhatToDo() throws IOException {
    byte[] sound = Tones.wav(dir, 220, 0.6);
    problem(client.post("/api/v1/classify?tpo=1", sound), 400, "did you mean 'top'");
    problem(client.post("/api/v1/classify?top=0", sound), 400, "from 1");
    problem(client.post("/api/v1/classify?bundle=tnes", sound), 404, "there are tones");
    problem(client.post("/api/v1/classify", new byte[0]), 400, "empty");
    problem(client.post("/api/v1/classify", "a letter".getBytes(UTF_8)), 422, "plain text");
    problem(client.post("/api/v1/classify", new byte[(1 << 20) + 1]), 413, "bytes");
    problem(client.post("/api/v1/classify", Tones.wav(dir, 220, 21)), 413, "20.0 s");
    problem(client.postForm("/api/v1/classify", "b", "x".getBytes(UTF_8)), 400, "form");
    problem(client.get("/api/v1/classify"), 405, "this address takes POST");
    assertThat(client.get("/api/v1/classify").header("Allow")).isEqualTo("POST");
    problem(client.get("/nowhere"), 404, "nothing at this address");
    problem(client.post("/api/v1/detect?curve=yes", sound), 400, "expected true or false");
    problem(client.get("/api/v1/bundles/none"), 404, "there are tones");
  }

  private static void problem(Client.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("detail").asString()).contains(words);
  }

  @Test
  void bundlesTellWhatTheyAre() {
    assertThat(client.get("/api/v1/bundles").json().at("/bundles/0/id").asString())
        .isEqualTo("tones");
    Client.Answer card = client.get("/api/v1/bundles/tones");
    assertThat(card.json().at("/evaluation/accuracy").isNumber()).isTrue();
    assertThat(card.json().at("/provenance/trainedOn").isMissingNode()).isTrue();
    assertThat(card.json().at("/provenance/trainedOnClips").asInt()).isEqualTo(16);
  }

  @Test
  void anySoundIsTagged() throws IOException {
    String before = System.getProperty("auricle.weights", "");
    System.setProperty("auricle.weights", Shared.require("weights").toString());
    try {
      Client.Answer whole = client.post("/api/v1/tag?top=2", Tones.wav(dir, 440, 3));
      assertThat(whole.status()).as(whole.response().body()).isEqualTo(200);
      assertThat(whole.json().get("bundle").asString()).isEqualTo("mn04");
      assertThat(whole.json().at("/results/0/top").size()).isEqualTo(2);
      Client.Answer parts = client.post("/api/v1/tag?every=2", Tones.wav(dir, 440, 3));
      assertThat(parts.json().at("/results/0/stretches").size()).isEqualTo(2);
      assertThat(parts.json().at("/results/0/stretches/1/end").asDouble()).isEqualTo(3);
      problem(client.post("/api/v1/tag?bundle=tones", new byte[0]), 400, "every");
    } finally {
      System.setProperty("auricle.weights", before);
    }
  }

  @Test
  void healthReadinessAndMetricsAreForMachines() throws IOException {
    client.post("/api/v1/classify", Tones.wav(dir, 220, 0.6));
    assertThat(client.get("/healthz").status()).isEqualTo(200);
    assertThat(client.get("/readyz").status()).isEqualTo(200);
    assertThat(client.get("/metrics").response().body())
        .contains("auricle_requests_total{route=\"/api/v1/classify\",status=\"200\"}")
        .contains("auricle_bundles 1.0");
  }

  @Test
  void aHeadIsAnsweredAsTheGetIs() {
    for (String path :
        List.of(
            "/",
            "/page/main.js",
            "/page/none.js",
            "/healthz",
            "/readyz",
            "/metrics",
            "/nowhere",
            "/api/v1/bundles",
            "/api/v1/bundles/tones",
            "/api/v1/bundles/none")) {
      HttpRequest request =
          client.to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
      Client.Answer head = client.send(request);
      Client.Answer get = client.get(path);
      assertThat(head.status()).as(path).isEqualTo(get.status());
      assertThat(head.response().body()).as(path).isEmpty();
      assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
    }
  }

  @Test
  void whatIsRefusedBeforeItIsARequestSaysWhatItWas() throws IOException {
    String headers = "X: " + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n";
    assertThat(client.raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + headers))
        .startsWith("HTTP/1.1 431")
        .contains("Headers too large")
        .contains("16384 bytes");
    assertThat(
            client.raw(
                "GET /api/v1/bundles/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("how its address is encoded");
  }

  @Test
  void anAddressStandsInAUrlAsItMust() {
    assertThat(options("::1").addressInUrl()).isEqualTo("[::1]");
    assertThat(options("[::1]").addressInUrl()).isEqualTo("[::1]");
    assertThat(options("127.0.0.1").addressInUrl()).isEqualTo("127.0.0.1");
    assertThat(options("::1").isLoopback()).isTrue();
    assertThat(options("0.0.0.0").isLoopback()).isFalse();
  }

  private static ServerOptions options(String host) {
    return new ServerOptions(dir, host, 0, null, LIMITS);
  }

  @Test
  void aTokenIsAskedFor() {
    try (AuricleServer closed = new AuricleServer(options(dir.resolve("bundles"), "secret"))) {
      Client stranger = new Client(closed.port());
      assertThat(stranger.get("/healthz").status()).isEqualTo(200);
      problem(stranger.get("/api/v1/bundles"), 401, "Bearer");
      for (String wrong : List.of("Bearer secre", "Bearer secrets", "Basic secret", "")) {
        HttpRequest request =
            stranger.to("/api/v1/bundles").header("Authorization", wrong).GET().build();
        assertThat(stranger.send(request).status()).isEqualTo(401);
      }
      for (String right : List.of("Bearer secret", "bearer secret", "BEARER secret")) {
        HttpRequest request =
            stranger.to("/api/v1/bundles").header("Authorization", right).GET().build();
        assertThat(stranger.send(request).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void theFolderIsReadAgainWhenItChanges() throws Exception {
    Path bundles = Files.createDirectories(dir.resolve("changing"));
    try (AuricleServer changing = new AuricleServer(options(bundles, null))) {
      Client user = new Client(changing.port());
      problem(user.get("/readyz"), 503, "no bundle");
      Files.copy(trained, bundles.resolve("first.auricle"));
      await(() -> user.get("/readyz").status() == 200);
      Files.writeString(bundles.resolve("broken.auricle"), "no bundle");
      await(() -> user.get("/api/v1/bundles").json().get("faults").size() == 1);
      // A broken successor leaves its predecessor in service.
      Path half = bundles.resolve("half.tmp");
      Files.write(half, java.util.Arrays.copyOf(Files.readAllBytes(trained), 2000));
      Files.move(half, bundles.resolve("first.auricle"), StandardCopyOption.REPLACE_EXISTING);
      await(() -> user.get("/api/v1/bundles").json().get("faults").size() == 2);
      byte[] sound = Tones.wav(dir, 220, 0.6);
      assertThat(user.post("/api/v1/classify?bundle=first", sound).status()).isEqualTo(200);
      Files.delete(bundles.resolve("first.auricle"));
      await(() -> user.post("/api/v1/classify?bundle=first", sound).status() == 503);
    }
  }

  @Test
  void replacingABundleUnderLoadDropsNoRequest() throws Exception {
    Path bundles = Files.createDirectories(dir.resolve("busy"));
    Path file = bundles.resolve("tones.auricle");
    Files.copy(trained, file);
    byte[] sound = Tones.wav(dir, 220, 0.6);
    try (AuricleServer busy = new AuricleServer(options(bundles, null))) {
      Client user = new Client(busy.port());
      ExecutorService others = Executors.newFixedThreadPool(2);
      List<Future<Integer>> answers = new ArrayList<>();
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      for (int i = 0; i < 2; i++) {
        answers.add(
            others.submit(
                (Callable<Integer>)
                    () -> {
                      int good = 0;
                      while (System.nanoTime() < end) {
                        assertThat(user.post("/api/v1/classify", sound).status()).isEqualTo(200);
                        good++;
                      }
                      return good;
                    }));
      }
      while (System.nanoTime() < end) {
        Path next = bundles.resolve("next.tmp");
        Files.copy(trained, next);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        Thread.sleep(300);
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isPositive();
      }
      others.shutdown();
    }
  }

  @Test
  void tooManyRequestsAreShedAndTheRestAnswered() throws Exception {
    byte[] sound = Tones.wav(dir, 220, 15);
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    List<Future<Client.Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      answers.add(crowd.submit(() -> client.post("/api/v1/classify", sound)));
    }
    int good = 0;
    int shed = 0;
    for (Future<Client.Answer> answer : answers) {
      int status = answer.get().status();
      assertThat(status).isIn(200, 429);
      if (status == 429) {
        assertThat(answer.get().header("Retry-After")).matches("[1-9][0-9]*");
        shed++;
      } else {
        good++;
      }
    }
    crowd.shutdown();
    assertThat(good).isPositive();
    assertThat(shed).isPositive();
  }

  @Test
  void stoppingFinishesWhatRuns() throws Exception {
    AuricleServer ending = new AuricleServer(options(dir.resolve("bundles"), null));
    Client user = new Client(ending.port());
    byte[] sound = Tones.wav(dir, 220, 19);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<Client.Answer> answer = other.submit(() -> user.post("/api/v1/classify", sound));
    await(() -> user.get("/metrics").response().body().contains("running 1") || answer.isDone());
    ending.close();
    assertThat(answer.get().status()).isEqualTo(200);
    other.shutdown();
  }

  @Test
  void aTakenPortIsNamed() {
    ServerOptions same =
        new ServerOptions(dir.resolve("bundles"), "127.0.0.1", server.port(), null, LIMITS);
    assertThatThrownBy(() -> new AuricleServer(same))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("--port");
  }

  private static void await(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
