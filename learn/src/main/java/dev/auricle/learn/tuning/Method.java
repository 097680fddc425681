package dev.auricle.learn.tuning;

/** How combinations are chosen. */
public enum Method {
  /** Every combination of the ranges' values. */
  GRID,
  /** Drawn independently (Bergstra and Bengio, 2012). */
  RANDOM,
  /**
   * Drawn at random, tried on a part of the training clips, the better third on three times as
   * many, and so on (successive halving: Jamieson and Talwalkar, 2016).
   */
  HALVING
}
