package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Moments of different sounds that look alike: for each anchor the few nearest, by the number of
 * bits in which they differ. Every anchor is held against every other; 100,000 anchors take some
 * ten seconds on one core.
 */
final class Neighbours {
  /** Unrelated moments differ in 128 bits, give or take 8; true copies in 60 or fewer. */
  private static final int MOST_BITS = 60;

  private static final int MOST = 8;

  private final long[] bits;
  private final int[] owner;
  private final int[] frame;

  /**
   * Two moments that look alike.
   *
   * @param distance bits in which they differ
   */
  record Candidate(int a, int frameA, int b, int frameB, int distance) {}

  Neighbours(Fingerprint[] prints) {
    int count = Arrays.stream(prints).mapToInt(p -> p.frames().length).sum();
    bits = new long[Fingerprint.WORDS * count];
    owner = new int[count];
    frame = new int[count];
    int at = 0;
    for (int clip = 0; clip < prints.length; clip++) {
      for (int i = 0; i < prints[clip].frames().length; i++, at++) {
        System.arraycopy(
            prints[clip].bits()[i], 0, bits, Fingerprint.WORDS * at, Fingerprint.WORDS);
        owner[at] = clip;
        frame[at] = prints[clip].frames()[i];
      }
    }
  }

  int anchors() {
    return owner.length;
  }

  /** The nearest anchors of other sounds. */
  List<Candidate> nearest(int anchor) {
    int[] distances = new int[MOST];
    int[] found = new int[MOST];
    int count = 0;
    int limit = MOST_BITS;
    long w0 = bits[4 * anchor];
    long w1 = bits[4 * anchor + 1];
    long w2 = bits[4 * anchor + 2];
    long w3 = bits[4 * anchor + 3];
    for (int other = 0; other < owner.length; other++) {
      int distance =
          Long.bitCount(w0 ^ bits[4 * other])
              + Long.bitCount(w1 ^ bits[4 * other + 1])
              + Long.bitCount(w2 ^ bits[4 * other + 2])
              + Long.bitCount(w3 ^ bits[4 * other + 3]);
      if (distance > limit || owner[other] == owner[anchor]) {
        continue;
      }
      int place = Math.min(count, MOST - 1);
      while (place > 0 && distances[place - 1] > distance) {
        distances[place] = distances[place - 1];
        found[place] = found[place - 1];
        place--;
      }
      distances[place] = distance;
      found[place] = other;
      count = Math.min(count + 1, MOST);
      if (count == MOST) {
        limit = distances[MOST - 1] - 1; // of equally near ones, the first stay
      }
    }
    List<Candidate> nearest = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nearest.add(ordered(anchor, found[i], distances[i]));
    }
    return nearest;
  }

  private Candidate ordered(int x, int y, int distance) {
    int a = owner[x] < owner[y] ? x : y;
    int b = a == x ? y : x;
    return new Candidate(owner[a], frame[a], owner[b], frame[b], distance);
  }
}
