package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The same sound in disguise: re-encoded, shifted, cut, quieter. Fingerprints name candidates, and
 * the samples decide.
 */
final class NearDuplicates {
  private NearDuplicates() {}

  /**
   * Finds sets of alike sounds.
   *
   * @param known sets found by their bytes or samples, which need no second mention
   */
  static List<Leak> find(
      Sides sides, Fingerprint[] prints, SampleStore store, Clusters known, Workers workers) {
    Neighbours neighbours = new Neighbours(prints);
    List<List<Neighbours.Candidate>> nearest =
        workers.map("looking for likenesses", neighbours.anchors(), neighbours::nearest);
    List<List<Neighbours.Candidate>> pairs = pairs(nearest, known);
    Comparison comparison = new Comparison(store, prints);
    List<Match> matches =
        workers.map("comparing", pairs.size(), i -> comparison.of(pairs.get(i))).stream()
            .flatMap(Optional::stream)
            .toList();
    Clusters clusters = new Clusters(prints.length);
    matches.forEach(m -> clusters.join(m.a(), m.b()));
    List<Leak> leaks = new ArrayList<>();
    for (List<Integer> set : clusters.sets()) {
      Match closest =
          matches.stream()
              .filter(m -> clusters.root(m.a()) == set.get(0))
              .max(Comparator.comparingDouble(m -> m.how().correlation()))
              .orElseThrow();
      leaks.add(sides.leak(Leak.Kind.NEAR_DUPLICATE, closest.words(), set));
    }
    return leaks;
  }

  /** Candidates by pair of sounds, the nearest first, each place once. */
  private static List<List<Neighbours.Candidate>> pairs(
      List<List<Neighbours.Candidate>> nearest, Clusters known) {
    Map<Long, List<Neighbours.Candidate>> pairs = new TreeMap<>();
    for (List<Neighbours.Candidate> some : nearest) {
      for (Neighbours.Candidate c : some) {
        if (known.root(c.a()) != known.root(c.b())) {
          pairs.computeIfAbsent((long) c.a() << 32 | c.b(), k -> new ArrayList<>()).add(c);
        }
      }
    }
    for (List<Neighbours.Candidate> places : pairs.values()) {
      places.sort(
          Comparator.comparingInt(Neighbours.Candidate::distance)
              .thenComparingInt(Neighbours.Candidate::frameA)
              .thenComparingInt(Neighbours.Candidate::frameB));
    }
    return List.copyOf(pairs.values());
  }
}
