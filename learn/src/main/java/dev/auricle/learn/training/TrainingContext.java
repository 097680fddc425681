package dev.auricle.learn.training;

/**
 * How a training runs, apart from what is trained.
 *
 * @param seed of everything drawn
 * @param threads to use
 * @param progress hears about each step; may be ignored
 */
public record TrainingContext(long seed, int threads, Progress progress) {

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
