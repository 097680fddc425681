package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same sound in disguise: re-encoded, shifted, cut, quieter. Fingerprints name candidates, and
 * the samples decide.
 */
final class NearDuplicates {
  /**
   * Between takes of one word by one speaker (0.82 at most among 3,000 spoken digits) and what 16
   * kbit/s MP3 leaves of one of them (0.85 at least among 100).
   */
  private static final double SAME = 0.84;

  /** Share of one sound's energy that lies where the other is: less is a passing likeness. */
  private static final double COMMON = 0.2;

  /** Places at which one pair of sounds is laid over each other, the likeliest first. */
  private static final int TRIES = 3;

  private NearDuplicates() {}

  /**
   * Two sounds that agree.
   *
   * @param how where and how much
   */
  private record Match(int a, int b, Alignment how) {}

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
    List<Alignment> aligned =
        workers.map("comparing", pairs.size(), i -> best(store, pairs.get(i)));
    Clusters clusters = new Clusters(prints.length);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < aligned.size(); i++) {
      Neighbours.Candidate pair = pairs.get(i).get(0);
      if (aligned.get(i).correlation() >= SAME
          && aligned.get(i).common(store, pair.a(), pair.b()) >= COMMON) {
        matches.add(new Match(pair.a(), pair.b(), aligned.get(i)));
        clusters.join(pair.a(), pair.b());
      }
    }
    List<Leak> leaks = new ArrayList<>();
    for (List<Integer> set : clusters.sets()) {
      Match closest =
          matches.stream()
              .filter(m -> clusters.root(m.a()) == set.get(0))
              .max(Comparator.comparingDouble(m -> m.how().correlation()))
              .orElseThrow();
      leaks.add(sides.leak(Leak.Kind.NEAR_DUPLICATE, words(closest), set));
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

  private static Alignment best(SampleStore store, List<Neighbours.Candidate> places) {
    Alignment best = new Alignment(0, 0, 0);
    int tried = 0;
    int lastLag = Integer.MIN_VALUE;
    for (Neighbours.Candidate c : places) {
      int lag = c.frameB() - c.frameA();
      if (lag == lastLag) {
        continue;
      }
      lastLag = lag;
      Alignment found = Alignment.find(store, c.a(), c.frameA(), c.b(), c.frameB());
      if (found.correlation() > best.correlation()) {
        best = found;
      }
      if (best.correlation() >= SAME || ++tried == TRIES) {
        break;
      }
    }
    return best;
  }

  private static String words(Match match) {
    double shift = match.how().lag() / (double) ClipScan.RATE;
    double decibels = 20 * Math.log10(match.how().gain());
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "correlation %.2f", match.how().correlation()));
    if (Math.abs(shift) >= 0.005) {
      parts.add(String.format(Locale.ROOT, "shifted by %.2f s", Math.abs(shift)));
    }
    if (Math.abs(decibels) >= 0.5) {
      parts.add(String.format(Locale.ROOT, "levels %.1f dB apart", Math.abs(decibels)));
    }
    return String.join(", ", parts);
  }
}
