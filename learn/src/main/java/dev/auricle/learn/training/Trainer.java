package dev.auricle.learn.training;

import org.jspecify.annotations.Nullable;

/** Fits one kind of model with fixed settings. Immutable. */
public interface Trainer {
  /**
   * Fits a model; the same data, seed and threads give the same bytes.
   *
   * @param train what to fit on: scaling, selection and all
   * @param validation may choose settings (early stopping); null where none was given
   */
  FittedModel fit(TrainingData train, @Nullable TrainingData validation, TrainingContext context);
}
