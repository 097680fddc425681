package dev.auricle.learn.training;

/**
 * One point of a learning curve.
 *
 * @param epoch from 1 (for boosted models: the round)
 * @param trainLoss mean loss on the training clips
 * @param trainAccuracy in [0, 1]; NaN where not measured
 * @param validationLoss NaN where there is no validation part
 * @param validationAccuracy NaN where there is no validation part
 */
public record EpochScore(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double validationLoss,
    double validationAccuracy) {}
