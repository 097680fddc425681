package dev.auricle.learn.events;

/**
 * What was found against what is there; units are segments' labels or events.
 *
 * @param reference in the reference
 * @param found in the prediction
 * @param correct found and there
 * @param substituted found where something with another label is there
 */
public record Counts(int reference, int found, int correct, int substituted) {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        reference + other.reference,
        found + other.found,
        correct + other.correct,
        substituted + other.substituted);
  }

  /** Share of what was found that is right; NaN where nothing was found. */
  public double precision() {
    return (double) correct / found;
  }

  /** Share of the reference that was found; NaN where the reference is empty. */
  public double recall() {
    return (double) correct / reference;
  }

  /** 2 correct / (reference + found); NaN where both are empty. */
  public double f1() {
    return 2.0 * correct / (reference + found);
  }

  /** There, but neither found nor substituted. */
  public int deleted() {
    return reference - correct - substituted;
  }

  /** Found, but neither there nor instead of something. */
  public int inserted() {
    return found - correct - substituted;
  }

  /** (substituted + deleted + inserted) / reference; may exceed 1. NaN where that is empty. */
  public double errorRate() {
    return (double) (substituted + deleted() + inserted()) / reference;
  }
}
