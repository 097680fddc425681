package dev.auricle.data.audit;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Looks a dataset over for what would flatter a score. */
public final class Audit {
  /** Anchors held against each other at most; sounds of larger corpora get fewer each. */
  private static final int MOST_ANCHORS = 400_000;

  private static final int FEWEST_EACH = 2;

  private Audit() {}

  /** Told how far a stage is, from any of the threads. */
  @FunctionalInterface
  public interface Progress {
    /** Tells nobody. */
    Progress NONE = (stage, done, total) -> {};

    void at(String stage, int done, int total);
  }

  /**
   * The part that decodes nothing: same bytes, same sources, overlapping stretches.
   *
   * @param protocol decides what stands on both sides
   * @throws AuricleException if the protocol cannot be met, or a file not read
   */
  public static Findings quick(Dataset dataset, Protocol protocol) {
    Sides sides = Sides.of(dataset, protocol);
    List<Leak> leaks = cheap(sides);
    return new Findings(
        dataset.name(),
        protocol.describe(dataset),
        sorted(leaks),
        List.of(),
        Map.of(),
        Map.of(),
        false);
  }

  /**
   * Everything: the above, facts of each file, same samples, and the same sound re-encoded, shifted
   * or quieter. Uses a temporary file of 16 kB a second of sound.
   *
   * @param threads that decode and compare; the findings do not depend on them
   */
  public static Findings run(Dataset dataset, Protocol protocol, int threads, Progress progress) {
    Sides sides = Sides.of(dataset, protocol);
    List<Leak> leaks = cheap(sides);
    List<Example> examples = dataset.examples();
    Clusters known = new Clusters(examples.size());
    Map<String, Integer> index = new LinkedHashMap<>();
    examples.forEach(e -> index.put(e.id(), index.size()));
    leaks.stream()
        .filter(l -> l.kind() == Leak.Kind.SAME_BYTES || l.kind() == Leak.Kind.OVERLAP)
        .forEach(l -> join(known, l.ids().stream().map(id -> index.getOrDefault(id, 0)).toList()));
    int anchorsEach = Math.max(FEWEST_EACH, MOST_ANCHORS / Math.max(1, examples.size()));
    try (SampleStore store = new SampleStore(examples.size());
        Workers workers = new Workers(threads, progress)) {
      List<Scanned> scans =
          workers.map(
              "reading", examples.size(), i -> Scanned.of(examples.get(i), i, store, anchorsEach));
      for (Leak leak : sameSamples(sides, scans, known)) {
        leaks.add(leak);
        join(known, leak.ids().stream().map(id -> index.getOrDefault(id, 0)).toList());
      }
      Fingerprint[] prints = scans.stream().map(Scanned::print).toArray(Fingerprint[]::new);
      leaks.addAll(NearDuplicates.find(sides, prints, store, known, workers));
      Map<String, String> unreadable = new TreeMap<>();
      Map<String, String> damaged = new TreeMap<>();
      for (int i = 0; i < scans.size(); i++) {
        String reason = scans.get(i).error();
        if (reason != null) {
          unreadable.put(examples.get(i).id(), reason);
        }
        if (!scans.get(i).damages().isEmpty()) {
          damaged.put(examples.get(i).id(), String.join("; ", scans.get(i).damages()));
        }
      }
      List<FileFacts> facts = scans.stream().map(Scanned::facts).filter(Objects::nonNull).toList();
      return new Findings(
          dataset.name(),
          protocol.describe(dataset),
          sorted(leaks),
          facts,
          unreadable,
          damaged,
          true);
    }
  }

  private static List<Leak> cheap(Sides sides) {
    List<Leak> leaks = new ArrayList<>(SameBytes.find(sides));
    leaks.addAll(Overlaps.find(sides));
    leaks.addAll(SameSource.find(sides));
    return leaks;
  }

  private static List<Leak> sameSamples(Sides sides, List<Scanned> scans, Clusters known) {
    Map<String, List<Integer>> byHash = new TreeMap<>();
    for (int i = 0; i < scans.size(); i++) {
      String hash = scans.get(i).hash();
      FileFacts facts = scans.get(i).facts();
      if (hash != null && facts != null && !facts.empty()) {
        byHash.computeIfAbsent(hash, h -> new ArrayList<>()).add(i);
      }
    }
    List<Leak> leaks = new ArrayList<>();
    for (List<Integer> same : byHash.values()) {
      if (same.stream().map(known::root).distinct().count() > 1) {
        leaks.add(sides.leak(Leak.Kind.SAME_SAMPLES, "decoded alike to the last bit", same));
      }
    }
    return leaks;
  }

  private static void join(Clusters clusters, List<Integer> set) {
    set.forEach(i -> clusters.join(set.get(0), i));
  }

  private static List<Leak> sorted(List<Leak> leaks) {
    return leaks.stream()
        .sorted(
            Comparator.comparing((Leak l) -> !l.crosses())
                .thenComparing(Leak::kind)
                .thenComparing(l -> l.ids().get(0))
                .thenComparing(Leak::what))
        .toList();
  }
}
