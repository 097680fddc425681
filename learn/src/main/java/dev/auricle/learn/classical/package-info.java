/**
 * Classical models on fixed-length features: trees, forests, boosting, linear models, neighbours.
 *
 * <p>A {@link Learner} fits a {@link Model} on a {@link Table}; the model predicts, and writes
 * itself into an ONNX graph that predicts the same. {@link ClassicalTrainer} makes a trainer of a
 * learner, {@link ClassicalTrainers} one of a recipe's settings.
 */
@NullMarked
package dev.auricle.learn.classical;

import org.jspecify.annotations.NullMarked;
