package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.createCPUGenerator;

import org.bytedeco.pytorch.Generator;
import org.jspecify.annotations.Nullable;

/**
 * How a forward pass runs.
 *
 * @param dropout draws what dropout sets to zero; null outside training
 * @param frozenNorms whether batch normalisation takes its running statistics also in training
 */
record Mode(@Nullable Generator dropout, boolean frozenNorms) {
  /** Running statistics, no dropout. */
  static final Mode INFERENCE = new Mode(null, true);

  /**
   * Dropout, drawn from a generator of its own, and batch statistics unless the norms are frozen.
   */
  static Mode training(long seed, boolean frozenNorms) {
    return new Mode(createCPUGenerator(seed), frozenNorms);
  }

  /** Whether batch normalisation takes the batch's own statistics. */
  boolean batchStatistics() {
    return dropout != null && !frozenNorms;
  }
}
