package dev.auricle.learn.neural;

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.pytorch.global.torch.get_num_threads;
import static org.bytedeco.pytorch.global.torch.globalContext;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import java.io.OutputStream;
import java.io.PrintStream;

/** libtorch and its libraries, set up before their first use. */
final class LibTorch {
  static {
    loadQuietly();
    // It complains at each convolution of processors that it does not know, and oneDNN is quicker.
    globalContext().setUserEnabledNNPACK(false);
  }

  private LibTorch() {}

  /**
   * libtorch's classes are of a newer release of JavaCPP than those of FFmpeg and OpenBLAS, which
   * are those that are there; it says on the standard error stream that the versions do not match.
   */
  private static void loadQuietly() {
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try {
      Class.forName("org.bytedeco.pytorch.presets.torch");
    } catch (ClassNotFoundException e) {
      throw new LinkageError("libtorch is not on the class path", e);
    } finally {
      System.setErr(err);
    }
  }

  /**
   * Sets how many threads operations use that this thread calls. OpenBLAS has threads of its own,
   * as many as there are processors, whatever libtorch was told; waiting for each other on products
   * as small as those of a dense layer they take ten times as long as one. So it gets one.
   */
  static void useThreads(int threads) {
    // A thread's first operation would take the number that was set last, by whichever thread;
    // asking for it spends that.
    get_num_threads();
    set_num_threads(threads);
    blas_set_num_threads(1);
  }
}
