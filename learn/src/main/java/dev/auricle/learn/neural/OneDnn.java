package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.set_env;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * oneDNN, which computes libtorch's convolutions on a processor, where it cannot be trusted.
 *
 * <p>It plans its work by the sizes of the caches. Some virtual machines on AMD's processors tell
 * none, and oneDNN 3.7 (libtorch 2.10) then takes each cache for one of a byte. What it plans for
 * that is wrong: a convolution in ten is off by 5 to 40 %, in float32 as in bfloat16, others write
 * beyond their memory or divide by zero. The plans for AVX, which are fewer, are right for kernels
 * that lie with their channels last, and take about twice the time.
 */
final class OneDnn {
  /** Whether only plans for AVX can be trusted, and only for channels that lie last. */
  static final boolean LIMITED =
      CpuInfo.of("vendor_id").equals("AuthenticAMD")
          && !Files.exists(Path.of("/sys/devices/system/cpu/cpu0/cache"));

  private OneDnn() {}

  /** Must be called before the first convolution. What the user has set himself stays. */
  static void prepare() {
    if (LIMITED) {
      set_env("ONEDNN_MAX_CPU_ISA", "AVX", false);
    }
  }
}
