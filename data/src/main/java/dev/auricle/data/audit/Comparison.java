package dev.auricle.data.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether two sounds whose fingerprints look alike somewhere are the same sound. */
final class Comparison {
  /**
   * Between takes of one word by one speaker (0.82 at most among 3,000 spoken digits) and what 16
   * kbit/s MP3 leaves of one of them (0.85 at least among 100).
   */
  private static final double SAME = 0.84;

  /** Enough where the fingerprints agree throughout: an encoder mangles very quiet waves. */
  private static final double SIMILAR = 0.6;

  /** Bits in which fingerprints may differ throughout; takes of one word differ in 26 or more. */
  private static final double BITS = 20;

  /** Share of one sound's energy that lies where the other is: less is a passing likeness. */
  private static final double COMMON = 0.2;

  /** Places at which one pair of sounds is laid over each other, the likeliest first. */
  private static final int TRIES = 3;

  private final SampleStore store;
  private final Fingerprint[] prints;

  Comparison(SampleStore store, Fingerprint[] prints) {
    this.store = store;
    this.prints = prints;
  }

  /** Tries the places at which two sounds look alike, the nearest first. */
  Optional<Match> of(List<Neighbours.Candidate> places) {
    Set<Integer> tried = new HashSet<>();
    for (Neighbours.Candidate c : places) {
      if (tried.add(c.frameB() - c.frameA())) {
        Alignment how = Alignment.find(store, c.a(), c.frameA(), c.b(), c.frameB());
        if (same(c, how) && how.common(store, c.a(), c.b()) >= COMMON) {
          return Optional.of(new Match(c.a(), c.b(), how));
        }
        if (tried.size() == TRIES) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private boolean same(Neighbours.Candidate c, Alignment how) {
    if (how.correlation() < SIMILAR) {
      return false;
    }
    return how.correlation() >= SAME
        || prints[c.a()].bits(prints[c.b()], how.lag(), store.length(c.b())) <= BITS;
  }
}
