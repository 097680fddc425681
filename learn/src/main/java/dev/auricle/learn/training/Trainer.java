package dev.auricle.learn.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits one kind of model with fixed settings. Immutable. */
public interface Trainer {
  /**
   * Fits a model; the same data, seed and threads give the same bytes.
   *
   * @param train what to fit on: scaling, selection and all
   * @param validation may choose settings (early stopping); null where none was given, and always
   *     null unless {@link #usesValidation}
   */
  FittedModel fit(TrainingData train, @Nullable TrainingData validation, TrainingContext context);

  /**
   * True where the model wants a validation part kept apart; where false, a publisher's validation
   * part is trained on like the rest.
   */
  default boolean usesValidation() {
    return false;
  }

  /** The most fits that should run at once in one process: 1 where each wants it for itself. */
  default int mostSideBySide() {
    return 1;
  }

  /** True where a fit keeps many threads busy, so that a few fits gain nothing from each other. */
  default boolean spreads() {
    return false;
  }

  /**
   * Bytes of the heap that a fit takes, roughly.
   *
   * @param clips to train on
   * @param numbers in a clip's features
   */
  default long heap(int clips, long numbers) {
    return clips * numbers * Float.BYTES;
  }

  /** What reads the recipe's own features: this, or those of several models that it is made of. */
  default List<Trainer> readers() {
    return List.of(this);
  }

  /** True where fitting asks for the clips' samples, beside their features. */
  default boolean usesSamples() {
    return false;
  }
}
