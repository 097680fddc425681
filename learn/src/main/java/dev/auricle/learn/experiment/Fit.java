package dev.auricle.learn.experiment;

import dev.auricle.learn.training.FittedModel;
import org.jspecify.annotations.Nullable;

/**
 * One fitted model.
 *
 * @param model the graph and how it came about
 * @param length of the clips it reads, in seconds; null where each keeps its own
 * @param fitted indices of the clips it was fitted on
 * @param seconds spent fitting
 */
record Fit(FittedModel model, @Nullable Double length, int[] fitted, double seconds) {}
