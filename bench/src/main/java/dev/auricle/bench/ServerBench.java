package dev.auricle.bench;

import dev.auricle.app.server.AuricleServer;
import dev.auricle.app.server.ServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Throughput and times of a server under load: 1, 8 and 64 clients that each send the next request
 * when they have the answer to the last, then twice the requests that 8 clients got through, sent
 * at even intervals whether or not they are answered. Clients and server share the machine.
 *
 * <p>Arguments: a bundle, a sound, and seconds for each part (default 10).
 */
public final class ServerBench {
  private static final double NANOS_TO_MILLIS = 1e-6;
  private static final int WARM_UP_SECONDS = 5;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  private ServerBench(int port, byte[] sound) {
    request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/classify"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(sound))
            .build();
  }

  /** Runs all parts and prints a row for each. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("auricle-bench-");
    Files.copy(
        Path.of(args[0]), folder.resolve("model.auricle"), StandardCopyOption.REPLACE_EXISTING);
    byte[] sound = Files.readAllBytes(Path.of(args[1]));
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    ServerOptions.Limits limits =
        ServerOptions.Limits.forProcessors(Runtime.getRuntime().availableProcessors());
    try (AuricleServer server =
        new AuricleServer(new ServerOptions(folder, "127.0.0.1", 0, null, limits))) {
      ServerBench bench = new ServerBench(server.port(), sound);
      bench.closed(8, WARM_UP_SECONDS);
      System.out.println("| load | answered/s | p50 ms | p99 ms | refused (429) | other |");
      System.out.println("|---|---|---|---|---|---|");
      double capacity = 0;
      for (int clients : new int[] {1, 8, 64}) {
        Tally tally = bench.closed(clients, seconds);
        capacity = clients == 8 ? tally.good() / (double) seconds : capacity;
        tally.print(clients + (clients == 1 ? " client" : " clients"), seconds);
      }
      bench
          .open(2 * capacity, seconds)
          .print(String.format(Locale.ROOT, "%.0f requests/s, twice", 2 * capacity), seconds);
    }
    Files.delete(folder.resolve("model.auricle"));
    Files.delete(folder);
  }

  /** Each client waits for its answer. */
  private Tally closed(int clients, int seconds) throws InterruptedException {
    Tally tally = new Tally();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  tally.add(send().join(), 0);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return tally;
  }

  /** Requests come whether or not those before are answered. */
  private Tally open(double perSecond, int seconds) throws InterruptedException {
    Tally tally = new Tally();
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    long start = System.nanoTime();
    int count = (int) (perSecond * seconds);
    for (int i = 0; i < count; i++) {
      long due = start + (long) (i / perSecond * 1e9);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      // From when it was due, so that a client that falls behind hides nothing.
      long late = System.nanoTime() - due;
      sent.add(send().thenAccept(answer -> tally.add(answer, late)));
    }
    sent.forEach(CompletableFuture::join);
    return tally;
  }

  private record Answer(int status, long nanos) {}

  private CompletableFuture<Answer> send() {
    long start = System.nanoTime();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle(
            (response, failure) ->
                new Answer(failure == null ? response.statusCode() : 0, System.nanoTime() - start));
  }

  /** What came back. */
  private static final class Tally {
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    void add(Answer answer, long late) {
      answers.add(new Answer(answer.status(), answer.nanos() + late));
    }

    long good() {
      return answers.stream().filter(each -> each.status() == 200).count();
    }

    void print(String load, int seconds) {
      long[] times =
          answers.stream()
              .filter(each -> each.status() == 200)
              .mapToLong(Answer::nanos)
              .sorted()
              .toArray();
      Map<Integer, Long> others = new TreeMap<>();
      answers.stream()
          .filter(each -> each.status() != 200 && each.status() != 429)
          .forEach(each -> others.merge(each.status(), 1L, Long::sum));
      long refused = answers.stream().filter(each -> each.status() == 429).count();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.1f | %.1f | %d | %s |%n",
          load,
          times.length / (double) seconds,
          percentile(times, 0.5),
          percentile(times, 0.99),
          refused,
          others.isEmpty() ? "none" : others);
    }

    private static double percentile(long[] sorted, double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] * NANOS_TO_MILLIS;
    }
  }
}
