package dev.auricle.data.audioset;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings the clips of a choice into a folder, several at once, with a manifest. Videos vanish, so a
 * clip that cannot be had is replaced by the next drawn, and the reasons are kept. Another run
 * brings what is missing.
 */
public final class ClipDownload {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** After so many failures in a row that may pass, asking on would only use up the draw. */
  private static final int MOST_PASSING = 10;

  private final Choice choice;
  private final int perClass;
  private final Path folder;
  private final AtomicInteger passingInARow = new AtomicInteger();

  /**
   * @param perClass clips wanted of each class
   * @param folder where the clips and {@code manifest.csv} go
   */
  public ClipDownload(Choice choice, int perClass, Path folder) {
    this.choice = choice;
    this.perClass = perClass;
    this.folder = folder;
  }

  /** Told how it gets on. */
  @FunctionalInterface
  public interface Listener {
    /**
     * After each clip.
     *
     * @param had clips that are here
     * @param wanted of all classes
     * @param failed clips that could not be had
     */
    void clip(int had, int wanted, int failed);
  }

  /**
   * What came of it.
   *
   * @param had clips here, by class
   * @param failures clips that could not be had, with the reason
   * @param stopped true if so many failed one after the other, as they do without a network or when
   *     YouTube has had enough, that the rest was not asked for
   */
  public record Result(Map<String, Integer> had, Map<Clip, String> failures, boolean stopped) {}

  /** Writes the manifest of the first drawn without bringing any; says how many of each class. */
  public Map<String, Integer> writeManifest() {
    List<Clip> clips = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    choice
        .draws()
        .forEach(
            (label, drawn) -> {
              List<Segment> first = drawn.subList(0, Math.min(perClass, drawn.size()));
              first.forEach(segment -> clips.add(new Clip(label, segment)));
              counts.put(label, first.size());
            });
    ClipManifest.write(folder, clips);
    return counts;
  }

  /**
   * Brings them and writes the manifest of those that are here.
   *
   * @param programs both there
   * @param threads downloads at once
   * @param retry asks again for those that an earlier run could not have
   */
  public Result run(Programs programs, int threads, boolean retry, Listener listener) {
    passingInARow.set(0);
    ClipCutter cutter = new ClipCutter(programs, LONGEST);
    Map<String, List<Clip>> had = new LinkedHashMap<>();
    Map<Clip, String> failures = new LinkedHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Files.createDirectories(folder);
      try (ClipJournal journal = ClipJournal.open(folder.resolve("failed.tsv"), retry)) {
        Counter counter = new Counter(listener, perClass * choice.draws().size());
        rounds(had, failures, clips -> bring(clips, cutter, journal, pool, counter));
      }
    } catch (IOException e) {
      throw new AuricleException("cannot write " + folder + ": " + e, e);
    } finally {
      pool.shutdownNow();
    }
    ClipManifest.write(folder, had.values().stream().flatMap(List::stream).toList());
    Map<String, Integer> counts = new LinkedHashMap<>();
    had.forEach((label, clips) -> counts.put(label, clips.size()));
    return new Result(counts, failures, stopped());
  }

  /** Takes from each draw as many as are still wanted, until there are enough or no more. */
  private void rounds(Map<String, List<Clip>> had, Map<Clip, String> failures, Bringing bringing) {
    Map<String, Integer> next = new LinkedHashMap<>();
    choice.draws().keySet().forEach(label -> had.put(label, new ArrayList<>()));
    while (true) {
      List<Clip> wanted = new ArrayList<>();
      choice
          .draws()
          .forEach(
              (label, drawn) -> {
                int from = next.getOrDefault(label, 0);
                int here = had.getOrDefault(label, List.of()).size();
                int to = Math.min(drawn.size(), from + perClass - here);
                drawn.subList(from, to).forEach(s -> wanted.add(new Clip(label, s)));
                next.put(label, to);
              });
      if (wanted.isEmpty() || stopped()) {
        return;
      }
      Map<Clip, String> failed = bringing.of(wanted);
      failures.putAll(failed);
      for (Clip clip : wanted) {
        if (!failed.containsKey(clip)) {
          had.computeIfAbsent(clip.label(), label -> new ArrayList<>()).add(clip);
        }
      }
    }
  }

  /** Brings clips; gives those that could not be had, with the reason. */
  private interface Bringing {
    Map<Clip, String> of(List<Clip> clips);
  }

  private Map<Clip, String> bring(
      List<Clip> clips,
      ClipCutter cutter,
      ClipJournal journal,
      ExecutorService pool,
      Counter counter) {
    List<Future<String>> running = new ArrayList<>();
    for (Clip clip : clips) {
      running.add(pool.submit(() -> counter.count(bring(clip, cutter, journal))));
    }
    Map<Clip, String> failed = new LinkedHashMap<>();
    for (int i = 0; i < clips.size(); i++) {
      String reason = await(running.get(i));
      if (!reason.isEmpty()) {
        failed.put(clips.get(i), reason);
      }
    }
    return failed;
  }

  /** The reason why it cannot be had; empty where it is here. */
  private String bring(Clip clip, ClipCutter cutter, ClipJournal journal) throws IOException {
    Path file = folder.resolve(clip.path());
    if (Files.exists(file)) {
      return "";
    }
    String known = journal.reason(clip);
    if (known != null) {
      return known;
    }
    if (stopped()) {
      return "not asked for";
    }
    try {
      cutter.cut(clip, file);
      passingInARow.set(0);
      return "";
    } catch (ClipCutter.Gone e) {
      String reason = String.valueOf(e.getMessage());
      if (e.mayPass()) { // not noted: the next run asks again
        passingInARow.incrementAndGet();
      } else {
        passingInARow.set(0);
        journal.failed(clip, reason);
      }
      return reason;
    }
  }

  private boolean stopped() {
    return passingInARow.get() >= MOST_PASSING;
  }

  private static String await(Future<String> one) {
    try {
      return one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuricleException("interrupted; the same command goes on from here", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuricleException told) {
        throw told;
      }
      throw new AuricleException("bringing a clip failed: " + e.getCause(), e);
    }
  }

  /** Counts as clips come in, from several threads. */
  private static final class Counter {
    private final Listener listener;
    private final int wanted;
    private final AtomicInteger had = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Counter(Listener listener, int wanted) {
      this.listener = listener;
      this.wanted = wanted;
    }

    synchronized String count(String reason) {
      (reason.isEmpty() ? had : failed).incrementAndGet();
      listener.clip(had.get(), wanted, failed.get());
      return reason;
    }
  }
}
