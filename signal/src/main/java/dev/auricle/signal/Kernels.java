package dev.auricle.signal;

/**
 * Chooses the {@link Kernel}, once. The Vector API is an incubator module, present only in a
 * virtual machine started with {@code --add-modules jdk.incubator.vector}; nothing here may load a
 * class that needs it before that is known.
 */
final class Kernels {
  /** Set this system property to true to do without the Vector API. */
  private static final String PLAIN = "auricle.plain";

  static final Kernel BEST = choose();

  private Kernels() {}

  private static Kernel choose() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!present || Boolean.getBoolean(PLAIN)) {
      return new PlainKernel();
    }
    try {
      return VectorKernel.create();
    } catch (LinkageError e) {
      // A virtual machine whose incubator module has moved on: slower, but it runs.
      return new PlainKernel();
    }
  }
}
