package dev.auricle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: requests leave nothing behind, neither in the heap nor outside it nor on the disk. A
 * small number of them each time, 100,000 with {@code -Psoak}.
 */
class ServerMemoryTest {
  private static final int FEW = 200;
  private static final int SPARE_MB = 48;
  private static final int CLIENTS = 4;

  @TempDir static Path dir;

  @Test
  void memoryIsFlat() throws Exception {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(status), "SKIPPED: needs Linux to tell memory");
    int many = Boolean.getBoolean("auricle.soak") ? 100_000 : 800;
    Path bundles = Files.createDirectories(dir.resolve("bundles"));
    Tones.train(dir, bundles.resolve("tones.auricle"));
    byte[] sound = Tones.wav(dir, 220, 0.6);
    ServerOptions.Limits limits =
        new ServerOptions.Limits(
            1 << 20, 20, 2, 64, Duration.ofSeconds(30), Duration.ofSeconds(30), 2);
    try (AuricleServer server =
        new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, null, limits))) {
      Client client = new Client(server.port());
      send(client, sound, FEW);
      long before = residentMb(status);
      long files = uploads();
      send(client, sound, many);
      long after = residentMb(status);
      System.out.println(many + " requests: " + before + " MB before, " + after + " MB after");
      assertThat(after).isLessThan(before + SPARE_MB);
      assertThat(uploads()).isEqualTo(files);
    }
  }

  /** A third of them cannot be decoded: what fails must not stay either. */
  private static void send(Client client, byte[] sound, int count) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<Void>> done = new ArrayList<>();
    byte[] letter = "a letter".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < CLIENTS; i++) {
      done.add(
          clients.submit(
              (Callable<Void>)
                  () -> {
                    for (int k = 0; k < count / CLIENTS; k++) {
                      boolean good = k % 3 > 0;
                      String path = k % 2 == 0 ? "/api/v1/classify" : "/api/v1/detect";
                      int status = client.post(path, good ? sound : letter).status();
                      assertThat(status).isEqualTo(good ? 200 : 422);
                    }
                    return null;
                  }));
    }
    for (Future<Void> each : done) {
      each.get();
    }
    clients.shutdown();
  }

  private static long residentMb(Path status) throws IOException {
    System.gc();
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static long uploads() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("auricle-upload-"))
          .count();
    }
  }
}
