package dev.auricle.signal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses the {@link Kernel}. The Vector API is an incubator module, present only in a virtual
 * machine started with {@code --add-modules jdk.incubator.vector}; nothing here may load a class
 * that needs it before that is known.
 *
 * <p>Until the virtual machine has compiled it, the Vector API is a hundred times slower than plain
 * Java, and that takes a second of its time. So the plain kernel does what comes first, and the
 * other takes over where there is enough to do; that nobody can tell from the results.
 */
final class Kernels {
  /** Set this system property to {@code plain} or {@code vector} to settle the choice. */
  private static final String PROPERTY = "auricle.kernel";

  /** Samples after which the Vector API pays: three quarters of a minute of sound. */
  private static final long ENOUGH = 1L << 20;

  private static final Kernel PLAIN = new PlainKernel();
  private static final Kernel QUICK = choose();
  private static final AtomicLong DONE =
      new AtomicLong("vector".equals(System.getProperty(PROPERTY)) ? ENOUGH : 0);

  private Kernels() {}

  static Kernel best(int size) {
    return DONE.get() >= ENOUGH || DONE.addAndGet(size) >= ENOUGH ? QUICK : PLAIN;
  }

  private static Kernel choose() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!present || "plain".equals(System.getProperty(PROPERTY))) {
      return PLAIN;
    }
    try {
      return VectorKernel.create();
    } catch (LinkageError e) {
      // A virtual machine whose incubator module has moved on: slower, but it runs.
      return PLAIN;
    }
  }
}
