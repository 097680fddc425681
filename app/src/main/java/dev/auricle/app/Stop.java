package dev.auricle.app;

import java.util.LinkedHashMap;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C (and the signal TERM) asks a long command to end, which then puts away what it has; asked
 * again, two seconds later or more, it ends at once.
 *
 * <p>A shutdown hook would be the usual way, but behind one ONNX Runtime can neither be loaded nor
 * trusted to stay open.
 */
final class Stop implements AutoCloseable {
  /** Exit code of a command that was stopped, as shells give it for Ctrl-C. */
  static final int CODE = 130;

  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private volatile boolean asked;
  private volatile long since;

  Stop() {
    for (String name : new String[] {"INT", "TERM"}) {
      Signal signal = new Signal(name);
      before.put(signal, Signal.handle(signal, this::hear));
    }
  }

  private void hear(Signal signal) {
    if (!asked) {
      since = System.nanoTime();
      asked = true;
      System.err.println();
      System.err.println("stopping ... (once more to end at once)");
    } else if (System.nanoTime() - since > PATIENCE_NANOS) {
      Runtime.getRuntime().halt(CODE);
    }
  }

  /** True once somebody wants an end. */
  boolean asked() {
    return asked;
  }

  /** Signals mean again what they meant before. */
  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
