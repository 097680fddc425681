package dev.auricle.learn.neural;

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

/** How many threads libtorch's operations use, in the whole process. */
final class NativeThreads {
  private NativeThreads() {}

  /**
   * Sets the threads of convolutions and the like. OpenBLAS has threads of its own, as many as
   * there are processors, whatever libtorch was told; waiting for each other on products as small
   * as those of a dense layer they take ten times as long as one. So it gets one.
   */
  static void set(int threads) {
    set_num_threads(threads);
    blas_set_num_threads(1);
  }
}
