package dev.auricle.learn.training;

/**
 * How a training runs, apart from what is trained.
 *
 * @param seed of everything drawn
 * @param threads to use
 * @param progress hears about each step; may be ignored
 * @param interruption ends a long training early, or carries one on; only networks heed it
 * @param device to train networks on
 */
public record TrainingContext(
    long seed, int threads, Progress progress, Interruption interruption, Device device) {

  /** One that runs to its end. */
  public TrainingContext(long seed, int threads, Progress progress) {
    this(seed, threads, progress, Interruption.NONE);
  }

  /** One on the processor. */
  public TrainingContext(long seed, int threads, Progress progress, Interruption interruption) {
    this(seed, threads, progress, interruption, Device.CPU);
  }

  /** Hears how a training goes on. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param done steps done (trees, epochs)
     * @param total steps planned
     * @param message a short line, such as {@code loss 0.31, validation 0.92}
     */
    void step(int done, int total, String message);

    /** Hears nothing. */
    Progress NONE = (done, total, message) -> {};
  }
}
