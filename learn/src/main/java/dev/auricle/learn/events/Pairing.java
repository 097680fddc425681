package dev.auricle.learn.events;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Pairs between two sets, as many as can be, each member in one at most. (Kuhn, 1955.) */
final class Pairing {
  private static final int NONE = -1;

  private final List<int[]> options;
  private final int[] ofLeft;
  private final int[] ofRight;

  /** The left member for whom a right one was looked at last: each is looked at once. */
  private final int[] lookedAtFor;

  /** Where each left member's search goes on. */
  private final int[] next;

  private Pairing(List<int[]> options, int right) {
    this.options = options;
    this.ofLeft = none(options.size());
    this.ofRight = none(right);
    this.lookedAtFor = none(right);
    this.next = new int[options.size()];
  }

  private static int[] none(int size) {
    int[] none = new int[size];
    Arrays.fill(none, NONE);
    return none;
  }

  /**
   * The right partner of each left member; -1 where it has none.
   *
   * @param options the right members each left one may be paired with, the likeliest first
   * @param right how many right members there are
   */
  static int[] most(List<int[]> options, int right) {
    Pairing pairing = new Pairing(options, right);
    for (int l = 0; l < options.size(); l++) {
      pairing.place(l);
    }
    return pairing.ofLeft;
  }

  /**
   * Finds a partner, moving others to another of theirs where that makes room. The chain of those
   * that would move is as long as the sets at worst, so it is kept here and not on the stack.
   */
  private void place(int first) {
    Deque<Integer> chain = new ArrayDeque<>();
    chain.push(first);
    next[first] = 0;
    while (!chain.isEmpty()) {
      int left = chain.peek();
      int right = nextFor(left, first);
      if (right == NONE) {
        chain.pop();
      } else if (ofRight[right] == NONE) {
        for (int moved : chain) {
          int before = ofLeft[moved];
          ofLeft[moved] = right;
          ofRight[right] = moved;
          right = before;
        }
        return;
      } else {
        next[ofRight[right]] = 0;
        chain.push(ofRight[right]);
      }
    }
  }

  /** An option that is free, or else the next that was not looked at. */
  private int nextFor(int left, int first) {
    int[] some = options.get(left);
    if (next[left] == 0) {
      for (int right : some) {
        if (ofRight[right] == NONE) {
          return right;
        }
      }
    }
    while (next[left] < some.length) {
      int right = some[next[left]++];
      if (lookedAtFor[right] != first) {
        lookedAtFor[right] = first;
        return right;
      }
    }
    return NONE;
  }
}
