package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.createCPUGenerator;

import org.bytedeco.pytorch.Generator;
import org.jspecify.annotations.Nullable;

/**
 * How a forward pass runs.
 *
 * @param dropout draws what dropout sets to zero; null outside training
 */
record Mode(@Nullable Generator dropout) {
  /** Running statistics, no dropout. */
  static final Mode INFERENCE = new Mode(null);

  /** Batch statistics and dropout, drawn from a generator of its own. */
  static Mode training(long seed) {
    return new Mode(createCPUGenerator(seed));
  }

  boolean training() {
    return dropout != null;
  }
}
