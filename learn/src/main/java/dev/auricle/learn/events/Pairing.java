package dev.auricle.learn.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs between two sets, as many as can be, each member in one at most. (Kuhn, 1955.) */
final class Pairing {
  /** Whether two members may be paired. */
  @FunctionalInterface
  interface Fits {
    boolean test(int left, int right);
  }

  private final List<int[]> options = new ArrayList<>();
  private final int[] ofRight;
  private final boolean[] tried;

  private Pairing(int left, int right, Fits fits) {
    this.ofRight = new int[right];
    this.tried = new boolean[right];
    Arrays.fill(ofRight, -1);
    for (int l = 0; l < left; l++) {
      int member = l;
      options.add(IntStream.range(0, right).filter(r -> fits.test(member, r)).toArray());
    }
  }

  /** The right partner of each left member; -1 where it has none. */
  static int[] most(int left, int right, Fits fits) {
    Pairing pairing = new Pairing(left, right, fits);
    for (int l = 0; l < left; l++) {
      Arrays.fill(pairing.tried, false);
      pairing.place(l);
    }
    int[] ofLeft = new int[left];
    Arrays.fill(ofLeft, -1);
    for (int r = 0; r < right; r++) {
      if (pairing.ofRight[r] >= 0) {
        ofLeft[pairing.ofRight[r]] = r;
      }
    }
    return ofLeft;
  }

  /** Finds a partner, moving others to another of theirs where that makes room. */
  private boolean place(int left) {
    for (int right : options.get(left)) {
      if (!tried[right]) {
        tried[right] = true;
        if (ofRight[right] < 0 || place(ofRight[right])) {
          ofRight[right] = left;
          return true;
        }
      }
    }
    return false;
  }
}
