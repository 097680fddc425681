package dev.auricle.runtime.detection;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Stretches that lie far below what is about them. Those that are steady for long separate events,
 * as a quiet room does; a pause inside a recording carries breath and reverberation, and is not.
 */
final class Gaps {
  /** Blocks over which a room's level is averaged: rumble is not steady from 10 ms to 10 ms. */
  private static final int AVERAGED = 20;

  /** By so much (3 dB) a steady level lies above the lowest, at most. */
  private static final double STEADY = Math.pow(10, 0.3);

  /** Power (-100 dB) below which everything is steady. */
  private static final double NOTHING = 1e-10;

  /** A longer stretch is taken as several, so that memory is flat; none is as long by far. */
  private static final int MOST_BLOCKS = 1000;

  private final double share;
  private final int noticed;
  private final int separating;
  private final Surroundings surroundings = new Surroundings(this::block);
  private final FoundQuiet found = new FoundQuiet();
  private final double[] powers = new double[MOST_BLOCKS];
  private int blocks;
  private long start;
  private long place;

  /**
   * @param decibels by which they lie below what is about them
   * @param noticed blocks for which they must be steady to be noticed
   * @param separating blocks for which they must be steady to separate events
   */
  Gaps(double decibels, int noticed, int separating) {
    this.share = Math.pow(10, -decibels / 10);
    this.noticed = Math.min(noticed, separating);
    this.separating = separating;
  }

  /** Takes the next block of samples. */
  void accept(int length, double power) {
    surroundings.block(length, power);
  }

  void finish() {
    surroundings.finish();
    end();
  }

  private void block(int length, double power, double about) {
    boolean quiet = power < share * about;
    if (!quiet || blocks == MOST_BLOCKS) {
      end();
    }
    if (quiet) {
      start = blocks == 0 ? place : start;
      powers[blocks++] = power;
    }
    place += length;
  }

  private void end() {
    int steady = blocks < noticed ? 0 : steadyBlocks();
    if (steady >= noticed) {
      found.add(new Quiet(start, place, steady >= separating));
    }
    blocks = 0;
  }

  /** The most blocks in a row over which the running mean is near the lowest. */
  private int steadyBlocks() {
    int width = Math.min(AVERAGED, blocks);
    double[] means = new double[blocks - width + 1];
    for (int i = 0; i < means.length; i++) {
      means[i] = Arrays.stream(powers, i, i + width).sum() / width + NOTHING;
    }
    double highest = STEADY * Arrays.stream(means).min().orElse(0);
    int most = 0;
    int row = 0;
    for (double mean : means) {
      row = mean <= highest ? row + 1 : 0;
      most = Math.max(most, row);
    }
    return most + width - 1;
  }

  /** Whether all that begin before a place are known. */
  boolean known(long until) {
    return place >= until && (blocks == 0 || start >= until);
  }

  /** Passes on those that reach into {@code [from, to)}, in order. */
  void between(long from, long to, Consumer<Quiet> each) {
    found.between(from, to, each);
  }

  /** Lets go of those that end before a place. */
  void forget(long before) {
    found.forget(before);
  }
}
